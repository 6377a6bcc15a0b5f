package main

import (
	"os"
	"reflect"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Secret is where a secret stands: in a file, or in the environment. It never stands in the configuration itself.
type Secret struct {
	File string `key:"file"`
	Env  string `key:"env"`
}

// holdsSecret says whether people write a secret where that type stands: a password as dsn, or a whole DSN as postgres.
func holdsSecret(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[Secret](), reflect.TypeFor[Database](), reflect.TypeFor[Recruitment](), reflect.TypeFor[TeamRoom]():
		return true
	}
	return false
}

// silent fills a value that may be a secret written in the wrong place. What is wrong is told without a word of what stands
// there, key or value: it may be the password itself.
func (d *decoder) silent(node ast.Node, value reflect.Value, path string) {
	within := &decoder{findings: &findings{file: d.file, places: d.places}, anchors: d.anchors}
	within.decodeOpen(node, value, path)
	if len(within.mistakes) == 0 {
		return
	}
	if _, isMapping := node.(*ast.MappingNode); value.Type() != reflect.TypeFor[Secret]() && isMapping {
		for _, m := range within.mistakes { // of a database's own keys; its secret has been silent already
			if m.Code == "config.key.unknown" {
				m.Path = path
			}
			d.wrongAt(place{m.Line, m.Column}, m.Path, m)
		}
		return
	}
	m := Mistake{Code: "config.secret.text"}
	if value.Type() == reflect.TypeFor[Secret]() {
		m = Mistake{Code: "config.secret.place"}
	}
	first := within.mistakes[0]
	m.Suggestion = first.Suggestion
	d.wrongAt(place{first.Line, first.Column}, path, m)
}

// checkSecret checks that a secret has one place. Whether it is there is found out when it is needed.
func (c *Config) checkSecret(found *findings, at string, s Secret) {
	if found.mistakenIn(at) {
		return
	}
	isFile, isEnv := s.File != "" && !addressLike.MatchString(s.File), environmentName.MatchString(s.Env)
	if (s.File == "") == (s.Env == "") || !isFile && !isEnv {
		found.wrong(at, Mistake{Code: "config.secret.place"})
		return
	}
	if isFile && strings.ContainsRune(s.File, '/') {
		c.checkPath(found, at+".file", s.File)
	}
}

var (
	// environmentName is what a variable can be called: a DSN or a password with signs in it is none.
	environmentName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	// addressLike is what stands in a DSN and in no path.
	addressLike = regexp.MustCompile(`://|[@=]`)
)

// reveal returns the secret of a source. The error names neither the content nor the name of its place: what stands under
// env may be the password, by mistake.
func (c *Config) reveal(source string, s Secret, l Language) (string, error) {
	if s.Env != "" {
		if secret := strings.TrimSpace(os.Getenv(s.Env)); secret != "" {
			return secret, nil
		}
		return "", told(l.Say("secret.env", source))
	}
	content, err := os.ReadFile(c.Path(s.File))
	if err != nil {
		return "", told(l.Say("secret.file", source, reason(err)))
	}
	return strings.TrimSpace(string(content)), nil
}

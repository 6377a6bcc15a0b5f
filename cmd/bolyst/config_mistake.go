package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
)

// A Mistake is one thing wrong with the configuration: where it stands, what is wrong, and what may stand there.
type Mistake struct {
	File         string
	Line, Column int    // 0 when the mistake is the file itself
	Path         string // as $.sources[2].feed; $ is the whole file
	Code         string // key of the sentence, see Language.Say
	Args         []any  // its arguments: what stands in the file, numbers, terms, lists
	Allowed      []string
	Suggestion   string // what was probably meant, or ""
}

// Say is the mistake as one line: bolyst.yaml:42: sources[2].feed: …
func (m Mistake) Say(l Language) string {
	var b strings.Builder
	if path := strings.TrimPrefix(strings.TrimPrefix(m.Path, "$"), "."); path != "" {
		b.WriteString(path + ": ")
	}
	args := make([]any, len(m.Args))
	for i, arg := range m.Args {
		switch found := arg.(type) {
		case string:
			arg = shorten(found)
		case []string:
			arg = l.List(found)
		case interface{ Text(string) string }: // a fault of a mapping, or of the list of municipalities
			arg = found.Text(string(l))
		}
		args[i] = arg
	}
	b.WriteString(l.Say(m.Code, args...))
	if len(m.Allowed) > 0 {
		b.WriteString("; " + l.Say("config.allowed", l.List(m.Allowed)))
	}
	b.WriteString(".")
	if m.Suggestion != "" {
		b.WriteString(" " + l.Say("config.suggestion", m.Suggestion))
	}
	place := m.File
	if m.Line > 0 {
		place += fmt.Sprintf(":%d", m.Line)
	}
	return place + ": " + printable(b.String())
}

// writeMistakes writes one line per mistake.
func writeMistakes(w io.Writer, l Language, mistakes []Mistake) error {
	for _, m := range mistakes {
		if _, err := fmt.Fprintln(w, m.Say(l)); err != nil {
			return err
		}
	}
	return nil
}

// longest is how much of what stands in the file a message repeats.
const longest = 60

func shorten(found string) string {
	if letters := []rune(found); len(letters) > longest {
		return string(letters[:longest]) + "…"
	}
	return found
}

// identityNumber is anything that looks like one; such a thing is never repeated, not even when it stands in the
// configuration by mistake.
var identityNumber = regexp.MustCompile(`\d{6}[ .-]?\d{5}`)

// printable keeps a message on one line, free of what a terminal would obey, and free of identity numbers.
func printable(line string) string {
	line = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, line)
	return identityNumber.ReplaceAllString(withoutSecrets(line), "***********")
}

// withoutSecrets leaves out of a text what opens doors: the user and the password of an address, and what follows "password=".
func withoutSecrets(text string) string {
	return passwordSaid.ReplaceAllString(userInAddress.ReplaceAllString(text, "://***@"), "$1***")
}

var (
	userInAddress = regexp.MustCompile(`://[^/\s]*@`)
	passwordSaid  = regexp.MustCompile(`(?i)((?:password|passord|pwd|token|secret|api_?key)=)[^\s&"»”]+`)
)

package main

import (
	"net/url"
	"os"
	"path"
	"strings"
)

// Secret is where a secret stands: in a file, or in the environment. It never stands in the configuration itself.
type Secret struct {
	File string `key:"file"`
	Env  string `key:"env"`
}

// Database is a question to a PostgreSQL database.
type Database struct {
	DSN   Secret `key:"dsn,required"`
	Query string `key:"query,required"`
}

// Recruitment is an account of Teamtailor, or of a system that speaks like it.
type Recruitment struct {
	Token   Secret `key:"token,required"`
	Address string `key:"address"`
}

// origins lists what the source names as the place that its rows come from: exactly one is right.
func (s Source) origins() []string {
	var named []string
	for _, origin := range []struct {
		key   string
		given bool
	}{{"path", s.Path != ""}, {"url", s.URL != ""}, {"postgres", s.Postgres != nil}, {"teamtailor", s.Teamtailor != nil}} {
		if origin.given {
			named = append(named, origin.key)
		}
	}
	return named
}

// isRemote says whether the rows must be fetched.
func (s Source) isRemote() bool { return s.Path == "" }

// isSeveral says whether the path is a pattern for several files.
func (s Source) isSeveral() bool { return strings.ContainsAny(s.Path, "*?[") }

// checkOrigin checks where the source's rows come from.
func (c *Config) checkOrigin(found *findings, at string, s Source) {
	switch named := s.origins(); {
	case len(named) == 0 && found.mistakenIn(at):
	case len(named) == 0:
		found.wrong(at, Mistake{Code: "config.origin.none", Allowed: []string{"path", "url", "postgres", "teamtailor"}})
	case len(named) > 1:
		found.wrong(at+"."+named[1], Mistake{Code: "config.origin.several", Args: []any{named}})
	}
	if s.Path != "" {
		c.checkPath(found, at+".path", s.Path)
		if _, err := path.Match(s.Path, ""); err != nil {
			found.wrong(at+".path", Mistake{Code: "config.path.pattern", Args: []any{s.Path}})
		}
	}
	switch {
	case s.Settle == nil:
	case *s.Settle < 0:
		found.wrong(at+".settle", Mistake{Code: "config.number.least", Args: []any{*s.Settle, 0}})
	case s.isRemote():
		found.wrong(at+".settle", Mistake{Code: "config.settle.remote"})
	}
	if s.URL != "" {
		if u, err := url.Parse(s.URL); err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
			found.wrong(at+".url", Mistake{Code: "config.url", Args: []any{s.URL}})
		}
		if s.Token != (Secret{}) {
			c.checkSecret(found, at+".token", s.Token)
		}
	}
	if s.Postgres != nil {
		c.checkSecret(found, at+".postgres.dsn", s.Postgres.DSN)
	}
	if s.Teamtailor != nil {
		c.checkSecret(found, at+".teamtailor.token", s.Teamtailor.Token)
	}
}

// checkSecret checks that a secret has one place. Whether it is there is found out when it is needed.
func (c *Config) checkSecret(found *findings, at string, s Secret) {
	if (s.File == "") == (s.Env == "") {
		if !found.mistakenIn(at) {
			found.wrong(at, Mistake{Code: "config.secret.place", Allowed: []string{"file", "env"}})
		}
		return
	}
	c.checkPath(found, at+".file", s.File)
}

// reveal returns the secret. The error names the place and never the content.
func (c *Config) reveal(s Secret, l Language) (string, error) {
	if s.Env != "" {
		if secret := strings.TrimSpace(os.Getenv(s.Env)); secret != "" {
			return secret, nil
		}
		return "", told(l.Say("secret.env", s.Env))
	}
	content, err := os.ReadFile(c.Path(s.File))
	if err != nil {
		return "", told(l.Say("secret.file", s.File, reason(err)))
	}
	return strings.TrimSpace(string(content)), nil
}

package main

import (
	"net/url"
	"path"
	"strings"
)

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
	switch {
	case strings.Contains(s.Path, "://"):
		found.wrong(at+".path", Mistake{Code: "config.path.address"})
	case s.Path != "":
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
			found.wrong(at+".url", Mistake{Code: "config.url", Args: []any{withoutSecrets(s.URL)}})
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

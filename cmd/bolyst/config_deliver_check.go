package main

import (
	"maps"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"bolyst/internal/deliver"
)

// checkDeliveries checks how editions leave the house, and to whom.
func (c *Config) checkDeliveries(found *findings) {
	seen := map[string]string{}
	for i, d := range c.Deliver {
		at := item("$.deliver", i)
		checkID(found, at+".id", d.ID, seen)
		checkWays(found, at, d.ways(), []string{"folder", "bucket", "mail", "teams"})
		found.oneOf(at+".language", string(d.Language), "config.unknown.language", languageNames())
		readers := audienceNames()
		if d.Folder != nil || d.Bucket != nil {
			readers = c.Editions.Audiences.Names() // open data can be laid out, and are sent to nobody
		}
		if d.Bucket != nil {
			checkStore(found, at+".bucket", *d.Bucket)
		}
		if d.Folder != nil {
			c.checkShelf(found, at+".folder.path", d.Folder.Path)
		}
		found.oneOf(at+".audience", d.Audience, "config.unknown.audience", readers)
		if d.Audience == "" && d.Mail == nil && !found.mistakenIn(at) {
			found.wrong(at+".audience", Mistake{Code: "config.key.missing"})
		}
		if d.Teams != nil {
			c.checkSecret(found, at+".teams.webhook", d.Teams.Webhook)
		}
		if d.Mail != nil {
			c.checkMail(found, at+".mail", *d.Mail)
		}
	}
}

// checkWays checks that exactly one way is named.
func checkWays(found *findings, at string, named, ways []string) {
	switch {
	case len(named) == 0 && !found.mistakenIn(at):
		found.wrong(at, Mistake{Code: "config.deliver.way", Allowed: ways})
	case len(named) > 1:
		found.wrong(at+"."+named[1], Mistake{Code: "config.deliver.ways", Args: []any{named}})
	}
}

// checkShelf checks a folder that is delivered to. What lies among the data could be taken for them.
func (c *Config) checkShelf(found *findings, at, folder string) {
	c.checkPath(found, at, folder)
	if folder != "" && !found.mistakenIn(at) && within(c.DataFolder(), c.Path(folder)) {
		found.wrong(at, Mistake{Code: "config.deliver.in_data", Args: []any{folder, c.Data}})
	}
}

// checkStore checks that the address is one of object storage, and opens nothing by itself.
func checkStore(found *findings, at string, s Store) {
	u, err := url.Parse(s.URL)
	secret := func(name string) bool { return secretName.MatchString(name) }
	if s.URL != "" && (err != nil || u.User != nil || !slices.Contains(deliver.Stores, u.Scheme) || slices.ContainsFunc(slices.Collect(maps.Keys(u.Query())), secret)) {
		found.wrong(at+".url", Mistake{Code: "config.deliver.bucket"}) // not repeated: it may hold what opens it
	}
	if s.Prefix != "" && (strings.HasPrefix(s.Prefix, "/") || !strings.HasSuffix(s.Prefix, "/") || strings.Contains(s.Prefix, "..")) {
		found.wrong(at+".prefix", Mistake{Code: "config.deliver.prefix", Args: []any{s.Prefix}})
	}
}

// secretName is what a parameter is called that opens a storage.
var secretName = regexp.MustCompile(`(?i)key|secret|token|sig|password|credential`)

func (c *Config) checkMail(found *findings, at string, m Mail) {
	checkWays(found, at, m.ways(), []string{"smtp", "graph", "folder"})
	if m.From != "" && bareAddress(m.From) == "" {
		found.wrong(at+".from", Mistake{Code: "config.deliver.from", Args: []any{m.From}})
	}
	if m.Folder != "" {
		c.checkShelf(found, at+".folder", m.Folder)
	}
	for i, name := range m.Attach {
		found.oneOf(item(at+".attach", i), name, "config.unknown.attachment", slices.Sorted(maps.Keys(attachable)))
	}
	if m.Graph != nil {
		c.checkSecret(found, at+".graph.app.client_secret", m.Graph.App.ClientSecret)
	}
	if m.SMTP != nil {
		c.checkMailServer(found, at+".smtp", *m.SMTP)
	}
	seen := map[string]string{}
	for i, r := range m.Recipients {
		at := item(at+".recipients", i)
		checkID(found, at+".id", r.ID, seen)
		if r.Address != "" && bareAddress(r.Address) != r.Address {
			found.wrong(at+".address", Mistake{Code: "config.open_data.email", Args: []any{r.Address}})
		}
		found.oneOf(at+".audience", r.Audience, "config.unknown.audience", audienceNames())
		if r.Audience == "" && !found.mistakenIn(at) {
			found.wrong(at+".audience", Mistake{Code: "config.deliver.whose"})
		}
		found.oneOf(at+".language", string(r.Language), "config.unknown.language", languageNames())
	}
}

func (c *Config) checkMailServer(found *findings, at string, s MailServer) {
	found.oneOf(at+".tls", s.TLS, "config.unknown.tls", []string{deliver.StartTLS, deliver.TLS, deliver.Clear})
	found.oneOf(at+".auth", s.Auth, "config.unknown.auth", []string{deliver.Plain, deliver.Login, deliver.XOAuth2})
	if s.Host != "" && strings.ContainsAny(s.Host, ":/ ") {
		found.wrong(at+".host", Mistake{Code: "config.deliver.host", Args: []any{withoutSecrets(s.Host)}})
	}
	switch {
	case s.Auth == "" || found.mistakenIn(at):
	case s.TLS == deliver.Clear:
		found.wrong(at+".tls", Mistake{Code: "config.deliver.clear"})
	case s.User == "":
		found.wrong(at+".user", Mistake{Code: "config.key.missing"})
	case s.Auth == deliver.XOAuth2 && s.App == nil:
		found.wrong(at+".app", Mistake{Code: "config.key.missing"})
	case s.Auth == deliver.XOAuth2:
		c.checkSecret(found, at+".app.client_secret", s.App.ClientSecret)
	case s.Password == Secret{}:
		found.wrong(at+".password", Mistake{Code: "config.key.missing"})
	default:
		c.checkSecret(found, at+".password", s.Password)
	}
}

// bareAddress is the address of a sender or recipient, "" where there is none. It has one line: a second could add recipients.
func bareAddress(text string) string {
	a, err := mail.ParseAddress(text)
	if err != nil || strings.ContainsAny(text, "\r\n") {
		return ""
	}
	return a.Address
}

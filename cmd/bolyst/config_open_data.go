package main

import (
	"maps"
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"bolyst/dashboards"
	"bolyst/ingest"
)

// OpenData is what a catalogue of open data says of the editions of the public.
type OpenData struct {
	Address   string    `key:"address,required"` // where the folder public of the newest edition lies
	Licence   string    `key:"licence,required"`
	Publisher Publisher `key:"publisher,required"`
	Contact   Contact   `key:"contact,required"`
}

// Publisher answers for the data.
type Publisher struct {
	Name  string `key:"name,required"`
	OrgNo Code   `key:"org_no,required"`
}

// Contact is whom one may ask; a function rather than a person.
type Contact struct {
	Name  string `key:"name,required"`
	Email string `key:"email,required"`
}

// leastPublic is the floor under which nothing is told to everybody, whatever the configuration says.
const leastPublic = 3

// checkOpenData checks that open data have an audience and a description, and that everybody is not told what others are not.
func (c *Config) checkOpenData(found *findings) {
	audiences, open := c.Editions.Audiences, c.Editions.OpenData
	switch {
	case audiences.Public != nil && open == nil && !found.mistakenIn("$.editions.open_data"):
		found.wrong("$.editions.audiences.public", Mistake{Code: "config.open_data.missing"})
	case audiences.Public == nil && open != nil && !found.mistakenIn("$.editions.audiences"):
		found.wrong("$.editions.open_data", Mistake{Code: "config.open_data.nobody"})
	}
	if audiences.Public != nil {
		if least := max(leastPublic, audiences.Board.Floor, audiences.Centre.Floor); audiences.Public.Floor < least {
			found.wrong("$.editions.audiences.public.floor", Mistake{Code: "config.open_data.floor", Args: []any{audiences.Public.Floor, least}})
		}
	}
	if open == nil {
		return
	}
	at := "$.editions.open_data"
	if open.Address != "" && !isFolderAddress(open.Address) {
		found.wrong(at+".address", Mistake{Code: "config.open_data.address", Args: []any{open.Address}})
	}
	found.oneOf(at+".licence", open.Licence, "config.unknown.licence", slices.Sorted(maps.Keys(dashboards.Licences)))
	if number := string(open.Publisher.OrgNo); number != "" {
		if valid, ok := ingest.ValidOrgNo(number); !ok || valid != number {
			found.wrong(at+".publisher.org_no", Mistake{Code: "config.open_data.org_no", Args: []any{number}})
		}
	}
	if email := open.Contact.Email; email != "" {
		if address, err := mail.ParseAddress(email); err != nil || address.Address != email {
			found.wrong(at+".contact.email", Mistake{Code: "config.open_data.email", Args: []any{email}})
		}
	}
}

// isFolderAddress tells whether the text is the address of a folder on the web.
func isFolderAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && u.RawQuery == "" && u.Fragment == "" &&
		strings.HasSuffix(u.Path, "/") && !strings.ContainsAny(text, " <>\"{}|\\^`")
}

// openData is what the configuration says of the open data, in the form that a catalogue is written from; nil where there are none.
func (c *Config) openData() *dashboards.OpenData {
	open := c.Editions.OpenData
	if open == nil {
		return nil
	}
	d := &dashboards.OpenData{Address: open.Address, Publisher: open.Publisher.Name, OrgNo: string(open.Publisher.OrgNo),
		Contact: open.Contact.Name, Email: open.Contact.Email, Licence: dashboards.Licences[open.Licence]}
	seen := map[string]bool{}
	for _, p := range c.Programmes {
		for _, m := range p.Region {
			if kommune, ok := c.municipalities().Kommune(string(m.Kommune)); ok && !seen[kommune.Code] {
				seen[kommune.Code] = true
				d.Places = append(d.Places, dashboards.Place{Code: kommune.Code, Name: kommune.Name})
			}
		}
	}
	slices.SortFunc(d.Places, func(a, b dashboards.Place) int { return strings.Compare(a.Code, b.Code) })
	return d
}

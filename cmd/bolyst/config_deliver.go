package main

import (
	"path"

	"bolyst/internal/deliver"
)

// Delivery is a way in which editions leave the house.
type Delivery struct {
	ID       string    `key:"id,required"`
	Audience string    `key:"audience"` // whose part is delivered; of mail, that of recipients who do not say another
	Language Language  `key:"language"` // of the words that go along; the installation's when not said
	Folder   *Shelf    `key:"folder"`
	Bucket   *Store    `key:"bucket"`
	Mail     *Mail     `key:"mail"`
	Teams    *TeamRoom `key:"teams"`
}

// Shelf is a folder that editions are laid in, such as one that is synchronised with SharePoint.
type Shelf struct {
	Path  string `key:"path,required"`
	Fixed bool   `key:"fixed_names"` // the workbooks lie there under the same name each time as well
}

// Store is object storage that editions are laid in.
type Store struct {
	URL    string `key:"url,required"` // without secrets: those are in the environment, as each provider has them
	Prefix string `key:"prefix"`
}

// TeamRoom is a channel of Teams, which a workflow posts to.
type TeamRoom struct {
	Webhook    Secret   `key:"webhook,required"` // its address opens the channel to whoever knows it
	AllowHosts []string `key:"allow_hosts"`      // that may be private addresses
}

// Mail is e-mail, and who gets it.
type Mail struct {
	From       string      `key:"from,required"`
	SMTP       *MailServer `key:"smtp"`
	Graph      *Mailbox    `key:"graph"`
	Folder     string      `key:"folder"` // of files .eml, which somebody sends
	Attach     []string    `key:"attach"`
	Recipients []Recipient `key:"recipients,required"`
}

// MailServer is a mail server and how one signs in there.
type MailServer struct {
	Host     string    `key:"host,required"`
	Port     int       `key:"port"`
	TLS      string    `key:"tls"`
	Auth     string    `key:"auth"`
	User     string    `key:"user"`
	Password Secret    `key:"password"`
	App      *TenantID `key:"app"` // of xoauth2
}

// Mailbox is a mailbox of Microsoft 365 that is sent from by Graph.
type Mailbox struct {
	Mailbox string   `key:"mailbox"` // the sender when not said
	App     TenantID `key:"app,required"`
}

// TenantID is a registration of the program with a tenant of Entra ID.
type TenantID struct {
	Tenant       string `key:"tenant,required"`
	ClientID     string `key:"client_id,required"`
	ClientSecret Secret `key:"client_secret,required"`
}

// Recipient is who gets mail; a function rather than a person. The id stands in the record of deliveries, the address nowhere.
type Recipient struct {
	ID       string   `key:"id,required"`
	Address  string   `key:"address,required"`
	Audience string   `key:"audience"`
	Language Language `key:"language"`
}

// attachable are the documents that can go along with mail, with the ending of their files.
var attachable = map[string]string{"workbook": ".xlsx", "pdf": ".pdf"}

// ports are those of mail servers, by how the connection is protected.
var ports = map[string]int{deliver.StartTLS: 587, deliver.TLS: 465, deliver.Clear: 25}

// complete fills in what is not said.
func (d *Delivery) complete(c *Config) {
	if d.Language == "" {
		d.Language = c.Language
	}
	if d.Mail == nil {
		return
	}
	for i := range d.Mail.Recipients {
		r := &d.Mail.Recipients[i]
		r.Audience = or(r.Audience, d.Audience)
		r.Language = Language(or(string(r.Language), string(d.Language)))
	}
	if s := d.Mail.SMTP; s != nil {
		s.TLS = or(s.TLS, deliver.StartTLS)
		switch {
		case s.Auth != "":
		case s.App != nil:
			s.Auth = deliver.XOAuth2
		case s.User != "" || s.Password != Secret{}:
			s.Auth = deliver.Plain
		}
		if s.Port == 0 {
			s.Port = ports[s.TLS]
		}
	}
	if d.Mail.Graph != nil {
		d.Mail.Graph.Mailbox = or(d.Mail.Graph.Mailbox, bareAddress(d.Mail.From))
	}
}

// ways lists what the delivery names as its way: exactly one is right.
func (d Delivery) ways() (named []string) {
	for _, way := range []struct {
		key   string
		given bool
	}{{"folder", d.Folder != nil}, {"bucket", d.Bucket != nil}, {"mail", d.Mail != nil}, {"teams", d.Teams != nil}} {
		if way.given {
			named = append(named, way.key)
		}
	}
	return named
}

// ways lists how the mail is sent: exactly one is right.
func (m Mail) ways() (named []string) {
	for _, way := range []struct {
		key   string
		given bool
	}{{"smtp", m.SMTP != nil}, {"graph", m.Graph != nil}, {"folder", m.Folder != ""}} {
		if way.given {
			named = append(named, way.key)
		}
	}
	return named
}

// endings are those of the documents that go along.
func (m Mail) endings() (endings []string) {
	for _, name := range m.Attach {
		endings = append(endings, attachable[name])
	}
	return endings
}

// inLanguage is the folder of an edition in which the audience's part lies in the language, or in the first one where it does
// not lie in that language.
func inLanguage(audience string, l Language, has func(folder string) bool) string {
	if folder := path.Join(audience, string(l)); has(folder) {
		return folder
	}
	return audience
}

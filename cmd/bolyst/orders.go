package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"bolyst/internal/deliver"
	"bolyst/internal/edition"
	"bolyst/internal/fetch"
	"bolyst/internal/jobs"
)

// deliverDue delivers what the newest edition of each audience owes its recipients. By hand, also what waits or is given up.
func (in *installation) deliverDue(ctx context.Context, byHand bool) error {
	orders, err := in.orders()
	if err != nil {
		return err
	}
	desk := deliver.Desk{Ledger: in.deliveries, Now: in.now, Ended: in.delivered}
	return desk.Round(ctx, orders, byHand)
}

// deliverNow is the job that somebody asks for.
func (in *installation) deliverNow(ctx context.Context, run *jobs.Run) error {
	if err := run.Delivering(); err != nil {
		return err
	}
	if err := in.deliverDue(ctx, true); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &jobs.Failure{Reason: "store", Fatal: true, Err: err}
	}
	if len(in.deliveries.Findings()) > 0 {
		return &jobs.Failure{Reason: "undelivered", Final: true, Err: errors.New("deliveries failed")}
	}
	return nil
}

// orders are all deliveries of the newest editions.
func (in *installation) orders() ([]deliver.Order, error) {
	var orders []deliver.Order
	for _, d := range in.config.Deliver {
		recipients := []Recipient{{Audience: d.Audience, Language: d.Language}}
		if d.Mail != nil {
			recipients = d.Mail.Recipients
		}
		for _, r := range recipients {
			name, err := in.newestFor(r.Audience)
			if errors.Is(err, fs.ErrNotExist) {
				continue // nothing is published yet
			}
			if err != nil {
				return nil, err
			}
			orders = append(orders, deliver.Order{Key: deliver.Key{Edition: name, Target: d.ID, Recipient: r.ID}, Audience: r.Audience,
				Target: func() (deliver.Target, error) { return in.target(d, r) },
				Parcel: func() (deliver.Parcel, error) { return in.parcel(d, r, name) }})
		}
	}
	return orders, nil
}

// target is the way of a delivery, with its secrets.
func (in *installation) target(d Delivery, r Recipient) (deliver.Target, error) {
	secret := func(s Secret) (string, error) {
		text, err := in.config.reveal(d.ID, s, in.language)
		if err != nil {
			return "", &deliver.Fault{Code: deliver.CodeSecret, Asked: d.ID, Final: true}
		}
		return text, nil
	}
	switch {
	case d.Folder != nil:
		return deliver.Folder{Path: in.config.Path(d.Folder.Path), Fixed: d.Folder.Fixed}, nil
	case d.Bucket != nil:
		return deliver.Bucket{URL: d.Bucket.URL, Prefix: d.Bucket.Prefix}, nil
	case d.Teams != nil:
		webhook, err := secret(d.Teams.Webhook)
		return deliver.Teams{Webhook: webhook, Client: fetch.Web{Allow: d.Teams.AllowHosts}.Client()}, err
	}
	m := d.Mail
	envelope := deliver.Envelope{From: m.From, To: r.Address, Attached: m.endings(), Now: in.now}
	app := func(t TenantID, scope string) (deliver.App, error) {
		text, err := secret(t.ClientSecret)
		return deliver.App{TokenURL: deliver.MicrosoftToken(t.Tenant), ClientID: t.ClientID, Secret: text, Scope: scope, Client: fetch.Web{}.Client()}, err
	}
	switch {
	case m.Graph != nil:
		a, err := app(m.Graph.App, deliver.GraphScope)
		return deliver.Graph{Envelope: envelope, Endpoint: deliver.GraphEndpoint, Mailbox: m.Graph.Mailbox, App: a}, err
	case m.Folder != "":
		return deliver.Letterbox{Envelope: envelope, Path: in.config.Path(m.Folder)}, nil
	}
	s := m.SMTP
	password := func(context.Context) (string, error) { return secret(s.Password) }
	if s.Auth == deliver.XOAuth2 {
		password = func(ctx context.Context) (string, error) {
			a, err := app(*s.App, deliver.OutlookScope)
			if err != nil {
				return "", err
			}
			return a.Token(ctx)
		}
	}
	return deliver.SMTP{Envelope: envelope, Host: s.Host, Port: s.Port, Encryption: s.TLS, Auth: s.Auth, User: s.User, Password: password}, nil
}

// parcel is the part of the recipient's own audience. Mail has the documents in their language alone.
func (in *installation) parcel(d Delivery, r Recipient, name string) (deliver.Parcel, error) {
	folder := filepath.Join(in.editions(), name)
	m, err := edition.ReadManifest(folder)
	if err != nil {
		return deliver.Parcel{}, &deliver.Fault{Code: deliver.CodeDamaged, Asked: name, Final: true}
	}
	part := inLanguage(r.Audience, r.Language, func(folder string) bool { return hasFolder(m, folder) })
	var p deliver.Parcel
	add := func(name, at, sha256 string) {
		within, ours := strings.CutPrefix(name, r.Audience+"/")
		if ours && (d.Mail == nil || path.Dir(name) == part) {
			p.Files = append(p.Files, deliver.File{Name: within, Path: at, SHA256: sha256})
		}
	}
	for _, f := range m.Files {
		add(f.Path, filepath.Join(folder, filepath.FromSlash(f.Path)), f.SHA256)
	}
	printed, err := in.printedOf(name)
	if err != nil {
		return p, err
	}
	for _, f := range printed {
		add(f, filepath.Join(in.printedFolder(name), filepath.FromSlash(f)), "")
	}
	p.Letter, err = in.letter(m, r.Audience, r.Language, part)
	return p, err
}

func hasFolder(m edition.Manifest, folder string) bool {
	for _, f := range m.Files {
		if strings.HasPrefix(f.Path, folder+"/") {
			return true
		}
	}
	return false
}

// delivered says how an attempt ended: to whom, by id, and why not.
func (in *installation) delivered(e deliver.Entry, why error) {
	fmt.Fprintln(in.err, in.language.sayDelivery(e)+in.language.sayFault(why))
}

// sayFault adds where a delivery failed, and what was answered there.
func (l Language) sayFault(why error) string {
	f, is := errors.AsType[*deliver.Fault](why)
	if !is || f.Asked == "" {
		return ""
	}
	if f.Found == "" {
		return " (" + printable(f.Asked) + ")"
	}
	return " (" + printable(f.Asked+": "+f.Found) + ")"
}

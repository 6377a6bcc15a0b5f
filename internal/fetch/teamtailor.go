package fetch

import (
	"context"
	"encoding/csv"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// Teamtailor is the job applications of an account of Teamtailor, or of a
// system that speaks like it, as a csv file with one row per application:
//
//	id, created-at, changed-stage-at, rejected-at, stage, stage-type,
//	candidate-id, sourced, referring-site, reject-reason, job-id, job-title, tags
//
// Dates are days (yyyy-mm-dd) by the clock of the account; tags are those of
// the candidate, sorted, with ; between. The rows are sorted by id, so that
// the same applications give the same bytes.
//
// Names, e-mail addresses, telephone numbers, letters and files are neither
// asked for nor, where the server sends them all the same, read.
type Teamtailor struct {
	Address string // "" is https://api.teamtailor.com/v1
	Token   string // an API key that may read (scope Admin)
	Version string // of the API, a date; "" is 20240404
	Web     Web
	Limits  Limits
	Sleep   Sleep // nil waits for real
}

// applicationsName is what the file is called.
const applicationsName = "job-applications.csv"

// mostPage is more than a page of thirty applications ever needs.
const mostPage = 32 << 20

// mostPulls is how often the whole list is read when it changes meanwhile.
const mostPulls = 3

// Fetch reads all pages and writes the file. The API keeps no State.
func (t Teamtailor) Fetch(ctx context.Context, folder string, _ State) (File, error) {
	p := newPatience("teamtailor", t.Limits, t.Sleep)
	return p.within(ctx, func(ctx context.Context) (File, error) {
		first, secret, err := t.question()
		if err != nil {
			return File{}, err
		}
		client := t.Web.Client()
		defer client.CloseIdleConnections()
		var found *applications
		for pull := 1; ; pull++ {
			found, err = t.pull(ctx, p, client, first, secret)
			if f, ok := errors.AsType[*Fault](err); !ok || f.Code != CodeChanged || pull == mostPulls {
				break
			}
		}
		if err != nil {
			return File{}, err
		}
		d, err := newDraft(folder, p.limits.Bytes)
		if err != nil {
			return File{}, err
		}
		defer d.discard()
		w := csv.NewWriter(d)
		if err := w.WriteAll(found.table()); err != nil {
			return File{}, asked(first.Host, err)
		}
		return d.publish(applicationsName)
	})
}

// question is the address of the first page, and what opens it. It names the
// attributes that are wanted, so that a candidate comes without name and
// address. Stages and reasons have nothing of persons, and come whole.
func (t Teamtailor) question() (*url.URL, http.Header, error) {
	fill(&t.Address, "https://api.teamtailor.com/v1")
	fill(&t.Version, "20240404")
	u, err := address(strings.TrimSuffix(t.Address, "/") + "/job-applications")
	if err != nil {
		return nil, nil, err
	}
	u.RawQuery = url.Values{
		"page[size]":               {"30"}, // the most they give
		"include":                  {"candidate,job,stage,reject-reason"},
		"fields[job-applications]": {"created-at,changed-stage-at,rejected-at,sourced,referring-site,candidate,job,stage,reject-reason"},
		"fields[candidates]":       {"tags"},
		"fields[jobs]":             {"title"},
	}.Encode()
	token := strings.TrimSpace(t.Token)
	if token == "" {
		return nil, nil, &Fault{Code: CodeSecret, Asked: u.Host}
	}
	secret := http.Header{"Authorization": {"Token token=" + token}, "X-Api-Version": {t.Version}}
	return u, secret, sendable(u.Host, secret)
}

// pull reads the list once, from the first page to the last.
func (t Teamtailor) pull(ctx context.Context, p patience, client *http.Client, first *url.URL, secret http.Header) (*applications, error) {
	found := newApplications(first.Host)
	seen := map[string]bool{}
	for at := first; at != nil; {
		switch {
		case seen[at.String()]:
			return nil, &Fault{Code: CodeLoop, Asked: first.Host, Found: strconv.Itoa(len(seen))}
		case len(seen) == p.limits.Pages:
			return nil, &Fault{Code: CodePages, Asked: first.Host, Allowed: strconv.Itoa(p.limits.Pages)}
		}
		seen[at.String()] = true
		var text []byte
		err := p.again(ctx, func() (err error) {
			text, err = t.page(ctx, client, request{at, http.Header{"Accept": {"application/vnd.api+json"}}, secret})
			return err
		})
		if err != nil {
			return nil, err
		}
		next, err := found.add(text, len(seen))
		if err != nil {
			return nil, err
		}
		if at, err = follow(at, next); err != nil {
			return nil, err
		}
	}
	return found, found.complete()
}

// page reads one page into memory.
func (t Teamtailor) page(ctx context.Context, client *http.Client, r request) ([]byte, error) {
	answer, err := t.Web.ask(ctx, client, r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, status(r.address.Host, answer)
	}
	text := &memory{most: mostPage}
	err = (&body{ctx: ctx, answer: answer}).copyTo(text)
	return text.Bytes(), err
}

package fetch

import (
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// account is a small Teamtailor: its pages, made as the real one makes them,
// with more about each person than was asked for.
type account struct {
	pages []string
	asked []*http.Request
	// meddle may answer in place of the account.
	meddle func(w http.ResponseWriter, r *http.Request, page int) bool
}

func (a *account) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.asked = append(a.asked, r)
	n := 1
	_, _ = fmt.Sscan(r.URL.Query().Get("page[number]"), &n)
	if a.meddle != nil && a.meddle(w, r, n) {
		return
	}
	w.Header().Set("Content-Type", "application/vnd.api+json")
	next := "null"
	if n < len(a.pages) {
		q := r.URL.Query()
		q.Set("page[number]", fmt.Sprint(n+1))
		next = fmt.Sprintf("%q", "https://"+r.Host+r.URL.Path+"?"+q.Encode())
	}
	fmt.Fprintf(w, `{%s,"meta":{"record-count":3,"page-count":%d},"links":{"first":"x","next":%s}}`, a.pages[n-1], len(a.pages), next)
}

// application is one of the list, with a letter that nobody may see.
func application(id, candidate, stage, reason string) string {
	return fmt.Sprintf(`{"id":%q,"type":"job-applications","attributes":{"cover-letter":"Jeg heter Ola Nordmann","created-at":"2026-03-31T23:46:24.154+02:00",
		"changed-stage-at":"2026-01-11T00:29:48.841+01:00","rejected-at":null,"sourced":true,"referring-site":"FINN, Norge","referring-url":"https://a.example/?navn=Ola"},
		"relationships":{"candidate":{"data":{"type":"candidates","id":%q}},"job":{"data":{"type":"jobs","id":"26"}},
		"stage":{"data":%s},"reject-reason":{"data":%s}}}`, id, candidate, stage, reason)
}

func included(candidates ...string) string {
	all := []string{
		`{"id":"26","type":"jobs","attributes":{"title":"Trainee, kull 2026","body":"<p>"}}`,
		`{"id":"1","type":"stages","attributes":{"name":"Innboks","stage-type":"Inbox"}}`,
		`{"id":"5","type":"stages","attributes":{"name":"Ansatt","legacy-stage-type-name":"Hired"}}`,
		`{"id":"4","type":"reject-reasons","attributes":{"reason":"Fikk annen jobb"}}`,
	}
	for _, id := range candidates {
		all = append(all, fmt.Sprintf(`{"id":%q,"type":"candidates","attributes":{"first-name":"Ola","last-name":"Nordmann","email":"ola@a.example","phone":"99999999",
			"pitch":"Ola","name":"Ola","title":"Ola","reason":"Ola","tags":["NTNU","ola@a.example","ingeniør; bygg","NTNU"]}}`, id))
	}
	return strings.Join(all, ",")
}

const (
	inbox = `{"type":"stages","id":"1"}`
	hired = `{"type":"stages","id":"5"}`
	job   = `{"type":"reject-reasons","id":"4"}`
)

func newAccount() *account {
	return &account{pages: []string{
		`"data":[` + application("10", "410", inbox, "null") + `,` + application("9", "411", hired, "null") + `],"included":[` + included("410", "411") + `]`,
		`"data":[` + application("100", "410", "null", job) + `],"included":[` + included("410") + `]`,
	}}
}

const applicationRows = `id,created-at,changed-stage-at,rejected-at,stage,stage-type,candidate-id,sourced,referring-site,reject-reason,job-id,job-title,tags
9,2026-03-31,2026-01-11,,Ansatt,Hired,411,true,"FINN, Norge",,26,"Trainee, kull 2026","NTNU;ingeniør, bygg"
10,2026-03-31,2026-01-11,,Innboks,Inbox,410,true,"FINN, Norge",,26,"Trainee, kull 2026","NTNU;ingeniør, bygg"
100,2026-03-31,2026-01-11,,,,410,true,"FINN, Norge",Fikk annen jobb,26,"Trainee, kull 2026","NTNU;ingeniør, bygg"
`

func (a *account) serve(t *testing.T) Teamtailor {
	t.Helper()
	server, web := serve(t, a.ServeHTTP)
	return Teamtailor{Address: server.URL + "/v1/", Token: canary + "\n", Web: web, Sleep: noSleep}
}

func TestPagesOfApplicationsBecomeOneTable(t *testing.T) {
	a := newAccount()
	file, err := a.serve(t).Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, applicationRows)
	if file.Name != "job-applications.csv" || len(a.asked) != 2 {
		t.Errorf("got %s after %d questions, want job-applications.csv after 2", file.Name, len(a.asked))
	}
	for _, r := range a.asked {
		q := r.URL.Query()
		if r.URL.Path != "/v1/job-applications" || q.Get("page[size]") != "30" || q.Get("fields[candidates]") != "tags" {
			t.Errorf("got the question %s, want thirty a page and no names", r.URL)
		}
		if r.Header.Get("Authorization") != "Token token="+canary || r.Header.Get("X-Api-Version") != "20240404" || r.Header.Get("Accept") != "application/vnd.api+json" {
			t.Errorf("got the headers %v, want key and version", r.Header)
		}
	}
}

func TestNothingOfThePersonIsWritten(t *testing.T) {
	file, err := newAccount().serve(t).Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file.Path)
	if err != nil {
		t.Fatal(err)
	}
	for _, personal := range []string{"Ola", "Nordmann", "@", "99999999"} {
		if strings.Contains(string(text), personal) {
			t.Errorf("the file holds %q", personal)
		}
	}
}

func TestPageThatPassesIsAskedAgain(t *testing.T) {
	a := newAccount()
	var slept naps
	failures := map[int]int{1: 1, 2: 2}
	a.meddle = func(w http.ResponseWriter, _ *http.Request, page int) bool {
		if failures[page] == 0 {
			return false
		}
		failures[page]--
		switch {
		case page == 1:
			w.Header().Set("Retry-After", "5")
		case failures[page] == 1:
			w.Header().Set("X-Rate-Limit-Reset", "9")
		}
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	}
	source := a.serve(t)
	source.Sleep = slept.sleep
	file, err := source.Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, applicationRows)
	if got := fmt.Sprint(slept); got != "[5s 9s 2s]" {
		t.Errorf("got the pauses %s, want [5s 9s 2s]", got)
	}
}

func TestListThatChangesIsReadAnew(t *testing.T) {
	a := newAccount()
	whole := a.pages
	// While page 2 is asked for, somebody applies: 9 slides over to it, and 100 to a third.
	moved := []string{whole[0], `"data":[` + application("9", "411", hired, "null") + `],"included":[` + included("411") + `]`}
	a.pages = moved
	a.meddle = func(_ http.ResponseWriter, _ *http.Request, page int) bool {
		if page == 1 && len(a.asked) > 1 {
			a.pages = whole
		}
		return false
	}
	file, err := a.serve(t).Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, applicationRows)
	if len(a.asked) != 4 {
		t.Errorf("got %d questions, want two for each reading", len(a.asked))
	}
}

func TestListThatIsNotWholeLeavesNothing(t *testing.T) {
	data := func(rows, with string) string { return `"data":[` + rows + `],"included":[` + with + `]` }
	one := application("10", "410", inbox, "null")
	cases := []struct {
		name   string
		change func(a *account)
		limits Limits
		code   string
		found  string
	}{
		{"the second page is missing", func(a *account) { a.meddle = answer(2, 404, "") }, Limits{}, CodeMissing, "HTTP 404"},
		{"the key has no access", func(a *account) { a.meddle = answer(1, 401, canary) }, Limits{}, CodeSignIn, "HTTP 401"},
		{"the second page is no JSON", func(a *account) { a.meddle = answer(2, 200, "Vedlikehold") }, Limits{}, CodeForm, "2"},
		{"the second page is half", func(a *account) { a.meddle = answer(2, 200, `{"data":[`+one) }, Limits{}, CodeForm, "2"},
		{"the second page is a page to sign in", func(a *account) { a.meddle = answer(2, 200, "<html>") }, Limits{}, CodeWebPage, ""},
		{"the second page has no data", func(a *account) { a.meddle = answer(2, 200, `{"errors":[{"title":"`+canary+`"}]}`) }, Limits{}, CodeForm, "2"},
		{"not job applications", func(a *account) { a.pages[0] = `"data":[{"type":"candidates","id":"1"}]` }, Limits{}, CodeForm, "1"},
		{"no id", func(a *account) { a.pages[0] = `"data":[{"type":"job-applications"}]` }, Limits{}, CodeForm, "1"},
		{"the candidate did not come along", func(a *account) { a.pages[1] = data(one, included()) }, Limits{}, CodePartial, "2"},
		{"nothing came along", func(a *account) { a.pages[0] = `"data":[` + one + `]` }, Limits{}, CodePartial, "1"},
		{"relations left out", func(a *account) { a.pages[0] = `"data":[{"type":"job-applications","id":"1"}]` }, Limits{}, CodePartial, "1"},
		{"a candidate in place of a stage", func(a *account) {
			a.pages[0] = data(application("1", "410", `{"type":"candidates","id":"410"}`, "null"), included("410"))
		}, Limits{}, CodePartial, "1"},
		{"fewer than the account says", func(a *account) { a.pages = a.pages[:1] }, Limits{}, CodeChanged, ""},
		{"the same twice", func(a *account) { a.pages[1] = data(one, included("410")) }, Limits{}, CodeChanged, ""},
		{"a ring", func(a *account) {
			a.meddle = func(w http.ResponseWriter, r *http.Request, page int) bool {
				fmt.Fprintf(w, `{"data":[],"links":{"next":"https://%s/v1/job-applications?page%%5Bnumber%%5D=%d"}}`, r.Host, 2+page%2)
				return true
			}
		}, Limits{}, CodeLoop, "2"},
		{"no end", func(a *account) {
			a.meddle = func(w http.ResponseWriter, r *http.Request, page int) bool {
				fmt.Fprintf(w, `{"data":[],"links":{"next":"/v1/job-applications?page%%5Bnumber%%5D=%d"}}`, page+1)
				return true
			}
		}, Limits{Pages: 7}, CodePages, ""},
		{"next on another host", func(a *account) { a.meddle = answer(1, 200, `{"data":[],"links":{"next":"https://ond.example/"}}`) }, Limits{}, CodeNext, "https://ond.example"},
		{"next without TLS", func(a *account) {
			a.meddle = func(w http.ResponseWriter, r *http.Request, _ int) bool {
				fmt.Fprintf(w, `{"data":[],"links":{"next":"http://%s/"}}`, r.Host)
				return true
			}
		}, Limits{}, CodeNext, "http://{host}"},
		{"next is no address", func(a *account) { a.meddle = answer(1, 200, `{"data":[],"links":{"next":"https://[::"}}`) }, Limits{}, CodeNext, ""},
		{"more bytes than allowed", func(*account) {}, Limits{Bytes: 100}, CodeLarge, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := newAccount()
			c.change(a)
			source := a.serve(t)
			source.Limits = c.limits
			folder := private(t)
			_, err := source.Fetch(context.Background(), folder, State{})
			f := wantFault(t, err, c.code, folder)
			want := strings.ReplaceAll(c.found, "{host}", f.Asked)
			if f.Found != want || f.Source != "teamtailor" {
				t.Errorf("got %q at %s, want %q at teamtailor", f.Found, f.Source, want)
			}
		})
	}
}

func answer(page, status int, body string) func(http.ResponseWriter, *http.Request, int) bool {
	return func(w http.ResponseWriter, _ *http.Request, n int) bool {
		if n != page {
			return false
		}
		w.WriteHeader(status)
		fmt.Fprint(w, body)
		return true
	}
}

func TestAccountWithoutKeyOrAddressIsNotAsked(t *testing.T) {
	for _, c := range []struct {
		source Teamtailor
		code   string
	}{
		{Teamtailor{}, CodeSecret},
		{Teamtailor{Token: canary + "\x00"}, CodeSecret},
		{Teamtailor{Token: canary, Address: "http://api.example"}, CodeURL},
		{Teamtailor{Token: canary, Address: "https://127.0.0.1:1", Limits: Limits{Time: time.Second}}, CodePrivate},
	} {
		folder := private(t)
		_, err := c.source.Fetch(context.Background(), folder, State{})
		wantFault(t, err, c.code, folder)
	}
}

// Whatever a page says, the table keeps its columns, and no address of a
// person gets in.
func FuzzPageBecomesRowsOrAFault(f *testing.F) {
	for _, p := range newAccount().pages {
		f.Add("{" + p + "}")
	}
	f.Add(`{"data":[]}`)
	f.Add(`{"data":[{"id":"1","type":"job-applications","attributes":{"created-at":"ola@a.example","referring-site":"ola@a.example"},"relationships":{"candidate":{"data":null},"job":{"data":null},"stage":{"data":null}}}]}`)
	f.Add(`{"data":null,"included":[{}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		found := newApplications("api.example")
		if _, err := found.add([]byte(text), 1); err != nil {
			wantFault(t, err, err.(*Fault).Code, "finnes ikke")
			return
		}
		var b strings.Builder
		w := csv.NewWriter(&b)
		if err := w.WriteAll(found.table()); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || len(rows) != len(found.rows)+1 {
			t.Fatalf("got %d rows back, %v; want %d", len(rows), err, len(found.rows)+1)
		}
		for _, row := range found.rows {
			for _, i := range []int{1, 2, 3, 8, 12} {
				if strings.Contains(row[i], "@") {
					t.Errorf("column %s holds an address: %q", applicationHeaders[i], row[i])
				}
			}
		}
	})
}

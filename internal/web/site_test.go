package web_test

import (
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"bolyst/internal/signin"
	"bolyst/internal/web"
)

// service is a site with two editions, whose second is not shown yet, and what was asked of it.
type service struct {
	web.Site
	latest string
	asked  []string

	traced   web.TracePage
	untraced error
}

func aService(t testing.TB) *service {
	t.Helper()
	folder := t.TempDir()
	for _, edition := range []string{"first", "second"} {
		for name, text := range map[string]string{"index.html": "front of ", "board/index.html": strings.Repeat("page of ", 99), "centre/index.html": "page of ", "staff/index.html": "page of ", "board/assets/app.js": "script of "} {
			path := filepath.Join(folder, edition, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text+edition), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "latest"), []byte("first\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	s := &service{latest: "first"}
	s.Site = web.Site{Editions: root, Now: time.Now, Words: func([]string) web.Words { return someWords },
		Latest: func(string) (string, error) {
			if s.latest == "" {
				return "", fs.ErrNotExist
			}
			return s.latest, nil
		},
		Ready:   func() (any, bool) { return map[string]int{"batches": 4}, s.latest != "" },
		Metrics: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "bolyst_store_open 1\n") }),
		Jobs: func(language string) web.JobsPage {
			return web.JobsPage{Desk: web.Desk{Language: "nb", Title: "Jobber " + language}, Rows: []web.JobRow{{Name: "publish", Last: "<script>"}}}
		},
		Data: func(_ context.Context, language string) web.DataPage {
			return web.DataPage{Desk: web.Desk{Language: "nb", Title: "Data inn " + language}, Tables: []web.Table{{Caption: "Kildene", Rows: []web.Row{{Cells: []string{"<script>", "14"}}}}}}
		},
		Trace: func(_ context.Context, who string, asked url.Values) (web.TracePage, error) {
			s.asked = append(s.asked, who+" "+asked.Get("figure"))
			return s.traced, s.untraced
		},
		Ask: func(job, _ string) (bool, error) { s.asked = append(s.asked, job); return job == "publish", nil }}
	return s
}

// someWords are enough to know the pages by.
var someWords = web.Words{Language: "nb", Service: "Bolyst", Title: "Logg inn", Wrong: "Feil navn eller passord", Busy: "For mange forsøk",
	Unreachable: "Svarer ikke", Refused: "Holder ikke", Roles: map[string]string{"board": "styret"},
	Forbidden: web.Said{Title: "Ingen adgang"}, Unknown: web.Said{Title: "Logg inn først"}, OtherProgrammes: web.Said{Title: "Andre program"},
	NoRole: web.Said{Title: "Ingen rolle"}, NoEdition: web.Said{Title: "Ingen utgave er publisert"}, Unwritten: web.Said{Title: "Kunne ikke føres"},
	Unapproved: web.Said{Title: "Ikke godkjent"}, Crossed: web.Said{Title: "Fra en annen side"},
	NoReason: web.Said{Title: "Skriv hvorfor"}, Superseded: web.Said{Title: "Nyere utgave"},
	Decided: func(edition, audience string, v web.Verdict) web.Said {
		return web.Said{Title: map[web.Outcome]string{web.AlreadyApproved: "Godkjent av ", web.AlreadyRejected: "Avvist av "}[v.Became] + v.Who, Text: edition + "/" + audience}
	}}

// answer sends one request from this machine, or from where the headers say.
func (s *service) answer(method, path, form string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, path, strings.NewReader(form))
	r.RemoteAddr, r.Host = "127.0.0.1:50000", "127.0.0.1:8421"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "From-Address" {
			r.RemoteAddr = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w.Result()
}

func TestAddressLeadsToTheNewestEditionAndAPageStaysInItsOwn(t *testing.T) {
	s := aService(t)
	for _, test := range []struct{ latest, path, want string }{
		{"first", "/", "/editions/first/"},
		{"first", "/board/", "/editions/first/board/"},
		{"second", "/board/", "/editions/second/board/"},
		{"second", "/board/assets/app.js", "/editions/second/board/assets/app.js"},
		{"second", "/latest/board/assets/app.js", "/editions/second/board/assets/app.js"}, // what a spreadsheet asks again and again
		{"second", "/latest/", "/editions/second/"},
		{"second", "/editions/first/board", "/editions/first/board/"},
	} {
		s.latest = test.latest
		r := s.answer("GET", test.path, "")
		if got := r.Header.Get("Location"); r.StatusCode != http.StatusFound && r.StatusCode != http.StatusTemporaryRedirect || got != test.want {
			t.Errorf("%s: got %d to %q, want it to lead to %q", test.path, r.StatusCode, got, test.want)
		}
	}
	for path, want := range map[string]string{"/editions/first/": "front of first", "/editions/first/board/assets/app.js": "script of first",
		"/editions/second/board/assets/app.js": "script of second"} {
		if got := body(t, s.answer("GET", path, "")); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	for _, path := range []string{"/nothing", "/editions/", "/editions/latest", "/editions/third/", "/editions/first/../second/", "/latest"} {
		if r := s.answer("GET", path, ""); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: got %d, want 404", path, r.StatusCode)
		}
	}
	s.latest = ""
	if r := s.answer("GET", "/", ""); r.StatusCode != http.StatusNotFound || !strings.Contains(body(t, r), "Ingen utgave er publisert") {
		t.Errorf("before the first edition: got %d", r.StatusCode)
	}
}

func TestCrookedAddressOfTheServiceOpensNothing(t *testing.T) {
	s := aService(t)
	for _, path := range crooked {
		for _, address := range []string{path, "/editions/first" + path} {
			r, err := http.NewRequest("GET", "http://127.0.0.1", nil)
			if err != nil {
				t.Fatal(err)
			}
			r.RemoteAddr = "127.0.0.1:50000"
			if r.URL.Path = address; strings.ContainsAny(address, "%*") || !strings.HasPrefix(address, "/") {
				continue // what the line of a request becomes is held in TestCrookedAddressOpensNothing
			}
			w := httptest.NewRecorder()
			s.Handler().ServeHTTP(w, r)
			if w.Code != http.StatusNotFound {
				t.Errorf("%s: got %d to %q, want 404", address, w.Code, w.Header().Get("Location"))
			}
		}
	}
}

func TestTextIsSentPackedToThoseWhoReadItSo(t *testing.T) {
	s := aService(t)
	page := "/editions/first/board/"
	for _, test := range []struct {
		headers []string
		coding  string
		status  int
	}{
		{nil, "", 200},
		{[]string{"Accept-Encoding", "gzip"}, "gzip", 200},
		{[]string{"Accept-Encoding", "gzip, deflate, br, zstd"}, "br", 200},
		{[]string{"Accept-Encoding", "br;q=0, gzip;q=0.5"}, "gzip", 200},
		{[]string{"Accept-Encoding", "gzip;q=0"}, "", 200},
		{[]string{"Accept-Encoding", "gzip; q=0.000, br;q=0.0"}, "", 200},
		{[]string{"Accept-Encoding", "br", "Range", "bytes=0-3"}, "", 206},
	} {
		r := s.answer("GET", page, "", test.headers...)
		text := io.Reader(r.Body)
		switch coding := r.Header.Get("Content-Encoding"); {
		case coding != test.coding || r.StatusCode != test.status:
			t.Errorf("%v: got %q and %d, want %q and %d", test.headers, coding, r.StatusCode, test.coding, test.status)
		case coding == "br":
			text = brotli.NewReader(r.Body)
		case coding == "gzip":
			var err error
			if text, err = gzip.NewReader(r.Body); err != nil {
				t.Fatal(err)
			}
		}
		got, _ := io.ReadAll(text)
		if want := strings.Repeat("page of ", 99) + "first"; test.status == 200 && string(got) != want {
			t.Errorf("%v: got %q", test.headers, got)
		}
		again := s.answer("GET", page, "", append(slices.Clone(test.headers), "If-None-Match", r.Header.Get("ETag"))...)
		if test.status == 200 && again.StatusCode != http.StatusNotModified {
			t.Errorf("%v: asked again, got %d, want 304", test.headers, again.StatusCode)
		}
	}
	tags := map[string]bool{}
	for _, accepted := range []string{"", "gzip", "br"} {
		tags[s.answer("GET", page, "", "Accept-Encoding", accepted).Header.Get("ETag")] = true
	}
	if len(tags) != 3 {
		t.Errorf("got the tags %v, want one for each form", tags)
	}
	plain, packed := s.answer("GET", page, ""), s.answer("HEAD", page, "", "Accept-Encoding", "gzip")
	if plain.Header.Get("ETag") == packed.Header.Get("ETag") || packed.Header.Get("Vary") != "Accept-Encoding" || packed.Header.Get("Content-Length") == "" {
		t.Errorf("got %v and %v", plain.Header, packed.Header)
	}
	if r := s.answer("GET", "/editions/first/", "", "Accept-Encoding", "gzip"); r.Header.Get("Content-Encoding") != "" {
		t.Error("what does not get smaller was packed")
	}
}

func TestWithoutSignInPagesOfTheServiceAreForThisMachine(t *testing.T) {
	s := aService(t)
	for _, path := range []string{"/jobs", "/data", "/trace", "/metrics"} {
		if r := s.answer("GET", path, ""); r.StatusCode != http.StatusOK || r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: got %d and %v", path, r.StatusCode, r.Header)
		}
		if r := s.answer("GET", path, "", "From-Address", "192.168.1.20:50000"); r.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s from another machine: got %d, want 401", path, r.StatusCode)
		}
	}
	for path, want := range map[string]string{"/health": "ok\n", "/ready": "{\n  \"batches\": 4\n}\n"} {
		if got := body(t, s.answer("GET", path, "")); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	s.latest = ""
	if r := s.answer("GET", "/ready", ""); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("not ready: got %d, want 503", r.StatusCode)
	}
}

func TestButtonStartsAJobFromThisServersOwnPageOnly(t *testing.T) {
	s := aService(t)
	page := s.answer("GET", "/jobs?lang=en", "")
	if text := body(t, page); !strings.Contains(text, "Jobber en") || !strings.Contains(text, `value="publish"`) || strings.Contains(text, "<script>") {
		t.Errorf("got %s", text)
	}
	if csp := page.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "form-action 'self'") || !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("got the policy %s", csp)
	}
	for _, test := range []struct {
		form    string
		headers []string
		want    int
	}{
		{"job=publish", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"job=publish", []string{"Origin", "https://attacker.example"}, 403},
		{"job=publish", []string{"From-Address", "192.168.1.20:50000"}, 401},
		{"job=" + strings.Repeat("x", 9000), nil, 400},
		{"job=nothing", nil, 400},
		{"job=publish", []string{"Sec-Fetch-Site", "same-origin"}, 303},
	} {
		s.asked = nil
		r := s.answer("POST", "/jobs", test.form, test.headers...)
		if r.StatusCode != test.want {
			t.Errorf("%.20s %v: got %d, want %d", test.form, test.headers, r.StatusCode, test.want)
		}
		if started := slices.Contains(s.asked, "publish"); started != (test.want == 303) {
			t.Errorf("%.20s %v: started %v", test.form, test.headers, started)
		}
	}
	if r := s.answer("POST", "/board/", "job=publish"); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("got %d, want 405", r.StatusCode)
	}
}

func TestFileThatWasReplacedIsServedAnewWithinASecond(t *testing.T) {
	s := aService(t)
	now := time.Date(2026, time.November, 24, 8, 0, 0, 0, time.UTC)
	s.Now = func() time.Time { return now }
	handler := s.Handler() // one, as the service has
	get := func() string {
		r := httptest.NewRequest("GET", "/editions/first/index.html", nil)
		r.RemoteAddr, r.Host = "127.0.0.1:50000", "127.0.0.1:8421"
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Body.String()
	}
	if got := get(); got != "front of first" {
		t.Fatalf("got %q", got)
	}
	if err := s.Editions.WriteFile("first/index.html", []byte("mended"), 0o644); err != nil {
		t.Fatal(err)
	}
	if now = now.Add(time.Second); get() != "mended" {
		t.Error("a second later the page is the one of before")
	}
	if err := s.Editions.Remove("first/index.html"); err != nil {
		t.Fatal(err)
	}
	if now = now.Add(time.Second); strings.Contains(get(), "mended") {
		t.Error("a page that is gone is still served")
	}
}

func TestPageThatBreaksIsToldAndTheServiceGoesOn(t *testing.T) {
	s := aService(t)
	var broke any
	status := 0
	s.Broke = func(fault any, stack []byte) { broke = fault }
	s.Served = func(_ string, _ signin.Role, answered int, _ time.Duration) { status = answered }
	s.Jobs = func(string) web.JobsPage { panic("no jobs") }
	if r := s.answer("GET", "/jobs", ""); r.StatusCode != http.StatusInternalServerError || broke != "no jobs" || status != r.StatusCode {
		t.Errorf("got %d, told %v and %d", r.StatusCode, broke, status)
	}
	if r := s.answer("GET", "/health", ""); r.StatusCode != http.StatusOK || status != http.StatusOK {
		t.Errorf("afterwards: got %d", r.StatusCode)
	}
}

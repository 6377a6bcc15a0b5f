package web_test

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/web"
)

// secret stands in files beside and above the edition; no response may hold it.
const secret = "personnummer"

// anEdition lays out an edition's folder with something to steal around it, and
// returns a function that sends one raw request line to its handler.
func anEdition(t *testing.T) func(request string, header ...string) *http.Response {
	t.Helper()
	data := t.TempDir()
	for name, text := range map[string]string{
		"secret.txt":                      secret,
		"other/index.html":                secret,
		"edition/.env":                    secret,
		"edition/.unfinished/index.html":  secret,
		"edition/index.html":              "<title>forside</title>",
		"edition/board/index.html":        "<title>styret</title>",
		"edition/board/report.xlsx":       "PK",
		"edition/board/data/figures.csv":  "indikator;verdi",
		"edition/board/data/figures.json": `{"figures":[]}`,
		"edition/board/data/f.parquet":    "PAR1",
		"edition/board/data/LES-MEG.txt":  "Les meg",
		"edition/public/catalogue.ttl":    "@prefix dcat: <http://www.w3.org/ns/dcat#> .",
		"edition/board/assets/app.js":     "echarts.init()",
		"edition/board/assets/app.css":    "body{}",
		"edition/board/assets/map.svg":    "<svg/>",
		"edition/board/assets/LICENSE":    "Apache",
		"edition/board/assets/x.unknown":  "<script>alert(1)</script>",
	} {
		path := filepath.Join(data, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"edition/out.txt":        "../secret.txt",
		"edition/absolute.txt":   filepath.Join(data, "secret.txt"),
		"edition/outside":        "../other",
		"edition/board/up":       "../..",
		"edition/board/loop.txt": "loop.txt",
	} {
		if err := os.Symlink(target, filepath.Join(data, link)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(filepath.Join(data, "edition"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	handler := web.Handler(root)

	return func(request string, header ...string) *http.Response {
		t.Helper()
		raw := request + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + strings.Join(append(header, ""), "\r\n") + "\r\n"
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
		if err != nil { // the server answers 400 before any handler
			return &http.Response{StatusCode: http.StatusBadRequest, Body: http.NoBody}
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Result()
	}
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	var text strings.Builder
	if _, err := bufio.NewReader(r.Body).WriteTo(&text); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func TestFilesAreServedByTheirKind(t *testing.T) {
	get := anEdition(t)
	for _, c := range []struct {
		path, contentType, body string
		download                bool
	}{
		{"/", "text/html; charset=utf-8", "<title>forside</title>", false},
		{"/index.html", "text/html; charset=utf-8", "<title>forside</title>", false},
		{"/board/", "text/html; charset=utf-8", "<title>styret</title>", false},
		{"/board/?lang=en", "text/html; charset=utf-8", "<title>styret</title>", false},
		{"/board/report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK", true},
		{"/board/data/figures.csv", "text/csv; charset=utf-8", "indikator;verdi", true},
		{"/board/data/figures.json", "application/json", `{"figures":[]}`, false},
		{"/board/data/f.parquet", "application/vnd.apache.parquet", "PAR1", true},
		{"/board/data/LES-MEG.txt", "text/plain; charset=utf-8", "Les meg", false},
		{"/public/catalogue.ttl", "text/turtle; charset=utf-8", "@prefix dcat: <http://www.w3.org/ns/dcat#> .", false},
		{"/board/assets/app.js", "text/javascript; charset=utf-8", "echarts.init()", false},
		{"/board/assets/app.css", "text/css; charset=utf-8", "body{}", false},
		{"/board/assets/map.svg", "image/svg+xml", "<svg/>", false},
		{"/board/assets/LICENSE", "text/plain; charset=utf-8", "Apache", false},
		{"/board/assets/x.unknown", "application/octet-stream", "<script>alert(1)</script>", true},
	} {
		r := get("GET " + c.path)
		if got := body(t, r); r.StatusCode != http.StatusOK || got != c.body {
			t.Errorf("%s: got %d %q, want 200 %q", c.path, r.StatusCode, got, c.body)
		}
		if got := r.Header.Get("Content-Type"); got != c.contentType {
			t.Errorf("%s: got Content-Type %q, want %q", c.path, got, c.contentType)
		}
		if got := r.Header.Get("Content-Disposition") == "attachment"; got != c.download {
			t.Errorf("%s: got download %v, want %v", c.path, got, c.download)
		}
	}
}

func TestUnchangedFileIsNotSentAgain(t *testing.T) {
	get := anEdition(t)
	// printf 'body{}' | sha256sum | head -c 32
	const tag = `"7c98040a541657584690ae2a1cc3b42a"`
	r := get("GET /board/assets/app.css")
	if got := r.Header.Get("ETag"); got != tag {
		t.Fatalf("got ETag %s, want %s", got, tag)
	}
	if got := r.Header.Get("Last-Modified"); got != "" {
		t.Errorf("got Last-Modified %s, want none: file times say nothing", got)
	}
	r = get("GET /board/assets/app.css", "If-None-Match: "+tag)
	if got := body(t, r); r.StatusCode != http.StatusNotModified || got != "" {
		t.Errorf("same content: got %d %q, want 304 without a body", r.StatusCode, got)
	}
	r = get("GET /board/assets/app.css", `If-None-Match: "0123"`)
	if r.StatusCode != http.StatusOK {
		t.Errorf("other content: got %d, want 200", r.StatusCode)
	}
}

func TestOnlyGetAndHead(t *testing.T) {
	get := anEdition(t)
	r := get("HEAD /board/")
	if got := body(t, r); r.StatusCode != http.StatusOK || got != "" || r.Header.Get("Content-Length") != "21" {
		t.Errorf("HEAD: got %d %q with Content-Length %s, want 200, no body, 21", r.StatusCode, got, r.Header.Get("Content-Length"))
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"} {
		r := get(method + " /")
		if method == "CONNECT" {
			r = get("CONNECT 127.0.0.1:80")
		}
		if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: got %d, Allow %q, want 405", method, r.StatusCode, r.Header.Get("Allow"))
		}
	}
}

func TestFolderIsItsPageAndNeverAList(t *testing.T) {
	get := anEdition(t)
	r := get("GET /board")
	if r.StatusCode != http.StatusFound || r.Header.Get("Location") != "/board/" {
		t.Errorf("/board: got %d to %q, want 302 to /board/", r.StatusCode, r.Header.Get("Location"))
	}
	for _, path := range []string{"/board/data", "/board/data/", "/board/assets", "/board/assets/"} {
		r := get("GET " + path)
		if got := body(t, r); r.StatusCode != http.StatusNotFound || strings.Contains(got, "figures") || strings.Contains(got, "app.js") {
			t.Errorf("%s: got %d, want 404 and no names", path, r.StatusCode)
		}
	}
}

func TestEveryResponseCarriesTheGuardingHeaders(t *testing.T) {
	get := anEdition(t)
	for _, request := range []string{"GET /", "HEAD /", "GET /board", "GET /none", "POST /", "GET /../secret.txt", "GET /board/report.xlsx"} {
		r := get(request)
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
				"connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options":       "nosniff",
			"X-Frame-Options":              "DENY",
			"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %s: got %q, want %q", request, name, got, want)
			}
		}
	}
}

func TestMissingPageSaysSoInBothLanguages(t *testing.T) {
	r := anEdition(t)("GET /kull/2011.html")
	got := body(t, r)
	if r.StatusCode != http.StatusNotFound || !strings.Contains(got, "Siden finnes ikke") || !strings.Contains(got, "Page not found") {
		t.Errorf("got %d %q", r.StatusCode, got)
	}
	if strings.Contains(got, "2011") {
		t.Error("the page repeats what was asked for: a way in for foreign text")
	}
}

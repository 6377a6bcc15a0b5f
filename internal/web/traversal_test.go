package web_test

import (
	"net/http"
	"strings"
	"testing"
)

// Each of these has led out of a folder on some server; here none may open
// anything, and the ones that spell an inside file the crooked way are refused too.
var crooked = []string{
	"/../secret.txt",
	"/../../secret.txt",
	"/board/../../secret.txt",
	"/board/../index.html",
	"/./index.html",
	"/board/./index.html",
	"//secret.txt",
	"//board/index.html",
	"/board//index.html",
	"///../secret.txt",
	"/..",
	"/../",
	"/.",
	"/board/..",
	"/%2e%2e/secret.txt",
	"/%2E%2E/secret.txt",
	"/.%2e/secret.txt",
	"/%2e./secret.txt",
	"/..%2fsecret.txt",
	"/..%2Fsecret.txt",
	"/%2e%2e%2fsecret.txt",
	"/board%2f..%2f..%2fsecret.txt",
	"/board%2findex.html",
	"/%2fetc%2fhostname",
	"//etc/hostname",
	"/%252e%252e/secret.txt",
	"/%252e%252e%252fsecret.txt",
	"/..%252fsecret.txt",
	"/..%255csecret.txt",
	`/..\secret.txt`,
	`/board\..\..\secret.txt`,
	"/..%5csecret.txt",
	"/%5c..%5csecret.txt",
	"/%5c%5cserver%5cshare",
	"/..%c0%afsecret.txt",
	"/..%c0%2fsecret.txt",
	"/%c0%ae%c0%ae/secret.txt",
	"/%e0%80%ae%e0%80%ae/secret.txt",
	"/..%ef%bc%8fsecret.txt",
	"/%ef%bc%8e%ef%bc%8e/secret.txt",
	"/..%u2215secret.txt",
	"/%uff0e%uff0e/secret.txt",
	"/....//secret.txt",
	"/..../secret.txt",
	"/.../secret.txt",
	"/..;/secret.txt",
	"/board;/../../secret.txt",
	"/..%00/secret.txt",
	"/index.html%00",
	"/../secret.txt%00.html",
	"/..%0d%0a/secret.txt",
	"/..%20/secret.txt",
	"/%20../secret.txt",
	"/C:/secret.txt",
	"/index.html::$DATA",
	"/index.html.",
	"/index.html%20",
	"/index.html/",
	"/INDEX.HTML/..",
	"/file:///etc/hostname",
	"http://127.0.0.1/../secret.txt",
	"../secret.txt",
	"*",
	// hidden names
	"/.env",
	"/.unfinished/",
	"/.unfinished/index.html",
	"/%2eenv",
	// links that lead out, to a file, a folder, or nowhere
	"/out.txt",
	"/absolute.txt",
	"/outside/",
	"/outside/index.html",
	"/board/up/secret.txt",
	"/board/up/other/index.html",
	"/board/loop.txt",
}

func TestCrookedAddressOpensNothing(t *testing.T) {
	get := anEdition(t)
	for _, path := range crooked {
		r := get("GET " + path)
		if r.StatusCode != http.StatusNotFound && r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: got %d to %q, want 404 or 400", path, r.StatusCode, r.Header.Get("Location"))
		}
		if text := body(t, r); strings.Contains(text, secret) || strings.Contains(text, "<title>styret") || strings.Contains(text, "<title>forside") {
			t.Errorf("%s: got %q", path, text)
		}
	}
}

// What the table does not think of, the fuzzer may: no address yields the secret.
func FuzzNoAddressLeadsOut(f *testing.F) {
	for _, path := range crooked {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if strings.ContainsAny(path, " \r\n") {
			return // no request line
		}
		r := anEdition(t)("GET " + path)
		if strings.Contains(body(t, r), secret) {
			t.Errorf("%q gave a file from outside", path)
		}
	})
}

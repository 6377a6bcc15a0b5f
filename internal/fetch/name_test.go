package fetch

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFileIsNamedByItsServerOrItsAddress(t *testing.T) {
	cases := []struct{ asked, led, disposition, kind, want string }{
		{"https://a.example/eksport/trainee.xlsx", "", "", "", "trainee.xlsx"},
		{"https://a.example/s/abc/download", "", `attachment; filename="Søkere 2026.xlsx"`, "", "Søkere 2026.xlsx"},
		{"https://a.example/s/abc/download", "", `attachment; filename="sokere.xlsx"; filename*=UTF-8''S%C3%B8kere.xlsx`, "", "Søkere.xlsx"},
		{"https://a.example/s/abc", "https://lager.example/2026/a.csv?sig=1", "", "", "a.csv"},
		{"https://a.example/a.csv", "https://lager.example/b.bin", "", "", "a.csv"},
		{"https://a.example/eksport", "", "", "text/csv; charset=utf-8", "eksport.csv"},
		{"https://a.example/eksport", "", "", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "eksport.xlsx"},
		{"https://a.example/", "", "", "", "fil"},
		{"https://a.example", "", `attachment; filename="../../etc/cron.d/x"`, "", "x"},
		{"https://a.example", "", `attachment; filename="..\\..\\x.csv"`, "", "x.csv"},
		{"https://a.example/x%2F..%2Fpasswd", "", "", "", "passwd"},
	}
	for _, c := range cases {
		asked, led := mustParse(t, c.asked), mustParse(t, c.led)
		if c.led == "" {
			led = asked
		}
		answer := &http.Response{Request: &http.Request{URL: led}, Header: http.Header{"Content-Disposition": {c.disposition}, "Content-Type": {c.kind}}}
		if got := fileName(asked, answer); got != c.want {
			t.Errorf("%s, %s, %s: got %q, want %q", c.asked, c.led, c.disposition, got, c.want)
		}
	}
}

func TestNameBecomesSafe(t *testing.T) {
	cases := []struct{ name, want string }{
		{"", "fil"}, {".", "fil"}, {"..", "fil"}, {"/", "fil"}, {" . ", "fil"},
		{".bashrc", "bashrc"}, {".fetch-1", "fetch-1"}, // neither hidden nor taken for a leftover
		{"a\x00b\n.csv", "a_b_.csv"}, {"a\u202egsj.csv", "a_gsj.csv"}, {"a\xffb", "a_b"},
		{`a:b*c?.csv`, "a_b_c_.csv"}, {"nul.csv", "_nul.csv"}, {"nullpunkt.csv", "nullpunkt.csv"},
		{strings.Repeat("å", 100) + ".xlsx", strings.Repeat("å", 57) + ".xlsx"}, // 114 + 5 of 120 bytes
	}
	for _, c := range cases {
		if got := safeName(c.name); got != c.want {
			t.Errorf("%q: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzNameStaysInItsFolder(f *testing.F) {
	for _, name := range []string{"a.csv", "../x", `..\x`, "\x00", "con", strings.Repeat("ø", 200), ".fetch-"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := safeName(name)
		if got == "" || len(got) > 130 || !utf8.ValidString(got) || filepath.Dir(filepath.Join("mappe", got)) != "mappe" ||
			strings.HasPrefix(got, ".") || strings.ContainsAny(got, "/\\\x00\n") {
			t.Errorf("%q became %q", name, got)
		}
	})
}

func mustParse(t *testing.T, text string) *url.URL {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

package main

import (
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/edition"
	"bolyst/internal/web"
)

// The service delivers by itself, what the board must approve only once somebody has pressed the button.
func TestServiceDeliversWhatNeedsNoApprovalAndTheRestOnceItIsApproved(t *testing.T) {
	tr, o := delivering(t)
	config := filepath.Join(tr.folder, "bolyst.yaml")
	content, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(config, append(content, "editions: {sign_off: {board: {role: admin}}}\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	name, err := edition.Latest(filepath.Join(tr.folder, "data", "editions"))
	if err != nil {
		t.Fatal(err)
	}
	s := serving(t, tr.folder, "2011-01-10T09:00:00Z")
	s.until(t, name+" to mail/evaluator: delivered")
	if log := s.log.String(); strings.Contains(log, "mail/chair") || strings.Contains(log, "@example.no") {
		t.Errorf("the log says\n%s", log)
	}
	_, page := s.get(t, "jobs")
	for _, want := range []string{"Edition " + name + " for the board", "mail/evaluator", "files/office", `value="reject"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	for _, c := range []struct {
		edition, audience, verdict, language string
		want                                 int
		says                                 string
	}{
		{name, "centre", "approve", "en", http.StatusForbidden, "This page is not for you"},
		{name, "board", "reject", "nb", http.StatusBadRequest, "Skriv hvorfor"},
		{name, "board", "reject", "nn", http.StatusBadRequest, "Skriv kvifor"},
		{"2009-12-31-b0001-00000000", "board", "approve", "en", http.StatusConflict, "A newer edition has come"},
		{name, "board", "approve", "en", http.StatusOK, "Jobs"},
		{name, "board", "approve", "nb", http.StatusConflict, "Utgaven er allerede godkjent"},
		{name, "board", "reject", "nn", http.StatusConflict, "Utgåva er allereie godkjend"},
	} {
		form := url.Values{"edition": {c.edition}, "audience": {c.audience}, "verdict": {c.verdict}}
		r, err := http.PostForm(s.url+"sign-off?lang="+c.language, form)
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(r.Body)
		if r.Body.Close(); err != nil || r.StatusCode != c.want || !strings.Contains(string(page), c.says) {
			t.Errorf("%s in %s: got %d (%v), want %d and %q:\n%s", c.verdict, c.language, r.StatusCode, err, c.want, c.says, page)
		}
	}
	for language, want := range map[Language]string{"nb": "allerede avvist av kari", "nn": "allereie avvist av kari", "en": "rejected already by kari"} {
		if said := language.sayDecided(name, "board", web.Verdict{Became: web.AlreadyRejected, Who: "kari"}); !strings.Contains(said.Title, want) || !strings.Contains(said.Text, name) {
			t.Errorf("%s: got %q", language, said)
		}
	}
	if _, err := http.PostForm(s.url+"jobs", url.Values{"job": {deliverJob}}); err != nil {
		t.Fatal(err)
	}
	s.until(t, name+" to mail/chair: delivered")
	s.until(t, name+" to folder: delivered")
	if code, _ := s.stop(t); code != exitDone {
		t.Errorf("exit code %d", code)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.came["leder@example.no"]) != 1 || len(o.came["eva@example.no"]) != 1 {
		t.Errorf("came: %d and %d", len(o.came["leder@example.no"]), len(o.came["eva@example.no"]))
	}
}

package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/edition"
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
		verdict string
		want    int
	}{{"reject", http.StatusForbidden}, {"approve", http.StatusOK}} { // whoever rejects must say why
		r, err := http.PostForm(s.url+"sign-off", url.Values{"edition": {name}, "audience": {"board"}, "verdict": {c.verdict}})
		if err != nil {
			t.Fatal(err)
		}
		if r.Body.Close(); r.StatusCode != c.want {
			t.Errorf("%s: got %d, want %d", c.verdict, r.StatusCode, c.want)
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

package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/oauth2-proxy/mockoidc"

	"bolyst/internal/signin"
)

// The real program: who signs in reads their own edition, starts a job, and is written down; the service's own log names nobody.
func TestServiceLetsInWhoSignsInAndWritesItDown(t *testing.T) {
	folder := t.TempDir()
	layOutGuarded(t, folder)
	s := serving(t, folder, "2026-11-30T12:00:00Z")
	if r, err := http.Get(s.url + "jobs"); err != nil || r.StatusCode != http.StatusUnauthorized {
		t.Errorf("a stranger at the jobs: got %v, %v", r, err)
	}
	if _, text := s.get(t, "ready"); strings.Contains(text, "soknader") {
		t.Errorf("a stranger is told %s", text)
	}
	r := readersOf(t, s, folder)
	front := r.get("/latest/", "")
	if !strings.HasSuffix(front.Header.Get("Location"), "/staff/") {
		t.Fatalf("the front leads to %s", front.Header.Get("Location"))
	}
	if page := r.get(front.Header.Get("Location"), ""); page.StatusCode != http.StatusOK || page.Header.Get("Content-Encoding") != "br" {
		t.Errorf("got %d, packed with %q", page.StatusCode, page.Header.Get("Content-Encoding"))
	}
	if page := r.get(strings.Replace(front.Header.Get("Location"), "/staff/", "/board/", 1), ""); page.StatusCode != http.StatusForbidden {
		t.Errorf("the board's page: got %d", page.StatusCode)
	}
	if answer, err := r.client.PostForm(s.url+"jobs", url.Values{"job": {"ingest:okonomi"}}); err != nil || answer.StatusCode != http.StatusSeeOther {
		t.Errorf("asked for a job: got %v, %v", answer, err)
	}
	s.until(t, `"msg":"job done","job":"ingest:okonomi"`)
	if err := signin.RemoveUser(filepath.Join(folder, "secrets", "users.json"), "kari"); err != nil {
		t.Fatal(err)
	}
	if page := r.get(front.Header.Get("Location"), ""); page.StatusCode != http.StatusSeeOther {
		t.Errorf("after she was removed: got %d", page.StatusCode)
	}
	if err := os.WriteFile(filepath.Join(folder, "secrets", "users.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.get(front.Header.Get("Location"), "")
	s.until(t, `"level":"ERROR","msg":"nobody can sign in with a password: the users' file cannot be read"`)
	for _, fault := range r.faults {
		t.Error(fault)
	}
	http.DefaultClient.CloseIdleConnections()
	r.client.CloseIdleConnections()
	if code, _ := s.stop(t); code != exitDone {
		t.Errorf("stopped with %d\n%s", code, &s.log)
	}
	var out strings.Builder
	if code := run(context.Background(), []string{"audit", "list", "-c", filepath.Join(folder, "bolyst.yaml")}, &out, &out, scriptClock); code != exitDone {
		t.Errorf("audit list: %s", &out)
	}
	for _, want := range []string{"kari  signed in", "kari  read", "/staff", "kari  asked for the job", "ingest:okonomi", "job was run"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("not written down: %s\n%s", want, &out)
		}
	}
	if strings.Contains(s.log.String(), "kari") {
		t.Errorf("the log names somebody:\n%s", &s.log)
	}
}

// The real program with a real provider, by the configuration alone: the claim's value gives the role, and the centre's reader
// who is let in for the one programme of the edition reads it.
func TestServiceLetsInWhomTheProviderVouchesFor(t *testing.T) {
	m, err := mockoidc.Run()
	if err != nil {
		t.Fatal(err)
	}
	defer m.Shutdown()
	m.QueueUser(&mockoidc.MockUser{Subject: "1", PreferredUsername: "eva", Groups: []string{"evaluering"}})
	free, err := net.Listen("tcp", "127.0.0.1:0") // the provider must know the address beforehand
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	free.Close()
	folder := t.TempDir()
	layOutGuarded(t, folder)
	file := filepath.Join(folder, "bolyst.yaml")
	config, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	config = fmt.Appendf(config, "  oidc:\n    issuer: %s\n    client_id: %s\n    client_secret: {env: BOLYST_TEST_SECRET}\n    scopes: [profile, groups]\n"+
		"    roles:\n      - {value: evaluering, role: centre, programmes: [kom]}\nserver:\n  public: http://%s\n", m.Issuer(), m.ClientID, address)
	if err := os.WriteFile(file, config, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(folder, "secrets", "users.json")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BOLYST_TEST_SECRET", m.ClientSecret)
	s := &server{log: lines{seen: make(chan struct{}, 1)}, listen: address}
	s.start(t, folder, time.Now().UTC().Format(time.RFC3339), &s.log) // the provider's clock is the real one
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	answer, err := client.Get("http://" + address + "/sign-in/provider")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK || !strings.HasSuffix(answer.Request.URL.Path, "/centre/") {
		t.Errorf("led to %s with %d\n%s", answer.Request.URL, answer.StatusCode, &s.log)
	}
	client.CloseIdleConnections()
	if !strings.Contains(s.log.String(), "bolyst user add") {
		t.Errorf("it is not told that nobody has a password:\n%s", &s.log)
	}
	if code, _ := s.stop(t); code != exitDone || strings.Contains(s.log.String(), "eva") || strings.Contains(s.log.String(), m.ClientSecret) {
		t.Errorf("stopped with %d\n%s", code, &s.log)
	}
}

package fetch

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

var quiet = log.New(io.Discard, "", 0)

func TestFileComesWholeAndPrivate(t *testing.T) {
	const content = "Søknadsnr;Kull\n1;2009\n"
	server, web := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("Authorization"); got != "Bearer "+canary {
			t.Errorf("got the header %q, want the token", got)
		}
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Tue, 24 Nov 2026 06:00:00 GMT")
		_, _ = io.WriteString(w, content)
	})
	folder := private(t)
	// A secret from a file ends in a line break; it is not part of it.
	file, err := HTTPS{URL: server.URL + "/eksport/s%C3%B8knader.csv?sig=" + canary, Token: canary + "\n", Web: web}.Fetch(context.Background(), folder, State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, content)
	if file.Name != "søknader.csv" || file.Path != filepath.Join(folder, "søknader.csv") || file.Unchanged {
		t.Errorf("got %+v, want søknader.csv", file)
	}
	if file.State.ETag != `"v1"` || file.State.LastModified != "Tue, 24 Nov 2026 06:00:00 GMT" {
		t.Errorf("got the state %+v, want what the server said", file.State)
	}
	if strings.Contains(file.State.Of, canary) {
		t.Error("the state tells the address")
	}
	for path, want := range map[string]os.FileMode{folder: 0o700, file.Path: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: got %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
}

func TestUnchangedFileIsNotFetchedAgain(t *testing.T) {
	server, web := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "Tue, 24 Nov 2026 06:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Tue, 24 Nov 2026 06:00:00 GMT")
		_, _ = io.WriteString(w, "a\n1\n")
	})
	source := HTTPS{URL: server.URL + "/a.csv", Web: web}
	folder := private(t)
	first, err := source.Fetch(context.Background(), folder, State{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := source.Fetch(context.Background(), folder, first.State)
	if err != nil {
		t.Fatal(err)
	}
	if !again.Unchanged || again.Path != "" || again.State != first.State {
		t.Errorf("got %+v, want unchanged, with the state %+v", again, first.State)
	}
	wantContent(t, first, "a\n1\n") // still there
	source.URL += "?annet"
	if other, err := source.Fetch(context.Background(), folder, first.State); err != nil || other.Unchanged {
		t.Errorf("another address: got %+v, %v; want the file", other, err)
	}
}

func TestEveryStatusHasItsSentence(t *testing.T) {
	cases := []struct {
		status  int
		code    string
		passing bool
	}{
		{204, CodeStatus, false},
		{206, CodeStatus, false},
		{300, CodeStatus, false},
		{302, CodeStatus, false}, // to nowhere
		{304, CodeStatus, false}, // to a question without conditions
		{400, CodeStatus, false},
		{401, CodeSignIn, false},
		{403, CodeForbidden, false},
		{404, CodeMissing, false},
		{410, CodeMissing, false},
		{418, CodeStatus, false},
		{429, CodeTooOften, true},
		{500, CodeServer, true},
		{501, CodeServer, false},
		{503, CodeServer, true},
	}
	for _, c := range cases {
		server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(c.status) })
		folder := private(t)
		_, err := HTTPS{URL: server.URL + "/" + canary, Token: canary, Web: web, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
		f := wantFault(t, err, c.code, folder)
		wantTries := 1
		if c.passing {
			wantTries = 4
		}
		if f.Passing != c.passing || f.Tries != wantTries || f.Source != "https" {
			t.Errorf("%d: got %+v, want passing %v after %d tries", c.status, f, c.passing, wantTries)
		}
	}
}

func TestFaultThatPassesIsTriedAgain(t *testing.T) {
	cases := []struct {
		name    string
		answers []string // a status, and the header Retry-After
		naps    naps
		code    string // "" is the file
		wait    time.Duration
	}{
		{"twice 500, then the file", []string{"500", "500", "200"}, naps{time.Second, 2 * time.Second}, "", 0},
		{"asked to wait, in seconds", []string{"429 7", "200"}, naps{7 * time.Second}, "", 0},
		{"asked to wait, until a time", []string{"503 Tue, 24 Nov 2026 06:00:20 GMT", "200"}, naps{20 * time.Second}, "", 0},
		{"asked to wait for too long", []string{"429 3600"}, nil, CodeTooOften, time.Hour},
		{"asked to wait for nonsense", []string{"429 snart", "200"}, naps{time.Second}, "", 0},
		{"never better", []string{"502", "502", "502", "502"}, naps{time.Second, 2 * time.Second, 4 * time.Second}, CodeServer, 0},
		{"other, worse answer", []string{"500", "404"}, naps{time.Second}, CodeMissing, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				status, wait, _ := strings.Cut(c.answers[n], " ")
				n++
				w.Header().Set("Retry-After", wait)
				w.Header().Set("Date", "Tue, 24 Nov 2026 06:00:00 GMT")
				code, _ := strconv.Atoi(status)
				w.WriteHeader(code)
			})
			var slept naps
			folder := private(t)
			_, err := HTTPS{URL: server.URL, Web: web, Sleep: slept.sleep}.Fetch(context.Background(), folder, State{})
			if c.code == "" && err != nil {
				t.Errorf("got %v, want the file", err)
			}
			if c.code != "" {
				if f := wantFault(t, err, c.code, folder); f.Wait != c.wait {
					t.Errorf("got the wait %v, want %v", f.Wait, c.wait)
				}
			}
			if len(slept) != len(c.naps) || n != len(c.answers) {
				t.Fatalf("got the pauses %v and %d questions, want %v and %d", slept, n, c.naps, len(c.answers))
			}
			for i := range slept {
				if slept[i] != c.naps[i] {
					t.Errorf("got the pauses %v, want %v", slept, c.naps)
				}
			}
		})
	}
}

func TestAddressAndSecretAreCheckedBeforeAnythingIsAsked(t *testing.T) {
	cases := []struct {
		source HTTPS
		code   string
	}{
		{HTTPS{URL: "http://example.com/" + canary}, CodeURL},
		{HTTPS{URL: "ftp://example.com/"}, CodeURL},
		{HTTPS{URL: "https://kari:" + canary + "@example.com/"}, CodeURL},
		{HTTPS{URL: "https:///fil.csv"}, CodeURL},
		{HTTPS{URL: "/etc/passwd"}, CodeURL},
		{HTTPS{URL: "https://exa mple.com/%zz" + canary}, CodeURL},
		{HTTPS{URL: ""}, CodeURL},
		{HTTPS{URL: "https://example.com", Token: " \n"}, CodeSecret},
		{HTTPS{URL: "https://example.com", Token: canary + "\r\nX-Evil: 1"}, CodeSecret},
		{HTTPS{URL: "https://example.com", Headers: map[string]string{"X Key": canary}}, CodeSecret},
		{HTTPS{URL: "https://example.com", Headers: map[string]string{"X-Key": ""}}, CodeSecret},
	}
	for _, c := range cases {
		folder := private(t)
		_, err := c.source.Fetch(context.Background(), folder, State{})
		wantFault(t, err, c.code, folder)
	}
}

func TestFolderThatOthersMayOpenIsRefused(t *testing.T) {
	server, web := serve(t, func(http.ResponseWriter, *http.Request) {})
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := HTTPS{URL: server.URL, Web: web}.Fetch(context.Background(), folder, State{})
	wantFault(t, err, CodeFolder, folder)
}

func TestFolderThatCannotBeMadeIsAFault(t *testing.T) {
	server, web := serve(t, func(http.ResponseWriter, *http.Request) {})
	file := filepath.Join(t.TempDir(), "fil")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := HTTPS{URL: server.URL, Web: web}.Fetch(context.Background(), filepath.Join(file, "mappe"), State{})
	wantFault(t, err, CodeDisk, file)
}

func TestLeftoverOfAnInterruptedFetchIsSweptAway(t *testing.T) {
	server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ny") })
	folder := private(t)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{temporary + "123", "a.csv", "b.csv"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("gammel"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file, err := HTTPS{URL: server.URL + "/a.csv", Web: web}.Fetch(context.Background(), folder, State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, "ny")
	left, _ := filepath.Glob(filepath.Join(folder, "*"))
	hidden, _ := filepath.Glob(filepath.Join(folder, ".*"))
	if len(left) != 2 || len(hidden) != 0 {
		t.Errorf("got %v and %v, want a.csv and b.csv", left, hidden)
	}
}

func TestCallersOwnCancellationIsNoFault(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server, web := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	_, err := HTTPS{URL: server.URL, Web: web}.Fetch(ctx, private(t), State{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

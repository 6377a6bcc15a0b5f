package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bolyst/internal/edition"
	"bolyst/internal/signin"
)

// readers are people who read while the service works: each asks for the newest edition, is led to the newest edition, and loads
// its page with all that belongs to it, as a browser does that has some of it already.
type readers struct {
	tb       testing.TB
	server   *server
	editions string
	client   *http.Client

	mu     sync.Mutex
	took   []time.Duration
	faults []string
	shown  map[string]map[string]string // edition -> file -> hash, as published
}

// readersOf signs in as staff at a service with sign-in.
func readersOf(tb testing.TB, s *server, folder string) *readers {
	tb.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	r := &readers{tb: tb, server: s, editions: filepath.Join(folder, "data", "editions"), shown: map[string]map[string]string{},
		client: &http.Client{Jar: jar, Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 100},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	answer, err := r.client.PostForm(s.url+"sign-in", url.Values{"name": {"kari"}, "password": {"fjord og fjell i nord"}})
	if err != nil || answer.StatusCode != http.StatusSeeOther {
		tb.Fatalf("signing in: %v, %v\n%s", answer, err, &s.log)
	}
	answer.Body.Close()
	return r
}

// layOutGuarded is a service with an edition, where kari of the staff can sign in.
func layOutGuarded(tb testing.TB, folder string) {
	tb.Helper()
	layOutService(tb, folder)
	file := filepath.Join(folder, "bolyst.yaml")
	config, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	config = append(config, "signin:\n  key: {file: secrets/signin.key}\n  users: secrets/users.json\n"...)
	if err := os.WriteFile(file, config, 0o600); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "secrets", "signin.key"), []byte(strings.Repeat("s", 32)), 0o600); err != nil {
		tb.Fatal(err)
	}
	if err := signin.AddUser(filepath.Join(folder, "secrets", "users.json"), signin.Person{Name: "kari", Role: signin.Staff}, "fjord og fjell i nord"); err != nil {
		tb.Fatal(err)
	}
	runsDue(tb, folder, "still 2026-11-29T06:30:00Z")
	runsDue(tb, folder, "still 2026-11-30T06:30:00Z")
}

// published are the files of an edition by its manifest.
func (r *readers) published(name string) map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.shown[name] == nil {
		m, err := edition.ReadManifest(filepath.Join(r.editions, name))
		if err != nil {
			r.faults = append(r.faults, err.Error())
		}
		r.shown[name] = map[string]string{}
		for _, f := range m.Files {
			r.shown[name][f.Path] = f.SHA256
		}
	}
	return r.shown[name]
}

func (r *readers) fault(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

// get asks for an address; known is the tag that the browser has of it, and content the answer's when it is new.
func (r *readers) get(address, known string) (answer *http.Response) {
	request, err := http.NewRequest("GET", strings.TrimSuffix(r.server.url, "/")+address, nil)
	if err != nil {
		r.fault("%v", err)
		return nil
	}
	request.Header.Set("Accept", "text/html")
	request.Header.Set("Accept-Encoding", "gzip, deflate, br")
	if known != "" {
		request.Header.Set("If-None-Match", known)
	}
	began := time.Now()
	answer, err = r.client.Do(request)
	if err != nil {
		r.fault("%s: %v", address, err)
		return nil
	}
	_, err = io.Copy(io.Discard, answer.Body)
	answer.Body.Close()
	took := time.Since(began)
	if err != nil {
		r.fault("%s: %v", address, err)
		return nil
	}
	r.mu.Lock()
	r.took = append(r.took, took)
	r.mu.Unlock()
	return answer
}

// read goes on until ctx ends.
func (r *readers) read(ctx context.Context) {
	have := map[string]string{} // address -> tag
	for ctx.Err() == nil {
		front := r.get("/latest/", "")
		if front == nil {
			return
		}
		page := front.Header.Get("Location")
		parts := strings.Split(page, "/")
		if front.StatusCode != http.StatusFound || len(parts) != 5 || parts[3] != "staff" {
			r.fault("the newest leads with %d to %q", front.StatusCode, page)
			return
		}
		files := r.published(parts[2])
		for file, hash := range files {
			if !strings.HasPrefix(file, "staff/") || !slices.Contains([]string{".html", ".js", ".css", ".json"}, path.Ext(file)) || strings.Contains(file, "/data/") {
				continue
			}
			address := "/editions/" + parts[2] + "/" + file
			answer := r.get(address, have[address])
			if answer == nil {
				return
			}
			tag := answer.Header.Get("ETag") // of the bytes that were published
			if answer.StatusCode != http.StatusOK && answer.StatusCode != http.StatusNotModified || !strings.HasPrefix(tag, `"`+hash[:32]) {
				r.fault("%s: got %d and %s, want what was published, %s", address, answer.StatusCode, tag, hash[:32])
			}
			have[address] = tag
		}
		time.Sleep(100 * time.Millisecond) // quicker than anybody clicks
	}
}

// work takes in a new file and makes an edition of it.
func (r *readers) work(ctx context.Context, folder string) {
	before, err := edition.Latest(r.editions)
	if err != nil {
		r.tb.Fatal(err)
	}
	const added = "soknader-02.csv"
	if err := os.WriteFile(filepath.Join(folder, "filer", added), []byte(trialFiles(2)[added]), 0o600); err != nil {
		r.tb.Fatal(err)
	}
	for _, job := range []string{"ingest:soknader", "publish"} {
		answer, err := r.client.PostForm(r.server.url+"jobs", url.Values{"job": {job}})
		if err != nil || answer.StatusCode != http.StatusSeeOther {
			r.tb.Fatalf("%s: %v, %v", job, answer, err)
		}
		answer.Body.Close()
	}
	for ctx.Err() == nil {
		if name, _ := edition.Latest(r.editions); name != before {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// crowd lets fifty read while the service works, and tells how long the answers took.
func crowd(tb testing.TB, atLeast time.Duration) (took []time.Duration, shown int) {
	tb.Helper()
	folder := tb.TempDir()
	layOutGuarded(tb, folder)
	s := serving(tb, folder, "2026-11-30T12:00:00Z")
	r := readersOf(tb, s, folder)
	ctx, stop := context.WithTimeout(tb.Context(), 2*time.Minute)
	ended := time.After(atLeast)
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() { r.read(ctx) })
	}
	r.work(ctx, folder)
	time.Sleep(500 * time.Millisecond) // the new edition is read too
	<-ended
	stop()
	all.Wait()
	r.client.CloseIdleConnections()
	if code, _ := s.stop(tb); code != exitDone {
		tb.Errorf("stopped with %d", code)
	}
	for i, fault := range r.faults {
		if i == 5 {
			tb.Errorf("and %d more", len(r.faults)-5)
			break
		}
		tb.Error(fault)
	}
	slices.Sort(r.took)
	return r.took, len(r.shown)
}

func TestFiftyReadersSeeWholeEditionsWhileItTakesInAndPublishes(t *testing.T) {
	long(t)
	took, shown := crowd(t, time.Second)
	if shown < 2 || len(took) < 500 {
		t.Errorf("got %d editions in %d answers", shown, len(took))
	}
	t.Logf("%d answers, half of them within %v, 99 %% within %v", len(took), took[len(took)/2], took[len(took)*99/100])
}

// BenchmarkReaders is the same for a minute.
//
//	make bench BENCH=Readers
func BenchmarkReaders(b *testing.B) {
	took, shown := crowd(b, time.Minute)
	for range b.N {
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(len(took))/60, "answers/s")
	b.ReportMetric(float64(shown), "editions")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A server is the real program, serving.
type server struct {
	cmd *exec.Cmd
	url string
	log lines

	listen string // "": any port
}

// lines are what the program has logged so far.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
	seen chan struct{} // something was added
}

func (l *lines) Write(text []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case l.seen <- struct{}{}:
	default:
	}
	return l.text.Write(text)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// serving starts the service of a folder, its clock as BOLYST_TEST_CLOCK has it, and waits until it can be reached.
func serving(t testing.TB, folder, clock string) *server {
	t.Helper()
	s := &server{log: lines{seen: make(chan struct{}, 1)}}
	s.start(t, folder, clock, &s.log)
	return s
}

// start starts the service, its log going to w.
func (s *server) start(t testing.TB, folder, clock string, w io.Writer) {
	t.Helper()
	s.cmd = exec.CommandContext(t.Context(), "bolyst", "serve", "-c", filepath.Join(folder, "bolyst.yaml"), "--listen", or(s.listen, "127.0.0.1:0"), "--log", "json")
	s.cmd.Env = append(os.Environ(), "BOLYST_LANG=en", "BOLYST_TEST_CLOCK="+clock)
	s.cmd.Stderr = w
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	for word := range strings.FieldsSeq(line) {
		if strings.HasPrefix(word, "http://") {
			s.url = word
		}
	}
	if s.url == "" {
		s.cmd.Wait()
		t.Fatalf("the service did not start: %s%s", line, &s.log)
	}
}

// get asks for an address of the service.
func (s *server) get(t *testing.T, path string) (status int, text string) {
	t.Helper()
	r, err := http.Get(s.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	content, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(content)
}

// until waits until the log holds the words.
func (s *server) until(t testing.TB, words string) {
	t.Helper()
	late := time.After(30 * time.Second)
	for !strings.Contains(s.log.String(), words) {
		select {
		case <-s.log.seen:
		case <-late:
			t.Fatalf("not logged: %s\n%s", words, &s.log)
		}
	}
}

// stop asks the service to stop, and returns how it ended.
func (s *server) stop(t testing.TB) (code int, took time.Duration) {
	t.Helper()
	began := time.Now()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.cmd.Wait()
	return s.cmd.ProcessState.ExitCode(), time.Since(began)
}

// layOutService writes a small programme whose sources are taken in at six every day, and of which an edition is made at seven.
func layOutService(t testing.TB, folder string) {
	t.Helper()
	if err := layOut(folder, trialFiles(1)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "bolyst.yaml")
	config, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	scheduled := strings.ReplaceAll(string(config), "max_rejected: 99\n", "max_rejected: 99\n    schedule: \"0 6 * * *\"\n") +
		"editions:\n  schedule: \"0 7 * * *\"\njobs:\n  verify: \"\"\n"
	if err := os.WriteFile(file, []byte(scheduled), 0o600); err != nil {
		t.Fatal(err)
	}
}

// runsDue does what is due, undisturbed.
func runsDue(t testing.TB, folder, clock string) {
	t.Helper()
	cmd := trial{folder: folder}.program(t, "bolyst", "run")
	cmd.Env = append(cmd.Env, "BOLYST_TEST_CLOCK="+clock)
	if o := ended(t, cmd); o.code != exitDone {
		t.Fatalf("run: %v", o)
	}
}

func TestServiceTakesInPublishesAndShowsByItself(t *testing.T) {
	folder := t.TempDir()
	layOutService(t, folder)
	runsDue(t, folder, "still 2026-11-29T06:30:00Z") // planned at half past seven in Oslo: all is due the next day
	s := serving(t, folder, "2026-11-30T05:59:58Z")
	if status, text := s.get(t, ""); status != http.StatusNotFound || !strings.Contains(text, "No edition has been published yet") {
		t.Errorf("before the first edition: got %d", status)
	}

	t.Run("another exits within two seconds", func(t *testing.T) {
		began := time.Now()
		second := ended(t, trial{folder: folder}.program(t, "bolyst", "serve", "--listen", "127.0.0.1:0"))
		if took := time.Since(began); second.code != exitFailed || took > 2*time.Second || strings.Count(second.err, "\n") != 1 ||
			!strings.Contains(second.err, "in use by another bolyst") {
			t.Errorf("after %v: got %v", took, second)
		}
	})

	s.until(t, `"msg":"job done","job":"publish","period":"2026-11-30T07:00"`)
	if status, text := s.get(t, "board/"); status != http.StatusOK || !strings.Contains(text, "2026") {
		t.Errorf("after the first edition: got %d", status)
	}
	if status, text := s.get(t, "ready"); status != http.StatusOK || !strings.Contains(text, `"source": "soknader"`) {
		t.Errorf("got %d %s", status, text)
	}
	if _, text := s.get(t, "metrics"); !strings.Contains(text, `bolyst_job_duration_seconds_count{job="publish",state="done"} 1`) ||
		!strings.Contains(text, `bolyst_source_rows{outcome="loaded",source="bedrifter"} 2`) {
		t.Errorf("got %s", text)
	}
	if _, text := s.get(t, "jobs"); !strings.Contains(text, "2026-11-30 07.00") || !strings.Contains(text, "All that was due is done.") {
		t.Errorf("got %s", text)
	}
	if r, err := http.PostForm(s.url+"jobs", url.Values{"job": {"ingest:okonomi"}}); err != nil || r.StatusCode != http.StatusOK {
		t.Errorf("asked for a job: got %v, %v", r, err)
	}
	s.until(t, `"msg":"job done","job":"ingest:okonomi"`)

	http.DefaultClient.CloseIdleConnections()
	if code, took := s.stop(t); code != exitDone || took > stopWithin {
		t.Errorf("stopped with %d after %v\n%s", code, took, &s.log)
	}
	if found := regexp.MustCompile(`\b[PT]\d\b|qualified`).FindString(s.log.String()); found != "" {
		t.Errorf("the log tells of %s:\n%s", found, &s.log)
	}
}

// The folder of the ledger is taken away under the service, so that nothing more can be recorded: it says so, does nothing
// more, and still shows the edition.
func TestServiceWhoseDataFolderIsAtFaultStillShowsTheEdition(t *testing.T) {
	folder := t.TempDir()
	layOutService(t, folder)
	runsDue(t, folder, "still 2026-11-29T06:30:00Z")
	runsDue(t, folder, "still 2026-11-30T06:30:00Z")
	s := serving(t, folder, "2026-12-01T04:59:57Z")
	ledger := filepath.Join(folder, "data", "jobs.jsonl")
	if err := os.Rename(ledger, ledger+".aside"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(ledger, 0o700); err != nil {
		t.Fatal(err)
	}
	s.until(t, "the data folder is at fault")
	if status, text := s.get(t, "ready"); status != http.StatusServiceUnavailable || !strings.Contains(text, `"ready": false`) {
		t.Errorf("got %d %s", status, text)
	}
	if status, text := s.get(t, "board/"); status != http.StatusOK || !strings.Contains(text, "2026-11-30") {
		t.Errorf("the edition: got %d", status)
	}
	if status, text := s.get(t, "jobs"); status != http.StatusOK || !strings.Contains(text, "The data folder cannot be used") {
		t.Errorf("got %d %s", status, text)
	}
	http.DefaultClient.CloseIdleConnections()
	if code, took := s.stop(t); code != exitDone || took > stopWithin {
		t.Errorf("stopped with %d after %v\n%s", code, took, &s.log)
	}
}

// In the middle of an edition the service is asked to stop: it begins the edition again at the next start.
func TestServiceThatIsStoppedInTheMiddleOfAnEditionMakesItTheNextTime(t *testing.T) {
	folder := t.TempDir()
	layOutService(t, folder)
	runsDue(t, folder, "still 2026-11-29T06:30:00Z")
	s := serving(t, folder, "still 2026-11-30T06:30:00Z")
	s.until(t, `"msg":"job started","job":"publish"`)
	if code, took := s.stop(t); code != exitDone || took > stopWithin {
		t.Errorf("stopped with %d after %v\n%s", code, took, &s.log)
	}
	if !strings.Contains(s.log.String(), "job stopped before it was done") {
		t.Errorf("got\n%s", &s.log)
	}
	runsDue(t, folder, "still 2026-11-30T06:30:00Z")
	var out strings.Builder
	if code := run(context.Background(), []string{"jobs", "-c", filepath.Join(folder, "bolyst.yaml")}, &out, &out, scriptClock); code != exitDone ||
		!strings.Contains(out.String(), "2026-11-30 07.00  done") {
		t.Errorf("got %s", &out)
	}
}

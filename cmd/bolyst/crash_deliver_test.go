package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"

	"bolyst/internal/deliver"
	"bolyst/internal/edition"
)

// postOffice is a mail server that takes everything.
type postOffice struct {
	mu   sync.Mutex
	came map[string][]string // the messages by recipient
}

func (o *postOffice) NewSession(*smtp.Conn) (smtp.Session, error) {
	return &postSession{postOffice: o}, nil
}

type postSession struct {
	*postOffice
	to string
}

func (*postSession) Mail(string, *smtp.MailOptions) error { return nil }
func (*postSession) Reset()                               {}
func (*postSession) Logout() error                        { return nil }

func (s *postSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = to
	return nil
}

func (s *postSession) Data(r io.Reader) error {
	content, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.came[s.to] = append(s.came[s.to], string(content))
	return nil
}

// openPost starts the server, and returns its port.
func openPost(t *testing.T) (*postOffice, int) {
	t.Helper()
	o := &postOffice{came: map[string][]string{}}
	server := smtp.NewServer(o)
	l := listening(t)
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return o, portOf(l)
}

// publishedTrial is a folder with an edition that nobody has got yet.
var publishedTrial = sync.OnceValue(func() string {
	folder := filepath.Join(demoFolder, "published-trial")
	if err := layOut(folder, trialFiles(1)); err != nil {
		panic(err)
	}
	for _, words := range [][]string{{"ingest"}, {"publish", "--as-of", "2010-12-31"}} {
		if said, err := exec.Command("bolyst", append(words, "-c", filepath.Join(folder, "bolyst.yaml"))...).CombinedOutput(); err != nil {
			panic(fmt.Sprint(err, string(said)))
		}
	}
	return folder
})

// delivering is a trial of deliveries: to a folder, as a file .eml, and by mail to two.
func delivering(t *testing.T) (trial, *postOffice) {
	t.Helper()
	tr := trial{folder: filepath.Join(t.TempDir(), "d")}
	copyInstallation(t, publishedTrial(), tr.folder)
	o, port := openPost(t)
	config, err := os.ReadFile(filepath.Join(tr.folder, "bolyst.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"styret", "post"} {
		if err := os.Mkdir(filepath.Join(tr.folder, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	config = fmt.Appendf(config, `deliver:
  - {id: folder, audience: board, folder: {path: styret, fixed_names: true}}
  - id: files
    audience: staff
    mail: {from: tall@example.no, folder: post, attach: [workbook], recipients: [{id: office, address: post@example.no}]}
  - id: mail
    audience: board
    mail:
      from: tall@example.no
      smtp: {host: 127.0.0.1, port: %d, tls: none}
      recipients: [{id: chair, address: leder@example.no}, {id: evaluator, address: eva@example.no, audience: centre}]
`, port)
	if err := os.WriteFile(filepath.Join(tr.folder, "bolyst.yaml"), config, 0o600); err != nil {
		t.Fatal(err)
	}
	return tr, o
}

// arrived holds the conditions after a kill and another run: all is delivered and lies there once, nothing is left over, and a
// message that came twice is the same message and says so.
func arrived(t *testing.T, tr trial, o *postOffice) (twice int) {
	t.Helper()
	later := tr.program(t, "bolyst", "run")
	later.Env = append(later.Env, "BOLYST_TEST_CLOCK=still 2011-01-10T09:05:00Z") // what failed is tried again by then
	if last := ended(t, later); last.code != exitDone {
		t.Fatalf("the next run: %v", last)
	}
	ledger, err := deliver.Open(filepath.Join(tr.folder, "data"))
	if err != nil {
		t.Fatal(err)
	}
	entries := ledger.Entries()
	for _, e := range entries {
		if e.State != deliver.Delivered {
			t.Errorf("%+v", e)
		}
	}
	if len(entries) != 4 {
		t.Errorf("%d deliveries, want 4", len(entries))
	}
	editions := filepath.Join(tr.folder, "data", "editions")
	name, err := edition.Latest(editions)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for file, content := range folderFiles(t, filepath.Join(editions, name, "board")) {
		want[filepath.Join(name+"-board", file)] = content
		if strings.HasSuffix(file, ".xlsx") {
			want[file] = content
		}
	}
	got := folderFiles(t, filepath.Join(tr.folder, "styret"))
	for file, content := range want {
		if got[file] != content {
			t.Errorf("%s is not what was published", file)
		}
		delete(got, file)
	}
	for file := range got {
		t.Errorf("left over: %s", file)
	}
	if files := folderFiles(t, filepath.Join(tr.folder, "post")); len(files) != 1 || files[name+"-staff-office.eml"] == "" {
		t.Errorf("the letterbox holds %d files", len(files))
	}
	for _, to := range []string{"leder@example.no", "eva@example.no"} {
		var ids []string
		for i, text := range o.came[to] {
			m, err := mail.ReadMessage(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, m.Header.Get("Message-Id"))
			if i > 0 && !strings.Contains(text, "may have come before") {
				t.Errorf("message %d to %s does not say that it may have come before", i+1, to)
			}
		}
		if len(ids) == 0 || len(ids) > 2 || len(slices.Compact(ids)) != 1 {
			t.Errorf("to %s: messages %v", to, ids)
		}
		twice += len(o.came[to]) - 1
	}
	return twice
}

// folderFiles reads everything below a folder.
func folderFiles(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		content, err := os.ReadFile(path)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// At every other flush and rename; what fails at each flush is told below.
func TestKilledAtFlushesAndRenamesOfADeliveryAllArrivesAndLiesThereOnce(t *testing.T) {
	killing := func(n int) string { return fmt.Sprintf("signal=SIGKILL:when=%d", 2*n-1) }
	publishedTrial()
	kills := 0
	for _, calls := range []string{flushes, renames} {
		kills += atEvery(t, "deliver", calls, killing, func(t *testing.T, under []string) (disturbed bool) {
			tr, o := delivering(t)
			first := ended(t, tr.program(t, append(under, "bolyst", "run")...))
			if twice := arrived(t, tr, o); first.code == exitDone && twice > 0 {
				t.Errorf("nobody disturbed it, and %d messages came twice", twice)
			}
			return first.code != exitDone
		})
	}
	if t.Logf("%d kills", kills); kills < often(20, 2) {
		t.Errorf("got %d kills, want %d at least", kills, often(20, 2))
	}
}

// A flush that fails stops the deliveries: what is not in the ledger is not promised.
func TestFlushThatFailsInADeliveryLosesNothing(t *testing.T) {
	failing := func(n int) string { return fmt.Sprintf("error=EIO:when=%d", n) }
	publishedTrial()
	faults := atEvery(t, "deliver", flushes, failing, func(t *testing.T, under []string) (disturbed bool) {
		tr, o := delivering(t)
		first := ended(t, tr.program(t, append(under, "bolyst", "run")...))
		ledger, err := os.ReadFile(filepath.Join(tr.folder, "data", deliver.LedgerName))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		waiting := strings.Contains(string(ledger), `"state":"failed"`)
		for line := range strings.Lines(string(ledger)) {
			var e deliver.Entry
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Errorf("%v in %q", err, line)
			}
		}
		arrived(t, tr, o)
		return first.code != exitDone || waiting
	})
	if faults < often(10, 1) {
		t.Errorf("got %d faults, want %d at least", faults, often(10, 1))
	}
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// inbox is a programme whose source is a folder that others put files into.
type inbox struct {
	t      *testing.T
	folder string
}

func newInbox(t *testing.T, settle int) inbox {
	t.Helper()
	box := inbox{t, t.TempDir()}
	box.write("secrets/pseudonym.key", strings.Repeat("k", 32))
	box.write("bolyst.yaml", fmt.Sprintf(`name: Prøve
programmes:
  - {id: kom, name: KOM, region: [{kommune: "1505", from: 2006-01-01}]}
sources:
  - id: soknader
    feed: applications
    programme: kom
    path: filer/*.csv
    settle: %d
    columns: {application_id: Nr, applicant_id: Person, cohort: Kull, submitted_on: Dato}
`, settle))
	return box
}

func (box inbox) path(name string) string { return filepath.Join(box.folder, name) }

func (box inbox) write(name, content string) {
	box.t.Helper()
	if err := os.MkdirAll(filepath.Dir(box.path(name)), 0o700); err != nil {
		box.t.Fatal(err)
	}
	if err := os.WriteFile(box.path(name), []byte(content), 0o600); err != nil {
		box.t.Fatal(err)
	}
}

func (box inbox) read(name string) string {
	box.t.Helper()
	content, err := os.ReadFile(box.path(name))
	if err != nil {
		box.t.Fatal(err)
	}
	return string(content)
}

// ingest takes the files in, by the clock of the machine, and returns what was said.
func (box inbox) ingest() (code int, said string) {
	var screen bytes.Buffer
	code = run(bg, []string{"ingest", "-c", box.path("bolyst.yaml")}, &screen, &screen, time.Now)
	return code, screen.String()
}

func rows(from, to int) string {
	var file strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&file, "%d;P%d;2009;01.03.2009\n", i, i)
	}
	return file.String()
}

const rowsHeader = "Nr;Person;Kull;Dato\n"

// grow appends a row to the file every few milliseconds, as a slow copy does, until it is told to stop.
func (box inbox) grow(name string) (stop func()) {
	file, err := os.OpenFile(box.path(name), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		box.t.Fatal(err)
	}
	quit, done := make(chan bool), make(chan error)
	go func() {
		for i := 1_000_000; ; i++ {
			select {
			case <-quit:
				done <- file.Close()
				return
			case <-time.After(2 * time.Millisecond):
				fmt.Fprint(file, rows(i, i+1))
			}
		}
	}()
	return func() {
		close(quit)
		if err := <-done; err != nil {
			box.t.Error(err)
		}
	}
}

func TestFileThatIsStillBeingCopiedIsTakenTheNextTime(t *testing.T) {
	box := newInbox(t, 1)
	box.write("filer/gammel.csv", rowsHeader+rows(0, 3))
	box.write("filer/kopi.csv", rowsHeader+rows(100, 103))
	stop := box.grow("filer/kopi.csv")
	code, said := box.ingest()
	stop()
	if code != exitDone || !strings.Contains(said, "filer/kopi.csv: filen er nettopp endret") || strings.Contains(said, "kopi.csv: innlesing") {
		t.Errorf("got code %d and %s, want the growing file to be told, and no error", code, said)
	}
	if !strings.Contains(said, "filer/gammel.csv: innlesing 1; lest 3 = lest inn 3") {
		t.Errorf("got %s, want the other file to be taken in", said)
	}
	code, said = box.ingest()
	if code != exitDone || !strings.Contains(said, "filer/kopi.csv: innlesing 2") || strings.Contains(said, "avvist 1") {
		t.Errorf("got code %d and %s, want the whole file once it lies still", code, said)
	}
}

func TestOldFilesAreNotWaitedFor(t *testing.T) {
	box := newInbox(t, 5)
	box.write("filer/gammel.csv", rowsHeader+rows(0, 3))
	hourAgo := time.Now().Add(-time.Hour)
	if err := os.Chtimes(box.path("filer/gammel.csv"), hourAgo, hourAgo); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if code, said := box.ingest(); code != exitDone || !strings.Contains(said, "lest inn 3") {
		t.Errorf("got code %d and %s", code, said)
	}
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("took %v, want no waiting", took)
	}
}

func TestFileThatMustLieStillForLongIsNotWaitedFor(t *testing.T) {
	box := newInbox(t, 3600)
	box.write("filer/ny.csv", rowsHeader+rows(0, 3))
	began := time.Now()
	code, said := box.ingest()
	if code != exitDone || !strings.Contains(said, "ny.csv: filen er nettopp endret") || strings.Contains(said, "ingen fil passer") {
		t.Errorf("got code %d and %s, want the file to be left for the next time", code, said)
	}
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("took %v, want no waiting", took)
	}
}

// The clock of a file server that is ahead of ours holds nothing back for long.
func TestFileFromTheFutureIsTakenOnceItIsSeenToLieStill(t *testing.T) {
	box := newInbox(t, 1)
	box.write("filer/ny.csv", rowsHeader+rows(0, 3))
	tomorrow := time.Now().Add(24 * time.Hour)
	if err := os.Chtimes(box.path("filer/ny.csv"), tomorrow, tomorrow); err != nil {
		t.Fatal(err)
	}
	if code, said := box.ingest(); code != exitDone || !strings.Contains(said, "lest inn 3") {
		t.Errorf("got code %d and %s, want the file to be taken in", code, said)
	}
}

func TestFileThatChangesWhileItIsReadIsRefusedWhole(t *testing.T) {
	box := newInbox(t, 0)
	box.write("filer/kopi.csv", rowsHeader+rows(0, 20_000))
	stop := box.grow("filer/kopi.csv")
	code, said := box.ingest()
	stop()
	if code != exitFailed || !strings.Contains(said, "filer/kopi.csv: filen ble endret eller flyttet mens den ble lest, så ingenting av den er lest inn") {
		t.Errorf("got code %d and %s, want the file to be refused", code, said)
	}
	if entries, err := os.ReadDir(box.path("data/batches")); err == nil && len(entries) > 0 {
		t.Errorf("got %v, want no batch", entries)
	}
}

func TestFilePutInThePlaceOfAnotherIsAnotherFile(t *testing.T) {
	box := newInbox(t, 0)
	box.write("filer/a.csv", rowsHeader)
	box.write("filer/b.csv", rowsHeader)
	before, err := os.Stat(box.path("filer/a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(box.path("filer/b.csv"), before.ModTime(), before.ModTime()); err != nil {
		t.Fatal(err)
	}
	if !untouched(box.path("filer/a.csv"), before) {
		t.Error("got a change of a file that nobody touched")
	}
	if err := os.Rename(box.path("filer/b.csv"), box.path("filer/a.csv")); err != nil {
		t.Fatal(err)
	}
	if untouched(box.path("filer/a.csv"), before) {
		t.Error("got no change, though another file of the same size and time was put in its place")
	}
}

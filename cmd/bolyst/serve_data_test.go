package main

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bolyst/internal/web"
)

// idleService is the service of a folder before it has begun to work.
func idleService(t *testing.T, folder string, now func() time.Time) (*service, *installation) {
	t.Helper()
	s := newService(&console{config: folder + "/bolyst.yaml", now: now}, newLog(io.Discard, "text"))
	in, err := s.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	if _, err := s.take(in); err != nil {
		t.Fatal(err)
	}
	return s, in
}

// table is the one with that caption.
func table(tables []web.Table, caption string) web.Table {
	for _, t := range tables {
		if t.Caption == caption {
			return t
		}
	}
	return web.Table{}
}

// The page tells every row that came in, and of the rejected ones the same as the command does: also in the middle of a file.
func TestDataPageTellsWhatCameInWhileAFileIsTakenIn(t *testing.T) {
	folder, _ := demo()
	rejects := output(t, folder, "rejects")
	s, in := idleService(t, folder, scriptClock)
	mapping := in.config.Mapping(in.config.Sources[0])
	stage, err := in.store.Stage(t.Context(), mapping.Feed.Name, mapping.Feed.Key)
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	page := s.dataPage(t.Context(), "nb")
	if len(page.Findings) > 0 || page.Language != "nb" || page.Beside[0].Address != "/jobs?lang=nb" {
		t.Errorf("got %+v", page.Desk)
	}
	sources := table(page.Tables, "Når kildene sist ble lest")
	if len(sources.Rows) != len(in.config.Sources) {
		t.Errorf("got %d sources, want %d", len(sources.Rows), len(in.config.Sources))
	}
	files := table(page.Tables, "Radregnskap for siste innlesing av hver fil")
	if sum := files.Rows[len(files.Rows)-1].Cells; strings.ReplaceAll(strings.Join(sum, " "), "\u00a0", " ") != "Alle filer – – 1 308 1 302 0 1 5" {
		t.Errorf("got the sum %v", sum)
	}
	rejected := table(page.Tables, "Avviste rader, etter årsak")
	if len(rejected.Rows) != 5 {
		t.Errorf("got %d reasons, want five", len(rejected.Rows))
	}
	for _, r := range rejected.Rows {
		if first := r.Cells[5]; !strings.Contains(rejects, "  "+first+"\n") {
			t.Errorf("«bolyst rejects» does not say %q", first)
		}
	}
	if where := table(page.Tables, "Andel med kjent bosted"); len(where.Rows) != 1 || !strings.Contains(where.Rows[0].Cells[1], " av ") {
		t.Errorf("got %v, want of how many it is known", where.Rows)
	}
	if newest := table(page.Tables, "Hvor nye opplysningene er"); len(newest.Rows) < 5 {
		t.Errorf("got %v, want a row for each feed", newest.Rows)
	}
}

func TestDataPageTellsWhatIsWrittenDownWhenTheDataFolderIsClosed(t *testing.T) {
	folder, _ := demo()
	s, in := idleService(t, folder, scriptClock)
	s.tell(state{in: in, batches: s.seen().batches})
	page := s.dataPage(t.Context(), "en")
	if len(page.Findings) != 1 || !strings.Contains(page.Findings[0], "The database cannot be read just now") {
		t.Errorf("got %v", page.Findings)
	}
	if files := table(page.Tables, "Row balance of the latest load of each file"); len(files.Rows) != 18 {
		t.Errorf("got %d files and their sum, want 18", len(files.Rows))
	}
}

// Everything was due at six, and two hours later somebody is to look.
func TestSourceThatIsNotReadInTimeIsMarked(t *testing.T) {
	folder := t.TempDir()
	layOutService(t, folder)
	runsDue(t, folder, "still 2026-11-29T06:30:00Z")
	for at, want := range map[string]bool{"2026-11-30T06:30:00Z": false, "2026-11-30T07:30:00Z": true} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		s, in := idleService(t, folder, func() time.Time { return now })
		for _, r := range table(s.dataPage(t.Context(), "nb").Tables, "Når kildene sist ble lest").Rows {
			if r.Late != want || strings.HasSuffix(r.Cells[3], " (forsinket)") != want || !strings.HasPrefix(r.Cells[3], "2026-11-30 08.00") {
				t.Errorf("at %s: got %+v, want late %v", at, r, want)
			}
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAgeIsInWordsThatFitIt(t *testing.T) {
	for age, want := range map[time.Duration]string{-time.Minute: "under en time", 59 * time.Minute: "under en time", time.Hour: "1 time", 47 * time.Hour: "47 timer",
		48 * time.Hour: "2 døgn", 400 * 24 * time.Hour: "400 døgn"} {
		if got := Norwegian.ago(age); got != want {
			t.Errorf("%v: got %q, want %q", age, got, want)
		}
	}
}

// The real program takes in a larger file while the pages are asked for again and again: they answer all the while, of what had
// been taken in before, and of the file once it is in.
func TestPagesOfTheDeskAnswerWhileAFileIsTakenIn(t *testing.T) {
	long(t)
	folder := t.TempDir()
	layOutService(t, folder)
	runsDue(t, folder, "still 2026-11-29T06:30:00Z")
	s := serving(t, folder, "2026-11-29T12:00:00Z")
	var file strings.Builder
	fmt.Fprintln(&file, "Nr;Person;Kull;Dato;Vurdering")
	for i := range 30_000 {
		fmt.Fprintf(&file, "%d;Q%d;2006;2006-01-05;qualified\n", 1000+i, i)
	}
	if err := os.WriteFile(filepath.Join(folder, "filer", "soknader-large.csv"), []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := http.PostForm(s.url+"jobs", url.Values{"job": {"ingest:soknader"}}); err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("asked for the job: got %v, %v", r, err)
	}
	answers := 0
	for !strings.Contains(s.log.String(), `"msg":"job done","job":"ingest:soknader"`) {
		for _, page := range []string{"data", "trace?figure=qualified_applicant_rate%7Call%7Call"} {
			if status, text := s.get(t, page); status != http.StatusOK || strings.Contains(text, "cannot be read") {
				t.Fatalf("%s: got %d %s\n%s", page, status, text, &s.log)
			}
			answers++
		}
	}
	if answers < 4 {
		t.Errorf("only %d answers while the file was taken in", answers)
	}
	if _, text := s.get(t, "data"); !strings.Contains(text, "soknader-large.csv") || !strings.Contains(text, "30,000") {
		t.Errorf("afterwards: got no 30,000 rows in %s", text)
	}
	http.DefaultClient.CloseIdleConnections()
	if code, took := s.stop(t); code != exitDone || took > stopWithin {
		t.Errorf("stopped with %d after %v\n%s", code, took, &s.log)
	}
}

package main

import (
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bolyst/internal/audit"
	"bolyst/internal/web"
)

// The page and the command answer the same, row by row.
func TestTracePageShowsTheRowsOfTheCommand(t *testing.T) {
	folder, _ := demo()
	for _, q := range []string{"job_offer_rate|kom|2006", "retention_curve|all|all", "placement_evaluation|kom|2008", "cost_per_trainee|all|2009", "status_coverage|all|all"} {
		var want trace
		part := strings.Split(q, "|")
		text := output(t, folder, "trace", part[0], "--programme", part[1], "--period", part[2], "--as-of", "2010-12-31", "--known-at", "17", "--json")
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		s, in := idleService(t, folder, scriptClock)
		page, err := s.tracePage(t.Context(), "kari", url.Values{"figure": {q + "|||"}, "as_of": {"2010-12-31"}, "known_at": {"17"}})
		if err := errors.Join(err, in.Close()); err != nil {
			t.Fatal(err)
		}
		var rows [][]string
		for _, s := range want.Subjects {
			for _, f := range s.Facts {
				rows = append(rows, []string{s.ID, s.Outcome, f.HappenedOn, f.File, or(f.Sheet, "–"), strconv.Itoa(f.Row), strconv.Itoa(f.Batch)})
			}
			if len(s.Facts) == 0 {
				rows = append(rows, []string{s.ID, s.Outcome, "–", "–", "–", "–", "–"})
			}
		}
		if len(page.Rows.Rows) != len(rows) || len(rows) == 0 || page.Wrong != "" || !strings.Contains(page.Figure, "31.12.2010") {
			t.Errorf("%s: got %d rows under %q, want %d; %s", q, len(page.Rows.Rows), page.Figure, len(rows), page.Wrong)
			continue
		}
		for i, r := range page.Rows.Rows {
			if got := strings.Join(append(r.Cells[:2:2], r.Cells[3:8]...), "|"); got != strings.Join(rows[i], "|") {
				t.Errorf("%s, row %d: got %s, want %s", q, i, got, strings.Join(rows[i], "|"))
			}
		}
	}
}

func TestTraceOfWhatCannotBeTracedSaysWhatMayStandThere(t *testing.T) {
	folder, _ := demo()
	s, _ := idleService(t, folder, scriptClock)
	for address, want := range map[string]string{
		"figure=job_offer_rate":                                      "«job_offer_rate» er ikke navnet på et tall; skriv indikator|program|kull",
		"figure=a|b|c|d|e|f|g":                                       "er ikke navnet på et tall",
		"figure=job_offer_rate|kom|2006|gender|female|":              "ikke for en del av det («gender female»)",
		"figure=regional_retention|kom|2006|||fylke":                 "ikke for en del av det («fylke»)",
		"indicator=nothing":                                          "«nothing» er ikke en indikator; lovlige verdier: ",
		"indicator=job_offer_rate&programme=x":                       "«x» er ikke et program i oppsettet; lovlige verdier: kom.",
		"indicator=job_offer_rate&period=06":                         "«06» er ikke et kull eller år; skriv et år fra 2006 til ",
		"indicator=job_offer_rate&period=2006%E2%80%932008":          "«2006–2008» er ikke et kull eller år",
		"indicator=job_offer_rate&as_of=31.12.2010":                  "«31.12.2010» er ikke en dato på formen ÅÅÅÅ-MM-DD.",
		"indicator=job_offer_rate&known_at=99":                       "99 finnes ikke; innlesingene er nummerert fra 1 til 17.",
		"indicator=job_offer_rate&known_at=soon":                     "«soon» er verken nummeret på en innlesing eller et tidspunkt",
		"indicator=job_offer_rate&period=" + strings.Repeat("9", 99): "9…» er ikke et kull eller år",
	} {
		asked, err := url.ParseQuery(address)
		if err != nil {
			t.Fatal(err)
		}
		page, err := s.tracePage(t.Context(), "kari", asked)
		if err != nil || !strings.Contains(page.Wrong, want) || strings.HasPrefix(page.Wrong, "--") || len(page.Rows.Rows) > 0 || page.Figure != "" {
			t.Errorf("%s: got %q, %v, want %q", address, page.Wrong, err, want)
		}
	}
	page, err := s.tracePage(t.Context(), "kari", url.Values{"lang": {"en"}})
	if err != nil || page.Wrong != "" || page.Figure != "" || len(page.Fields) != 5 || len(page.Fields[0].Options) < 20 || page.Button != "Show the rows" {
		t.Errorf("nothing asked: got %+v, %v", page, err)
	}
}

// Who looks is written down with the figure, and is shown nothing when that is not possible. What was not shown is not written.
func TestWhoLooksBehindAFigureIsWrittenDownFirst(t *testing.T) {
	folder, _ := demo()
	s, in := idleService(t, folder, scriptClock)
	data := t.TempDir()
	s.audit = audit.Open(data)
	figure := url.Values{"figure": {"job_offer_rate|kom|2006"}, "as_of": {"2010-12-31"}}
	if _, err := s.tracePage(t.Context(), "kari", figure); err != nil {
		t.Fatal(err)
	}
	if _, err := s.tracePage(t.Context(), "kari", url.Values{"figure": {"job_offer_rate|kom|x"}}); err != nil {
		t.Fatal(err)
	}
	entries, err := audit.List(data)
	if err != nil || len(entries) != 1 || entries[0].Who != "kari" || entries[0].Did != audit.Traced || entries[0].What != "job_offer_rate|kom|2006 2010-12-31 17" {
		t.Errorf("got %+v, %v", entries, err)
	}
	s.audit = audit.Open(filepath.Join(data, "file", "within"))
	if err := os.WriteFile(filepath.Join(data, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if page, err := s.tracePage(t.Context(), "kari", figure); !errors.Is(err, web.ErrUnwritten) || len(page.Rows.Rows) > 0 {
		t.Errorf("got %v and %d rows, want nothing shown", err, len(page.Rows.Rows))
	}
	s.tell(state{in: in, batches: s.seen().batches})
	if page, err := s.tracePage(t.Context(), "kari", figure); !errors.Is(err, web.ErrBusy) || !strings.Contains(page.Wrong, "Prøv igjen om litt") {
		t.Errorf("the data folder is closed: got %q, %v", page.Wrong, err)
	}
}

func TestTraceOfManyShowsTheFirstAndHowAllAreListed(t *testing.T) {
	folder, _ := demo()
	_, in := idleService(t, folder, scriptClock)
	many := trace{Indicator: "applicants", Programme: "kom", Period: "all", AsOf: "2010-12-31", KnownAt: 17, Subjects: make([]tracedSubject, mostRows+1)}
	want := "Viser 500 av 501 rader. Alle: bolyst trace applicants --programme kom --period all --as-of 2010-12-31 --known-at 17"
	if table := in.rowsOf(many); len(table.Rows) != mostRows || table.Note != want {
		t.Errorf("got %d rows and %q", len(table.Rows), table.Note)
	}
}

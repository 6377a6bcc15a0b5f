package main

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// demoInstallation opens the demo's folder.
func demoInstallation(t *testing.T) *installation {
	t.Helper()
	folder, _ := demo()
	c := &console{out: &strings.Builder{}, err: &strings.Builder{}, config: folder + "/bolyst.yaml", now: scriptClock}
	in, err := c.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return in
}

// TestEveryFigureIsTheSumOfThoseBehindIt walks all indicators of the example, programme by programme and period by period.
func TestEveryFigureIsTheSumOfThoseBehindIt(t *testing.T) {
	in := demoInstallation(t)
	m := in.moment(demoAsOf, 0)
	draft, err := in.draft(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	table := draft.For(metrics.Audience{Name: "staff", Floor: 1})
	question, err := in.store.Ask(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	figures, persons := 0, 0
	for _, d := range in.definitions {
		behind, err := question.Persons(t.Context(), d.Statement, wayOf(d.Kind))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range table.Figures {
			if f.Indicator != d.ID || !f.IsPlain() || f.IsPool() {
				continue
			}
			var sum store.Person
			for _, p := range behind {
				if p.Period == periodBehind(d, f.Period, m) && (f.Programme == metrics.All || f.Programme == p.Programme) {
					sum.Numerator, sum.Denominator = sum.Numerator+p.Numerator, sum.Denominator+p.Denominator
					sum.Unknown, sum.Immature = sum.Unknown+p.Unknown, sum.Immature+p.Immature
					persons++
				}
			}
			if d.Kind == metrics.Duration { // the figure's denominator is how many were followed for three years
				sum.Denominator = f.Denominator.Float()
			}
			if !near(sum.Numerator, f.Numerator) || !near(sum.Denominator, f.Denominator) || !near(sum.Unknown, f.Unknown) || !near(sum.Immature, f.Immature) {
				t.Errorf("%s %s %s: those behind it sum to %+v, the figure is %v of %v, %v unknown, %v immature", d.ID, f.Programme, f.Period,
					sum, f.Numerator, f.Denominator, f.Unknown, f.Immature)
			}
			figures++
		}
	}
	if figures < 200 || persons < 5000 {
		t.Errorf("only %d figures and %d persons were compared", figures, persons)
	}
}

func near(sum float64, n metrics.Number) bool {
	return math.Abs(sum-n.Float()) <= 1e-6*max(1, math.Abs(sum))
}

// TestTraceLeadsToTheRows holds one figure of the example against its files.
func TestTraceLeadsToTheRows(t *testing.T) {
	folder, _ := demo()
	var found trace
	if err := json.Unmarshal([]byte(output(t, folder, "trace", "job_offer_rate", "--programme", "kom", "--period", "2006", "--as-of", "2010-12-31", "--json")), &found); err != nil {
		t.Fatal(err)
	}
	if found.Audience != "staff" || len(found.Subjects) != 7 || found.Figure.Denominator.Float() != 7 {
		t.Fatalf("got audience %q and %d subjects, want the staff's seven", found.Audience, len(found.Subjects))
	}
	files := map[string]int{}
	for _, s := range found.Subjects {
		if len(s.ID) != 10 {
			t.Errorf("got the id %q, want ten characters", s.ID)
		}
		offers := 0
		for _, f := range s.Facts {
			files[f.File]++
			if f.Row < 2 || f.Batch < 1 || f.LoadedAt != "2011-01-10T09:00:00Z" {
				t.Errorf("got %+v, want a row, a batch and when it was loaded", f)
			}
			if f.Feed == "offers" {
				offers++
			}
		}
		if s.Numerator == 1 && offers == 0 {
			t.Errorf("%s: got the outcome without an offer", s.ID)
		}
	}
	if files["filer/traineeliste.xlsx"] != 7 || files["filer/jobbtilbud.csv"] == 0 || len(files) != 2 {
		t.Errorf("got the files %v, want a row each of the list of trainees, and offers", files)
	}
	screen := output(t, folder, "trace", "placement_evaluation", "--as-of", "2010-12-31", "--period", "2006")
	for _, want := range []string{"Bare for dem som driver programmet", "Moduler: filer", "innlesing", "\n21 "} {
		if !strings.Contains(screen, want) {
			t.Errorf("the screen lacks %q:\n%s", want, screen)
		}
	}
}

package dashboards_test

import (
	"strings"
	"testing"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestHiddenNumbersAreInNoFile(t *testing.T) {
	// Every cell that is hidden from the board gets counts that occur nowhere else. All 987 654 have the outcome, so it stays hidden.
	draft := metricstest.KOM()
	hidden := map[[3]string]bool{}
	for _, f := range draft.For(board).Figures {
		if f.Sign == metrics.Hidden && !f.Numerator.Given() {
			hidden[[3]string{f.Indicator, f.Programme, f.Period}] = true
		}
	}
	if len(hidden) == 0 {
		t.Fatal("got no hidden figure to test with")
	}
	for at, tally := range draft.Tallies {
		if hidden[[3]string{tally.Indicator, tally.Programme, tally.Period}] {
			tally.Numerator, tally.Denominator, tally.Unknown, tally.Immature = 987654, 987654, 876543, 765432
			draft.Tallies[at] = tally
		}
	}
	table := draft.For(board)
	for _, f := range table.Figures {
		if hidden[[3]string{f.Indicator, f.Programme, f.Period}] && f.Sign != metrics.Hidden {
			t.Fatalf("got %s %s shown, want the canary hidden", f.Indicator, f.Period)
		}
	}

	if page := pageText(t, draft.For(staff), metrics.English); !strings.Contains(page, "987,654") {
		t.Fatal("got the canary not even for the staff, so the test would find nothing")
	}
	files := map[string]string{}
	for _, language := range metrics.Languages() {
		files["page "+string(language)] = pageText(t, table, language)
		files["csv "+string(language)] = csvText(t, table, language)
	}
	var document strings.Builder
	if err := dashboards.JSON(&document, table); err != nil {
		t.Fatal(err)
	}
	files["json"] = document.String()
	for name, content := range files {
		// Separators between thousands are taken out. 987 654 + 876 543 = 1 864 197, and 987 654 of them would be 53.0 %.
		bare := strings.NewReplacer("\u00a0", "", ",", "", " ", "").Replace(content)
		for _, number := range []string{"987654", "876543", "765432", "1864197", "530%", "53.0%"} {
			if at := strings.Index(bare, number); at >= 0 {
				t.Errorf("%s: got a hidden number: …%s…", name, bare[max(0, at-60):min(len(bare), at+60)])
			}
		}
		if !strings.Contains(content, ":") {
			t.Errorf("%s: got no sign in its place", name)
		}
	}
}

func TestHiddenFigureIsAGapInTheChart(t *testing.T) {
	// Staff see 0 of 5 of the cohort of 2009; the board sees no outcome, and of 2006 to 2008 only counts: no chart at all.
	const chart = `data-chart="chart-retained_of_hired"`
	if page := pageText(t, metricstest.KOM().For(staff), metrics.Norwegian); !strings.Contains(page, chart) {
		t.Error("staff: got no chart")
	}
	page := pageText(t, metricstest.KOM().For(board), metrics.Norwegian)
	if strings.Contains(page, chart) {
		t.Error("board: got a chart of figures that are hidden")
	}
	if want := "Ingen perioder har en verdi som kan vises i et diagram."; !strings.Contains(page, want) {
		t.Errorf("board: got a page without %q", want)
	}
	// A cohort of 6 beside cohorts of 80 to 180: the others are drawn, and it is null.
	draft := metricstest.KOM()
	draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "qualified_applicant_rate", Programme: "all", Period: "2005", Numerator: 4, Denominator: 6})
	page = pageText(t, draft.For(board), metrics.Norwegian)
	if want := `{"name":"2005: 4 av 6","value":null}`; !strings.Contains(page, want) {
		t.Errorf("got a chart without %s", want)
	}
}

package dashboards_test

import (
	"errors"
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

	if page := allText(t, draft.For(staff), metrics.English); !strings.Contains(page, "987,654") {
		t.Fatal("got the canary not even for the staff, so the test would find nothing")
	}
	files := map[string]string{}
	for _, language := range metrics.Languages() {
		files["page "+string(language)] = allText(t, table, language)
		files["csv "+string(language)] = csvText(t, table, language)
		var long, stat strings.Builder
		if err := errors.Join(dashboards.LongCSV(&long, table, language), dashboards.JSONStat(&stat, table, language)); err != nil {
			t.Fatal(err)
		}
		files["long csv "+string(language)], files["json-stat "+string(language)] = long.String(), stat.String()
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
	// Of the cohorts of 2009 and 2010 nobody has completed, and the board is not told that of each of them; nor of one more
	// cohort, since the three would add up. Of the others it is told the counts, which are drawn.
	chart := chartOf(t, metricstest.KOM().For(board), "retained_of_hired")
	if want := `{"name":"2009: :","value":null}`; strings.Count(chart, want) != 2 { // the frame, and what fills it
		t.Errorf("got %s, want a gap: %s", chart, want)
	}
	if want := `{"name":"2008: 6 av 7","value":6}`; !strings.Contains(chart, want) {
		t.Errorf("got %s, want the counts: %s", chart, want)
	}
	// A cohort of 6 beside cohorts of 80 to 180: the others are drawn as percentages, and it is a gap.
	draft := metricstest.KOM()
	draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "qualified_applicant_rate", Programme: "all", Period: "2005", Numerator: 4, Denominator: 6})
	chart = chartOf(t, draft.For(board), "qualified_applicant_rate")
	if want := `{"name":"2005: 4 av 6","value":null}`; !strings.Contains(chart, want) {
		t.Errorf("got a chart without %s", want)
	}
}

func TestSignStandsOnceInARow(t *testing.T) {
	pages := pagesOf(t, metricstest.KOM().For(board), metrics.Norwegian)
	section := between(t, pages["indicator/retained_of_hired.html"], `id="view-all"`, "</section>")
	for _, c := range []struct{ period, cells string }{
		{"2007", `<td role="cell" data-head="Traineer">5 av 7</td><td role="cell" class="quiet" data-head="Andel">for få</td><td role="cell"></td>`},
		{"2009", `<td role="cell"></td><td role="cell" data-head="Andel">:</td><td role="cell"></td><td role="cell"></td><td role="cell"></td>`},
	} {
		if row := between(t, section, `<th role="rowheader" scope="row">`+c.period+"</th>", "</tr>"); !strings.Contains(row, c.cells) {
			t.Errorf("%s: got %s, want %s", c.period, row, c.cells)
		}
	}
	if want := "<b>For få</b> Prosent vises ikke av færre enn ti.</span> <span><b>:</b> Vises ikke av hensyn til personvernet.</span>"; !strings.Contains(section, want) {
		t.Errorf("got no explanation %s", want)
	}
	// Those who are under way are told, where there is nothing to divide by yet.
	section = between(t, pages["indicator/job_offer_rate.html"], `id="view-all"`, "</section>")
	row := between(t, section, `<th role="rowheader" scope="row">2009</th>`, "</tr>")
	if strings.Count(row, ">.<") != 1 || !strings.Contains(row, `data-head="Underveis">5<`) {
		t.Errorf("2009: got %s, want one . and 5 under way", row)
	}
}

// chartOf is the data of the indicator's chart of periods.
func chartOf(t *testing.T, table metrics.Table, indicator string) string {
	t.Helper()
	view := between(t, pageOf(t, table, metrics.Norwegian, "indicator/"+indicator+".html"), `id="view-all"`, "</section>")
	return between(t, view, `<script type="application/json">`, "</script>")
}

// between is the text after the one and before the next of the other.
func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, from)
	if !found {
		t.Fatalf("got no %s", from)
	}
	inside, _, _ := strings.Cut(rest, to)
	return inside
}

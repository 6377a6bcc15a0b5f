package reports_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// withCanaries gives the cohorts of the protected rates numbers that stand nowhere else: of one cohort all have the outcome, of
// one nobody has, and one is smaller than the floor allows by its counts alone.
func withCanaries() (draft metrics.Draft, canaries []string) {
	draft = metricstest.KOM()
	for i, tally := range draft.Tallies {
		if tally.Indicator != "job_offer_rate" {
			continue
		}
		switch tally.Period {
		case "2006":
			tally.Numerator, tally.Denominator, tally.Unknown, tally.Immature = 98701, 98701, 98702, 98703
		case "2007":
			tally.Numerator, tally.Denominator, tally.Unknown = 0, 98704, 98705
		case "2008":
			tally.Numerator, tally.Denominator = 120, 240
		case metrics.All:
			tally.Numerator, tally.Denominator = 98821, 197645
		}
		draft.Tallies[i] = tally
	}
	return draft, []string{"98701", "98702", "98703", "98704", "98705"}
}

func TestHiddenNumbersAreNowhereInTheFile(t *testing.T) {
	draft, canaries := withCanaries()
	for _, language := range metrics.Languages() {
		for _, audience := range []metrics.Audience{board, {Name: "centre", Floor: 5}} {
			table := draft.For(audience)
			if f := table.Figure("job_offer_rate", metrics.All, "2006"); f.Sign != metrics.Hidden {
				t.Fatalf("the canary is not hidden: %+v", f)
			}
			for name, part := range partsOf(t, written(t, table, language)) {
				for _, canary := range canaries {
					if bytes.Contains(part, []byte(canary)) {
						t.Errorf("%s, %s: %s is in %s", audience.Name, language, canary, name)
					}
				}
			}
		}
	}
	found := map[string]bool{} // the staff are shown them, so the search finds what is there
	for _, part := range partsOf(t, written(t, draft.For(staff), metrics.Norwegian)) {
		for _, canary := range canaries {
			found[canary] = found[canary] || bytes.Contains(part, []byte(canary))
		}
	}
	for _, canary := range canaries {
		if !found[canary] {
			t.Errorf("%s is not in the workbook of the staff either", canary)
		}
	}
}

func TestHiddenCellsShowTheSign(t *testing.T) {
	draft, _ := withCanaries()
	f := opened(t, written(t, draft.For(board), metrics.Norwegian))
	sheet := "4 Andel med jobbtilbud"
	for _, row := range rowsOf(t, f, sheet, 0) {
		if period := row["Kull"].text; period != "2006" && period != "2007" {
			continue
		}
		for _, head := range []string{"Teller", "Nevner", "Verdi", "Nedre grense", "Øvre grense", "Ukjent", "Underveis"} {
			if got := row[head]; got.text != ":" || got.isNumber() || got.formula != "" {
				t.Errorf("%s %s: got %+v, want the text :", row["Kull"].text, head, got)
			}
		}
	}
	legend := rowsOf(t, f, "Om statistikken", 0)
	if legend[0]["Tegn"].text != ":" || !strings.Contains(legend[0]["Betydning"].text, "personvern") {
		t.Errorf("the sign is not explained: %v", legend[0])
	}
}

func TestChartsDrawNoSigns(t *testing.T) {
	every(t, func(t *testing.T, e evaluation) { checkDrawn(t, e.content) })
}

// checkDrawn fails where a chart draws a text, which it takes for 0: the cells that it draws must be empty where the table has a
// sign.
func checkDrawn(t *testing.T, content []byte) {
	t.Helper()
	f := opened(t, content)
	for name, part := range partsOf(t, content) {
		if !strings.HasPrefix(name, "xl/charts/") {
			continue
		}
		for _, reference := range numberReference.FindAllSubmatch(part, -1) {
			sheet, cells := split(t, unescape(string(reference[1])))
			for _, at := range cells {
				if c := read(t, f, sheet, at); c.text != "" && !c.isNumber() {
					t.Errorf("%s draws %s!%s, which holds the text %q", name, sheet, at, c.text)
				}
			}
		}
	}
}

// The names of the files are for the staff; the others see the sum of the rows.
func TestOnlyStaffSeeTheFiles(t *testing.T) {
	for _, c := range []struct {
		audience metrics.Audience
		want     bool
	}{{staff, true}, {board, false}} {
		got := false
		for _, part := range partsOf(t, written(t, metricstest.KOM().For(c.audience), metrics.Norwegian)) {
			got = got || bytes.Contains(part, []byte("traineeliste.xlsx"))
		}
		if got != c.want {
			t.Errorf("%s: got file name shown %v, want %v", c.audience.Name, got, c.want)
		}
	}
	f := opened(t, written(t, metricstest.KOM().For(board), metrics.Norwegian))
	row := rowsOf(t, f, "Datakvalitet", 0)[0]
	for head, want := range map[string]int{"Lest": 214, "Lest inn": 211, "Uendret": 0, "Erstattet": 1, "Avvist": 2, "Differanse": 0} {
		if got := row[head].text; got != strconv.Itoa(want) {
			t.Errorf("%s: got %s, want %d", head, got, want)
		}
	}
}

package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// hostile are texts that somebody may have typed, or planted, where a label is wanted.
var hostile = []string{
	"=1+1", "@SUM(A1:A9)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "=HYPERLINK(\"http://example.invalid\")",
	"bell\a and null\x00", "line\u2028separator\u2029", "_x0041_", "]]><c t=\"str\"><f>1+1</f></c>", "'quoted'", "a:b\\c/d?e*f[g]",
	"&D&\"Arial\"&72Page", "\xff\xfe not utf-8", "😀 " + strings.Repeat("lang ", 500),
}

// poisoned is a draft with a text in every place that takes one: of several, each in its turn.
func poisoned(texts ...string) metrics.Draft {
	turn := -1
	text := func() string {
		turn++
		return texts[turn%len(texts)]
	}
	words := func() metrics.Words {
		said := text()
		return metrics.Words{metrics.Norwegian: said, metrics.English: said}
	}
	d := metricstest.KOM()
	d.Name, d.Edition, d.Program = text(), text(), text()
	for i := range d.Programmes {
		d.Programmes[i].Name = text()
		d.Programmes[i].Facts = []metrics.Fact{{Name: words(), Text: words()}}
	}
	for i := range d.Goals {
		d.Goals[i].Title, d.Goals[i].Text = words(), words()
	}
	for i := range d.Definitions {
		d.Definitions[i].Title, d.Definitions[i].Meaning = words(), words()
		d.Definitions[i].Unit = text()
	}
	for i := range d.Targets {
		d.Targets[i].Owner = text()
	}
	for i := range d.Reported {
		d.Reported[i].Source, d.Reported[i].Note = text(), text()
	}
	for i := range d.Loads {
		d.Loads[i].File, d.Loads[i].Source, d.Loads[i].Feed = text(), text(), text()
	}
	d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "applicants", Programme: "kom", Period: text(), Breakdown: text(), Category: text(), Numerator: 5, Denominator: 5})
	return d
}

// ours is what a formula of the workbook may be made of.
var ours = regexp.MustCompile(`^(SUM|[A-Z]{1,2}[0-9]+|[0-9.]+|[-+/:()])+$`)

func TestTextsStayWhatTheyWere(t *testing.T) {
	for _, c := range []struct{ given, want string }{
		{"=1+1", "=1+1"},
		{"@SUM(A1:A9)", "@SUM(A1:A9)"},
		{"_x0041_", "_x0041_"}, // which a spreadsheet would read as A
		{"bell\aand null\x00.", "bell and null ."},
		{"a\u2028b", "a b"},
		{"<b>&\"'</b>", "<b>&\"'</b>"},
	} {
		f := opened(t, written(t, poisoned(c.given).For(staff), metrics.English))
		got := rowsOf(t, f, "Data", 0)[0]["Indicator"].text
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.given, got, c.want)
		}
	}
}

package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// hostile are texts that somebody may have typed, or planted, where a label is wanted.
var hostile = []string{
	"=1+1", "@SUM(A1:A9)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "=HYPERLINK(\"http://example.invalid\")",
	"bell\a and null\x00", "line\u2028separator\u2029", "_x0041_", "]]><c t=\"str\"><f>1+1</f></c>", "'quoted'", "a:b\\c/d?e*f[g]",
	"&D&\"Arial\"&72Page", "\xff\xfe not utf-8", "😀 " + strings.Repeat("lang ", 500),
}

// poisoned is a draft with the text in every place that takes one.
func poisoned(text string) metrics.Draft {
	words := metrics.Words{metrics.Norwegian: text, metrics.English: text}
	d := metricstest.KOM()
	d.Name, d.Edition, d.Program = text, text, text
	for i := range d.Programmes {
		d.Programmes[i].Name = text
		d.Programmes[i].Facts = []metrics.Fact{{Name: words, Text: words}}
	}
	for i := range d.Goals {
		d.Goals[i].Title, d.Goals[i].Text = words, words
	}
	for i := range d.Definitions {
		d.Definitions[i].Title, d.Definitions[i].Meaning = words, words
		d.Definitions[i].Unit = text
	}
	for i := range d.Targets {
		d.Targets[i].Owner = text
	}
	for i := range d.Reported {
		d.Reported[i].Source, d.Reported[i].Note = text, text
	}
	for i := range d.Loads {
		d.Loads[i].File, d.Loads[i].Source, d.Loads[i].Feed = text, text, text
	}
	d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "applicants", Programme: "kom", Period: text, Breakdown: text, Category: text, Numerator: 5, Denominator: 5})
	return d
}

// ours is what a formula of the workbook may be made of.
var ours = regexp.MustCompile(`^(SUM|[A-Z]{1,2}[0-9]+|[0-9.]+|[-+/:()])+$`)

func TestNoTextBecomesAFormula(t *testing.T) {
	for _, text := range hostile {
		t.Run(text, func(t *testing.T) {
			content := written(t, poisoned(text).For(staff), metrics.Norwegian)
			f := opened(t, content)
			for _, sheet := range f.GetSheetList() {
				eachCell(t, f, sheet, func(at string, c place) {
					if c.formula != "" && (!ours.MatchString(c.formula) || !c.isNumber()) {
						t.Errorf("%s!%s: got formula %q", sheet, at, c.formula)
					}
					if !c.isNumber() && c.kind != excelize.CellTypeSharedString && c.kind != excelize.CellTypeInlineString {
						t.Errorf("%s!%s: got type %v of %q, want a string", sheet, at, c.kind, c.text)
					}
				})
			}
			checkPackage(t, content)
		})
	}
}

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

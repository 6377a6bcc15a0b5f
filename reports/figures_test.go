package reports_test

import (
	"bytes"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

const (
	nb = metrics.Norwegian
	en = metrics.English
)

// evaluation is an evaluation workbook with the table that it was written from.
type evaluation struct {
	content  []byte
	file     *excelize.File
	table    metrics.Table
	language metrics.Language
}

// evaluations are those of all audiences, languages and drafts of the tests, written and opened once.
var evaluations = sync.OnceValue(func() map[string]evaluation {
	made := map[string]evaluation{}
	for name, draft := range map[string]metrics.Draft{"one programme": metricstest.KOM(), "three programmes": several(), "evaluated": evaluated(), "all kinds": metricstest.Kinds()} {
		for _, audience := range []metrics.Audience{board, centre, staff} {
			for _, language := range languages(name == "all kinds" && audience.Name == board.Name) {
				e := evaluation{table: draft.For(audience), language: language}
				var b bytes.Buffer
				err := reports.Evaluation(&b, e.table, language)
				if err == nil {
					e.content = b.Bytes()
					e.file, err = excelize.OpenReader(&b)
				}
				if err != nil {
					panic(err)
				}
				made[name+"/"+audience.Name+"/"+string(language)] = e
			}
		}
	}
	return made
})

// thorough says that there is time for every round of a test: in .ci/run, which sets CI=true.
var thorough = os.Getenv("CI") == "true"

// languages are those that a test walks: all of them when there is time or they are what is tested, else the first.
func languages(all bool) []metrics.Language {
	if all || thorough {
		return metrics.Languages()
	}
	return metrics.Languages()[:1]
}

// every walks the evaluations.
func every(t *testing.T, test func(t *testing.T, e evaluation)) {
	for name, e := range evaluations() {
		t.Run(name, func(t *testing.T) { test(t, e) })
	}
}

// shows fails unless the cell holds the number, or the sign where there is none.
func shows(t *testing.T, where string, got place, want metrics.Number, sign metrics.Sign) {
	t.Helper()
	if got.number() != want {
		t.Errorf("%s: got %q, want %v", where, got.text, want)
	}
	if sign == "" {
		sign = metrics.NotPossible
	}
	if !want.Given() && got.text != string(sign) {
		t.Errorf("%s: got %q, want the sign %q", where, got.text, sign)
	}
}

func TestEveryFigureStandsInTheData(t *testing.T) {
	every(t, func(t *testing.T, e evaluation) {
		f, table, l := e.file, e.table, e.language
		rows := rowsOf(t, f, "Data", 0)
		figures := table.Figures
		if len(table.Programmes) == 1 { // whose figures are those of all programmes, and stand once
			figures = slices.DeleteFunc(slices.Clone(figures), func(f metrics.Figure) bool { return f.Programme == metrics.All })
		}
		if len(rows) != len(figures) {
			t.Fatalf("got %d rows, want %d figures", len(rows), len(figures))
		}
		for i, figure := range figures {
			row, where := rows[i], figure.Indicator+" "+figure.Programme+" "+figure.Period
			for head, want := range map[string]metrics.Number{
				"numerator": figure.Numerator, "denominator": figure.Denominator, "unknown": figure.Unknown, "immature": figure.Immature,
				"value": figure.Value, "low": figure.Low, "high": figure.High,
			} {
				shows(t, where+" "+head, row[l.Say(head)], want, figure.Sign)
			}
			if got := row[l.Say("target_label")].number(); got != figure.Target {
				t.Errorf("%s target: got %v, want %v", where, got, figure.Target)
			}
			if got := row[l.Say("sign")].text; got != string(figure.Sign) {
				t.Errorf("%s sign: got %q, want %q", where, got, figure.Sign)
			}
			period := figure.Period
			if period == metrics.All {
				period = l.Say("all_periods")
			}
			if got := row[l.Say("period")]; got.text != period || got.isNumber() {
				t.Errorf("%s: got period %q, want %q as text", where, got.text, period)
			}
			if got, want := row[l.Say("breakdown")].text+row[l.Say("category")].text, inWords(l, figure); got != want {
				t.Errorf("%s: got breakdown %q, want %q", where, got, want)
			}
		}
	})
}

// inWords is the breakdown and the category of a figure as they are told.
func inWords(l metrics.Language, f metrics.Figure) string {
	switch f.Breakdown {
	case "gender", "mobility":
		return l.Say("breakdown_"+f.Breakdown) + l.Say("category_"+f.Breakdown+"_"+f.Category)
	case "months":
		return l.Say("breakdown_months") + f.Category
	case "origin", "residence":
		places := map[string]string{"0301": "Oslo", "1505": "Kristiansund", "1573": "Smøla", "1804": "Bodø", "9999": l.Say("category_place_9999"), "unknown": l.Say("category_unknown")}
		if name, ok := places[f.Category]; ok {
			return l.Say("breakdown_"+f.Breakdown) + name
		}
		return l.Say("breakdown_"+f.Breakdown) + l.Say("category_place_"+f.Category)
	}
	return f.Breakdown + f.Category
}

func TestTheOnlyProgrammeStandsOnceInTheData(t *testing.T) {
	draft := metricstest.KOM()
	f := opened(t, written(t, draft.For(staff), metrics.Norwegian))
	for _, row := range rowsOf(t, f, "Data", 0) {
		if row["Programkode"].text != "kom" || row["Traineeprogram"].text != "KOM Trainee" {
			t.Errorf("%s %s: got a row of %q", row["Kode"].text, row["Periode"].text, row["Programkode"].text)
		}
	}
	// A figure of all programmes that the only one does not have stays.
	draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "applicants", Programme: "all", Period: "1999", Numerator: 3, Denominator: 3})
	f = opened(t, written(t, draft.For(staff), metrics.Norwegian))
	found := slices.ContainsFunc(rowsOf(t, f, "Data", 0), func(row map[string]place) bool {
		return row["Periode"].text == "1999" && row["Teller"].text == "3"
	})
	if !found {
		t.Error("got no row of 1999")
	}
}

func TestKeyFiguresAreTheTotals(t *testing.T) {
	every(t, func(t *testing.T, e evaluation) {
		f, table, l := e.file, e.table, e.language
		rows := rowsOf(t, f, l.Say("key_figures"), 0)
		for _, definition := range table.Definitions {
			programmes := []string{metrics.All}
			if len(table.Programmes) > 1 {
				for _, programme := range table.Programmes {
					programmes = append(programmes, programme.ID)
				}
			}
			for _, programme := range programmes {
				row := rows[0]
				rows = rows[1:]
				figure := table.Figure(definition.ID, programme, metrics.All)
				showsFigure(t, l, row, figure)
				if !figure.Target.Given() && row[l.Say("target_label")].text == "" {
					t.Errorf("%s %s: nothing says that no target is agreed", definition.ID, programme)
				}
			}
		}
		if len(rows) > 0 {
			t.Errorf("%d rows too many", len(rows))
		}
	})
}

// sheetOf is the name of the sheet of the indicator that stands in that place.
func sheetOf(t *testing.T, f *excelize.File, at int) string {
	t.Helper()
	sheets := f.GetSheetList()
	i := slices.IndexFunc(sheets, func(name string) bool { return strings.HasPrefix(name, strconv.Itoa(at+1)+" ") })
	if i < 0 {
		t.Fatalf("indicator %d has no sheet among %v", at+1, sheets)
	}
	return sheets[i]
}

func TestEveryIndicatorHasItsSheet(t *testing.T) {
	every(t, func(t *testing.T, e evaluation) {
		f, table, l := e.file, e.table, e.language
		for i, definition := range table.Definitions {
			sheet := sheetOf(t, f, i)
			rows := rowsOf(t, f, sheet, 0)
			for _, figure := range table.Figures {
				if figure.Indicator != definition.ID || (len(table.Programmes) == 1 && figure.Programme != metrics.All) {
					continue
				}
				if figure.Breakdown == "months" && figure.Period != metrics.All || figure.Region != "" {
					continue // a cohort's curve is in the data; other regions have a sheet
				}
				shown := 0
				for _, row := range rows {
					if sameCell(table, l, definition, row, figure) {
						showsFigure(t, l, row, figure)
						shown++
					}
				}
				if shown != 1 {
					t.Errorf("sheet %s: %s %s %s%s is on it %d times", sheet, figure.Programme, figure.Period, figure.Breakdown, figure.Category, shown)
				}
			}
		}
	})
}

// sameCell says whether the row is that of the figure.
func sameCell(table metrics.Table, l metrics.Language, definition metrics.Definition, row map[string]place, f metrics.Figure) bool {
	period, programme := f.Period, l.Say("all_programmes")
	if period == metrics.All {
		period = l.Say("all_periods")
	}
	for _, p := range table.Programmes {
		if p.ID == f.Programme {
			programme = p.Name
		}
	}
	category := row[l.Say("category")].text
	if f.Kind == metrics.Duration {
		if category = row[map[metrics.Language]string{nb: "Måneder", metrics.Nynorsk: "Månader", en: "Months"}[l]].text; f.Breakdown == "" {
			f.Category = "36" // where a curve is read
		}
	} else if f.Category != "" {
		f.Category = strings.TrimPrefix(inWords(l, f), l.Say("breakdown_"+f.Breakdown))
	}
	return row[l.Say(definition.Period)].text == period && category == f.Category &&
		(len(table.Programmes) == 1 || row[l.Say("programme")].text == programme)
}

// showsFigure fails unless the row, whatever columns it has, shows the figure's numbers.
func showsFigure(t *testing.T, l metrics.Language, row map[string]place, f metrics.Figure) {
	t.Helper()
	where := f.Indicator + " " + f.Programme + " " + f.Period + " "
	for head, want := range map[string]metrics.Number{
		"numerator": f.Numerator, "denominator": f.Denominator, "unknown": f.Unknown, "immature": f.Immature,
		"value": f.Value, "low": f.Low, "high": f.High,
	} {
		if head == "denominator" && f.Kind == metrics.Count || head == "numerator" && f.Kind == metrics.Breadth {
			want = metrics.Number{} // a count is of nothing but itself, and a breadth of many counts
		}
		got, ok := row[l.Say(head)]
		if few := f.Sign == metrics.Hidden && f.Numerator.Given(); few && (head == "value" || head == "low" || head == "high") {
			// Only the percentage is withheld: a word says so once.
			if wanted := map[string]string{"value": map[metrics.Language]string{nb: "for få", metrics.Nynorsk: "for få", en: "too few"}[l]}[head]; ok && got.text != wanted {
				t.Errorf("%s%s: got %q, want %q", where, head, got.text, wanted)
			}
			continue
		}
		if ok {
			shows(t, where+head, got, want, f.Sign)
		}
	}
	value := row[l.Say("value")]
	quotient := f.Kind == metrics.Rate || f.Kind == metrics.Share || f.Kind == metrics.Ratio || f.Kind == metrics.Score
	if live := value.formula != ""; live != (quotient && f.Value.Given()) {
		t.Errorf("%svalue: got formula %q", where, value.formula)
	}
	if got := row[l.Say("target_label")]; got.number() != f.Target {
		t.Errorf("%starget: got %q, want %v", where, got.text, f.Target)
	}
}

func TestFormulasGiveWhatIsStored(t *testing.T) {
	every(t, func(t *testing.T, e evaluation) {
		if formulas := checkFormulas(t, e.file); formulas < 20 {
			t.Errorf("got %d formulas, want the value of every share and ratio", formulas)
		}
	})
}

// checkFormulas computes every formula again, and says how many there are.
func checkFormulas(t *testing.T, f *excelize.File) (formulas int) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		eachCell(t, f, sheet, func(at string, c place) {
			if c.formula == "" {
				return
			}
			formulas++
			stored, ok := c.number().Get()
			if !ok {
				t.Errorf("%s!%s: the stored result %q is no number", sheet, at, c.text)
			}
			computed, err := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Errorf("%s!%s =%s: %v", sheet, at, c.formula, err)
			}
			if got, err := strconv.ParseFloat(computed, 64); err != nil || math.Abs(got-stored) > 1e-12*math.Max(1, math.Abs(stored)) {
				t.Errorf("%s!%s =%s: got %s, want %v", sheet, at, c.formula, computed, stored)
			}
		})
	}
	return formulas
}

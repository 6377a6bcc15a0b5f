package reports_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// every walks all audiences, languages and drafts of the tests.
func every(t *testing.T, test func(t *testing.T, table metrics.Table, language metrics.Language)) {
	for name, draft := range map[string]metrics.Draft{"one programme": metricstest.KOM(), "three programmes": several()} {
		for _, audience := range []metrics.Audience{board, {Name: "centre", Floor: 5}, staff} {
			for _, language := range metrics.Languages() {
				t.Run(name+"/"+audience.Name+"/"+string(language), func(t *testing.T) {
					test(t, draft.For(audience), language)
				})
			}
		}
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
	every(t, func(t *testing.T, table metrics.Table, l metrics.Language) {
		f := opened(t, written(t, table, l))
		rows := rowsOf(t, f, "Data", 0)
		if len(rows) != len(table.Figures) {
			t.Fatalf("got %d rows, want %d figures", len(rows), len(table.Figures))
		}
		for i, figure := range table.Figures {
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
			if got := row[l.Say("breakdown")].text + row[l.Say("category")].text; got != figure.Breakdown+figure.Category {
				t.Errorf("%s: got breakdown %q, want %q", where, got, figure.Breakdown+figure.Category)
			}
		}
	})
}

func TestKeyFiguresAreTheTotals(t *testing.T) {
	every(t, func(t *testing.T, table metrics.Table, l metrics.Language) {
		f := opened(t, written(t, table, l))
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
				showsFigure(t, l, row, table.Figure(definition.ID, programme, metrics.All))
			}
		}
		if len(rows) > 0 {
			t.Errorf("%d rows too many", len(rows))
		}
	})
}

func TestEveryIndicatorHasItsSheet(t *testing.T) {
	every(t, func(t *testing.T, table metrics.Table, l metrics.Language) {
		f := opened(t, written(t, table, l))
		for i, definition := range table.Definitions {
			sheet := f.GetSheetList()[1+i]
			rows := rowsOf(t, f, sheet, 0)
			shown := 0
			for _, figure := range table.Figures {
				if figure.Indicator != definition.ID || (len(table.Programmes) == 1 && figure.Programme != metrics.All) {
					continue
				}
				shown++
				for _, row := range rows {
					if sameCell(table, l, definition, row, figure) {
						showsFigure(t, l, row, figure)
						shown--
					}
				}
			}
			if shown != 0 {
				t.Errorf("sheet %s: %d figures are not on it", sheet, shown)
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
	return row[l.Say(definition.Period)].text == period && row[l.Say("category")].text == f.Category &&
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
		if head == "denominator" && f.Kind == metrics.Count {
			want = metrics.Number{} // a count is of nothing but itself
		}
		if got, ok := row[l.Say(head)]; ok {
			shows(t, where+head, got, want, f.Sign)
		}
	}
	value := row[l.Say("value")]
	if live := value.formula != ""; live != (f.Kind != metrics.Count && f.Value.Given()) {
		t.Errorf("%svalue: got formula %q", where, value.formula)
	}
	if got := row[l.Say("target_label")]; got.number() != f.Target {
		t.Errorf("%starget: got %q, want %v", where, got.text, f.Target)
	} else if !f.Target.Given() && got.text == "" {
		t.Errorf("%starget: nothing says that none is agreed", where)
	}
}

func TestFormulasGiveWhatIsStored(t *testing.T) {
	every(t, func(t *testing.T, table metrics.Table, l metrics.Language) {
		f := opened(t, written(t, table, l))
		formulas := 0
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
				if got, err := strconv.ParseFloat(computed, 64); err != nil || math.Abs(got-stored) > 1e-12*math.Max(1, stored) {
					t.Errorf("%s!%s =%s: got %s, want %v", sheet, at, c.formula, computed, stored)
				}
			})
		}
		if formulas < 20 {
			t.Errorf("got %d formulas, want the value of every share and ratio", formulas)
		}
	})
}

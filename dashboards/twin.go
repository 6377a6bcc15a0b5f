package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// twin is the table beside a chart, with every number of it and more.
type twin struct {
	Caption string
	Names   bool // the rows are called by names, which are long
	Head    []heading
	Rows    []row
}

// heading is the head of a column; words are set from the left, numbers from the right.
type heading struct {
	Text string
	Left bool
}

type row struct {
	Total bool
	Heads []string
	Cells []cell
}

type cell struct {
	Text  string
	Mark  bool // published elsewhere
	Prose bool // words, set from the left
}

// columns are the numbers that a kind of indicator has, left to right.
func (i indicator) columns() []heading {
	switch i.definition.Kind {
	case metrics.Count:
		return numbersUnder(i.Say("count"))
	case metrics.Rate:
		return numbersUnder(i.Say("numerator"), i.Say("denominator"), i.Say("value"), i.Say("interval"), i.Say("unknown"), i.Say("immature"), i.Say("sign"))
	}
	return numbersUnder(i.Say("numerator"), i.Say("denominator"), i.Say("value"), i.Say("sign"))
}

// cells writes a figure into the columns of its kind. Where a number cannot stand, its sign stands: never 0, never nothing.
func (i indicator) cells(f metrics.Figure) []cell {
	l := i.language()
	number := func(n metrics.Number) cell {
		if !n.Given() {
			return cell{Text: string(f.Sign)}
		}
		return cell{Text: l.Number(n.Float(), 0)}
	}
	value := cell{Text: string(f.Sign)}
	if f.Value.Given() {
		value.Text = f.Amount(l)
	}
	switch i.definition.Kind {
	case metrics.Count:
		return []cell{value}
	case metrics.Rate:
		interval := cell{Text: f.Interval(l)}
		if interval.Text == "" {
			interval.Text = string(f.Sign)
		}
		return []cell{number(f.Numerator), number(f.Denominator), value, interval, number(f.Unknown), number(f.Immature), {Text: string(f.Sign)}}
	}
	return []cell{number(f.Numerator), number(f.Denominator), value, {Text: string(f.Sign)}}
}

// twin is the table of the indicator's periods. With one programme its figures are those of all, and stand once.
func (i indicator) twin() twin {
	several := len(i.table.Programmes) > 1
	t := twin{Head: wordsUnder(i.Say(i.definition.Period))}
	key := "by_" + i.definition.Period
	if several {
		t.Head = wordsUnder(i.Say("programme"), i.Say(i.definition.Period))
		key += "_programme"
	}
	t.Caption = i.Say(key, i.title())
	t.Head = append(t.Head, i.columns()...)
	for _, f := range i.table.Figures {
		if f.Indicator != i.definition.ID || f.Breakdown != "" || (!several && f.Programme != metrics.All) {
			continue
		}
		row := row{Total: f.Period == metrics.All, Heads: []string{i.period(f.Period)}, Cells: i.cells(f)}
		if several {
			row.Heads = []string{i.programme(f.Programme), i.period(f.Period)}
		}
		t.Rows = append(t.Rows, row)
	}
	t.dropEmptyLastColumn()
	return t
}

// breakdownTwin is the table of the indicator's breakdowns, or nil where there is none.
func (i indicator) breakdownTwin() *twin {
	t := &twin{
		Caption: i.Say("by_breakdown", i.title()),
		Head:    append(wordsUnder(i.Say("breakdown"), i.Say("category"), i.Say("programme"), i.Say(i.definition.Period)), i.columns()...),
	}
	for _, f := range i.table.Figures {
		if f.Indicator == i.definition.ID && f.Breakdown != "" {
			heads := []string{f.Breakdown, f.Category, i.programme(f.Programme), i.period(f.Period)}
			t.Rows = append(t.Rows, row{Heads: heads, Cells: i.cells(f)})
		}
	}
	if t.Rows == nil {
		return nil
	}
	t.dropEmptyLastColumn()
	return t
}

// wordsUnder and numbersUnder make the heads of columns that hold words, and numbers.
func wordsUnder(texts ...string) (heads []heading) {
	for _, text := range texts {
		heads = append(heads, heading{text, true})
	}
	return heads
}

func numbersUnder(texts ...string) (heads []heading) {
	for _, text := range texts {
		heads = append(heads, heading{text, false})
	}
	return heads
}

// dropEmptyLastColumn takes out the column of signs when every figure has a number, and that of notes when there is none.
func (t *twin) dropEmptyLastColumn() {
	last := func(r row) cell { return r.Cells[len(r.Cells)-1] }
	if slices.ContainsFunc(t.Rows, func(r row) bool { return last(r).Text != "" }) {
		return
	}
	t.Head = t.Head[:len(t.Head)-1]
	for at := range t.Rows {
		t.Rows[at].Cells = t.Rows[at].Cells[:len(t.Rows[at].Cells)-1]
	}
}

package dashboards

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// twin is the table beside a chart, with every number of it and more.
type twin struct {
	Caption string
	Names   bool // the rows are called by names, which are long
	Head    []heading
	Rows    []row
	Below   bool   // stands below its chart
	Tinted  bool   // its cells have a tint
	Compact bool   // so many rows that a phone scrolls it sideways
	Notes   []sign // what stands in the place of values in this table
}

// heading is the head of a column; words are set from the left, numbers from the right.
type heading struct {
	Text string
	Left bool
}

type row struct {
	Key   string // of the figure that the row is about
	Total bool

	Edition string // the earlier one whose figure it is
	Link    string // where the first head leads
	Heads   []string
	Cells   []cell
}

type cell struct {
	Text   string
	Head   string  // of its column, said beside it where the screen is too narrow for columns
	Mark   bool    // published elsewhere
	Prose  bool    // words, set from the left and broken where the line ends
	Left   bool    // set from the left
	Strong bool    // what a reader came for
	Quiet  bool    // a remark in the place of a number
	Step   bool    // by how much the figure differs from that of an earlier edition
	None   bool    // nobody is left out, which goes without saying where there is little room
	Glance *glance // in the place of text
	Key    string  // of the figure that the cell alone is about
	Shade  string  // its tint, from 1 on
}

// Narrow says that the table has so few columns that a phone holds them.
func (t twin) Narrow() bool { return len(t.Head) <= 2 }

// Wide says that the table has so many columns that it stands below its chart.
func (t twin) Wide() bool { return t.Below || len(t.Head) > 7 || t.Names && len(t.Head) > 5 }

// newTwin makes the table of the figures. The names of a row's heads, and what stands there, are given by the caller; totals of
// all periods are set off where the table has other rows too.
func (i indicator) newTwin(caption string, heads []string, of func(metrics.Figure) []string, figures []metrics.Figure) *twin {
	if len(figures) == 0 {
		return nil
	}
	t := &twin{Caption: caption, Head: wordsUnder(heads...), Notes: i.explained(figures)}
	fields := i.fields()
	for _, field := range fields {
		t.Head = append(t.Head, heading{Text: field.head})
	}
	for _, f := range figures {
		r := row{Key: keyOf(f), Total: f.Period == metrics.All && f.Breakdown == "", Heads: of(f)}
		for _, field := range fields {
			c := field.of(f)
			c.Head = field.head
			r.Cells = append(r.Cells, c)
		}
		t.Rows = append(t.Rows, r)
	}
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

// named gives every cell the name of its column.
func (t *twin) named() *twin {
	for _, r := range t.Rows {
		for at := range r.Cells {
			r.Cells[at].Head = t.Head[len(r.Heads)+at].Text
		}
	}
	return t
}

// join adds the rows of a table of other periods: a period that one of them lacks stays empty there.
func (t *twin) join(other twin) {
	column := func(in twin, name string) int {
		return slices.IndexFunc(in.Head, func(h heading) bool { return h.Text == name }) - 1
	}
	for _, h := range other.Head[1:] {
		if column(*t, h.Text) >= 0 {
			continue
		}
		t.Head = append(t.Head, h)
		for at := range t.Rows {
			t.Rows[at].Cells = append(t.Rows[at].Cells, cell{})
		}
	}
	for _, r := range other.Rows {
		cells := make([]cell, len(t.Head)-1)
		for at, c := range r.Cells {
			cells[column(*t, other.Head[at+1].Text)] = c
		}
		r.Cells = cells
		t.Rows = append(t.Rows, r)
	}
	t.sortColumns()
	for _, note := range other.Notes {
		if !slices.Contains(t.Notes, note) {
			t.Notes = append(t.Notes, note)
		}
	}
}

// sortColumns puts the columns after the first in the order of their heads.
func (t *twin) sortColumns() {
	order := make([]int, len(t.Head)-1)
	for at := range order {
		order[at] = at
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(t.Head[a+1].Text, t.Head[b+1].Text) })
	head := slices.Clone(t.Head)
	for to, from := range order {
		t.Head[to+1] = head[from+1]
	}
	for at, r := range t.Rows {
		cells := make([]cell, len(order))
		for to, from := range order {
			cells[to] = r.Cells[from]
		}
		t.Rows[at].Cells = cells
	}
}

// dropEmptyLastColumn takes out the column of notes when there is none.
func (t *twin) dropEmptyLastColumn() {
	for _, r := range t.Rows {
		if r.Cells[len(r.Cells)-1].Text != "" {
			return
		}
	}
	t.Head = t.Head[:len(t.Head)-1]
	for at := range t.Rows {
		t.Rows[at].Cells = t.Rows[at].Cells[:len(t.Rows[at].Cells)-1]
	}
}

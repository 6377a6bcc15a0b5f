package reports

import (
	"iter"
	"slices"

	"bolyst/metrics"
)

// writeData writes every figure as one row, from the first cell on, to be filtered, pivoted or read by another program. The
// numbers are written as they are, not as formulas, and each row says all of itself. What only a program asks for stands last, and
// is not printed.
func (s *sheet) writeData() { s.writeFigures(s.dataFigures()) }

// writeFigures writes so many figures, which come one at a time.
func (s *sheet) writeFigures(figures iter.Seq[metrics.Figure], count int) {
	columns := s.dataColumns()
	var heads []column
	var widths []float64
	printed := 0
	for i, c := range columns {
		heads, widths = append(heads, c.column), append(widths, c.width)
		if c.printed {
			printed = i + 1
		}
	}
	s.setWidths(widths...)
	s.flow(heads, count, func(yield func([]cell) bool) {
		cells := make([]cell, len(columns))
		for f := range figures {
			for i, c := range columns {
				cells[i] = c.of(f)
			}
			if !yield(cells) {
				return
			}
		}
	})
	s.freeze(1, 1)
	s.page(printed, 1, 1, false)
}

// dataColumn is one column of the data; the last ones are not printed, since a page has no room for them.
type dataColumn struct {
	column
	width   float64
	printed bool
	of      func(metrics.Figure) cell
}

// dataColumns are the columns of the data. The name of the programme is printed where there are several.
func (s *sheet) dataColumns() []dataColumn {
	words := func(head string, width float64, printed bool, of func(metrics.Figure) string) dataColumn {
		return dataColumn{column{head, false}, width, printed, func(f metrics.Figure) cell { return text(of(f)) }}
	}
	numbers := func(key string, width float64, of func(metrics.Figure) cell) dataColumn {
		return dataColumn{column{s.metric(key), true}, width, true, of}
	}
	several := len(s.Programmes) > 1
	// The words of a column are few, and the rows may be a million.
	title := once(func(id string) string { return s.Definition(id).Title.In(s.language) })
	whose := once(func(c metrics.Cell) string { return s.whose(metrics.Figure{Cell: c}) })
	unit := once(func(code string) string { return s.named("unit_", code) })
	region := once(func(id string) string { return s.RegionName(metrics.Cell{Region: id}, s.language) })
	breakdown := once(func(id string) string { return metrics.Cell{Breakdown: id}.BreakdownName(s.language) })
	category := once(func(c metrics.Cell) string { return s.CategoryName(c, s.language) })
	programme := words(s.metric("programme"), 22, several, func(f metrics.Figure) string {
		return whose(metrics.Cell{Indicator: f.Indicator, Programme: f.Programme})
	})
	columns := []dataColumn{words(s.metric("indicator"), 40, true, func(f metrics.Figure) string { return title(f.Indicator) })}
	if several {
		columns = append(columns, programme)
	}
	columns = append(columns,
		words(s.metric("period"), 11, true, func(f metrics.Figure) string { return s.period(f.Period) }),
		words(s.metric("region"), 13, len(s.Regions) > 0, func(f metrics.Figure) string { return region(f.Region) }),
		words(s.metric("breakdown"), 13, true, func(f metrics.Figure) string { return breakdown(f.Breakdown) }),
		words(s.metric("category"), 13, true, func(f metrics.Figure) string {
			return category(metrics.Cell{Breakdown: f.Breakdown, Category: f.Category})
		}),
		numbers("numerator", 12, func(f metrics.Figure) cell { return counted(f, f.Numerator) }),
		numbers("denominator", 12, func(f metrics.Figure) cell { return counted(f, f.Denominator) }),
		numbers("unknown", 11, func(f metrics.Figure) cell { return counted(f, f.Unknown) }),
		numbers("immature", 13, func(f metrics.Figure) cell { return counted(f, f.Immature) }),
		numbers("value", 11, func(f metrics.Figure) cell { return s.measured(f, f.Value) }),
		numbers("low", 11, func(f metrics.Figure) cell { return s.measured(f, f.Low) }),
		numbers("high", 11, func(f metrics.Figure) cell { return s.measured(f, f.High) }),
		words(s.metric("sign"), 9, true, func(f metrics.Figure) string { return string(f.Sign) }),
	)
	if !several {
		columns = append(columns, programme)
	}
	return append(columns,
		dataColumn{column{s.metric("target_label"), true}, 12, false, func(f metrics.Figure) cell {
			if !f.Target.Given() {
				return cell{}
			}
			return s.measured(f, f.Target)
		}},
		words(s.metric("unit"), 12, false, func(f metrics.Figure) string { return unit(f.Unit) }),
		words(s.say("id"), 28, false, func(f metrics.Figure) string { return f.Indicator }),
		words(s.say("programme_id"), 16, false, func(f metrics.Figure) string { return f.Programme }),
		dataColumn{column{s.metric("version"), true}, 11, false, func(f metrics.Figure) cell { return whole(f.Version) }},
	)
}

// once looks every word up once.
func once[K comparable](of func(K) string) func(K) string {
	known := map[K]string{}
	return func(key K) string {
		word, ok := known[key]
		if !ok {
			word = of(key)
			known[key] = word
		}
		return word
	}
}

// dataFigures are the figures that stand in the data, and how many there are. The only programme's stand once, as its own: those
// of all programmes would say the same again.
func (b *book) dataFigures() (figures iter.Seq[metrics.Figure], count int) {
	if len(b.Programmes) != 1 {
		return slices.Values(b.Figures), len(b.Figures)
	}
	own := map[metrics.Cell]bool{}
	for _, f := range b.Figures {
		if f.Programme != metrics.All {
			own[f.Cell] = true
		}
	}
	var once []metrics.Figure
	for _, f := range b.Figures {
		same := f.Cell
		same.Programme = b.Programmes[0].ID
		if f.Programme != metrics.All || !own[same] {
			once = append(once, f)
		}
	}
	return slices.Values(once), len(once)
}

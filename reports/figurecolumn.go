package reports

import (
	"slices"

	"bolyst/metrics"
)

// figureColumn is a column of an indicator's table.
type figureColumn struct {
	column
	width float64
	of    func(f metrics.Figure, row int) cell
}

// narrow is the width of a column in which a number stands and its head is broken between words.
const narrow = 12

// indicatorColumns lists the columns that this kind of figure needs, and leaves out those that would say the same in every row.
func (s *sheet) indicatorColumns(definition metrics.Definition, figures []metrics.Figure) []figureColumn {
	kind := definition.Kind
	broken := slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Breakdown != "" && f.Breakdown != months })
	targets := slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Target.Given() })
	var columns []figureColumn
	words := func(show bool, head string, width float64, of func(metrics.Figure) cell) {
		if show {
			columns = append(columns, figureColumn{column{head, false}, width, func(f metrics.Figure, _ int) cell { return of(f) }})
		}
	}
	numbers := func(show bool, head string, of func(f metrics.Figure, row int) cell) {
		if show {
			width := max(13, (widthOf(head)+1.7)*boldness) // the head on one line
			if broken || len(s.Programmes) > 1 {
				width = narrow // a long table: what its numbers do not need makes all of it smaller
			}
			columns = append(columns, figureColumn{column{head, true}, width, of})
		}
	}
	words(true, s.metric(definition.Period), 14, func(f metrics.Figure) cell { return text(s.period(f.Period)) })
	words(len(s.Programmes) > 1, s.metric("programme"), s.programmeWidth(), func(f metrics.Figure) cell { return wrapped(s.whose(f)) })
	words(broken, s.metric("breakdown"), 24, func(f metrics.Figure) cell { return wrapped(f.BreakdownName(s.language)) })
	words(broken, s.metric("category"), 28, func(f metrics.Figure) cell { return wrapped(s.CategoryName(f.Cell, s.language)) })
	numbers(kind == metrics.Duration, s.say("months_after"), func(f metrics.Figure, _ int) cell { return whole(monthsOf(f)) })
	numerator := len(columns) + 1
	interval := kind == metrics.Rate || kind == metrics.Score || kind == metrics.Duration
	numbers(isQuotient(kind), s.metric("numerator"), func(f metrics.Figure, _ int) cell { return s.numerator(f) })
	numbers(kind != metrics.Count && kind != metrics.Duration, s.metric("denominator"), func(f metrics.Figure, _ int) cell { return s.denominator(f) })
	numbers(true, s.metric("value"), func(f metrics.Figure, row int) cell { return s.value(f, numerator, row) })
	numbers(interval, s.metric("low"), func(f metrics.Figure, _ int) cell { return s.limit(f, f.Low) })
	numbers(interval, s.metric("high"), func(f metrics.Figure, _ int) cell { return s.limit(f, f.High) })
	numbers(kind == metrics.Duration, s.say("followed"), func(f metrics.Figure, _ int) cell { return s.denominator(f) })
	numbers(kind != metrics.Count && kind != metrics.Duration, s.metric("unknown"), func(f metrics.Figure, _ int) cell { return counted(f, f.Unknown) })
	numbers(kind != metrics.Count && kind != metrics.Duration, s.metric("immature"), func(f metrics.Figure, _ int) cell { return counted(f, f.Immature) })
	numbers(targets, s.metric("target_label"), func(f metrics.Figure, _ int) cell {
		if !f.Target.Given() {
			return cell{} // the sheet's first lines say whether the total has one
		}
		return s.target(f)
	})
	return columns
}

// programmeWidth is the width of a column in which the longest name of a programme stands on one line, as far as there is room.
func (b *book) programmeWidth() float64 {
	width := 24.0
	for _, programme := range b.Programmes {
		width = max(width, widthOf(programme.Name)*boldness+2.5)
	}
	return min(width, 40)
}

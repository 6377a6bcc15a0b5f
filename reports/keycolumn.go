package reports

import "bolyst/metrics"

// keyRow is the row of one figure.
type keyRow struct {
	name       cell
	definition metrics.Definition
	figure     metrics.Figure
	row        int
	of         bool // it is of one programme among several
}

// keyColumn is one column of the key figures.
type keyColumn struct {
	column
	width float64
	of    func(keyRow) cell
}

// Where the numbers stand that others refer to, in the order of keyColumns.
const (
	keyNumerator = 3
	keyValue     = 5
	keyLow       = 6
	keyHigh      = 7
)

// keyColumns are the columns of the key figures; that of targets and that of published figures only where there are any.
func (s *sheet) keyColumns() []keyColumn {
	figure := func(of func(metrics.Figure) cell) func(keyRow) cell {
		return func(r keyRow) cell { return of(r.figure) }
	}
	columns := []keyColumn{
		{column{s.metric("indicator"), false}, 38, func(r keyRow) cell { return r.name }},
		{column{s.metric("goal"), false}, 16, func(r keyRow) cell {
			if r.of {
				return cell{}
			}
			return wrapped(s.goal(r.definition.Goal))
		}},
		{column{s.metric("numerator"), true}, 12, figure(s.numerator)},
		{column{s.metric("denominator"), true}, 12, figure(s.denominator)},
		{column{s.metric("value"), true}, 12, func(r keyRow) cell { return s.value(r.figure, keyNumerator, r.row) }},
		{column{s.metric("low"), true}, 10, figure(func(f metrics.Figure) cell { return s.limit(f, f.Low) })},
		{column{s.metric("high"), true}, 10, figure(func(f metrics.Figure) cell { return s.limit(f, f.High) })},
		{column{s.metric("unknown"), true}, 10, figure(func(f metrics.Figure) cell { return counted(f, f.Unknown) })},
		{column{s.metric("immature"), true}, 12, figure(func(f metrics.Figure) cell { return counted(f, f.Immature) })},
	}
	if len(s.Targets) > 0 {
		columns = append(columns, keyColumn{column{s.metric("target_label"), true}, 12, figure(s.target)})
	}
	if len(s.Reported) > 0 {
		columns = append(columns, keyColumn{column{s.metric("reported"), true}, 15, figure(s.published)})
	}
	return append(columns, keyColumn{column{s.say("reading"), false}, 72, func(r keyRow) cell {
		if r.of {
			return cell{}
		}
		return wrapped(s.reading(r.figure))
	}})
}

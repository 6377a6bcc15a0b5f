package dashboards

import (
	"time"

	"bolyst/metrics"
)

// ColumnType is what the values of a column are.
type ColumnType string

const (
	TextColumn    ColumnType = "text"    // string
	IntegerColumn ColumnType = "integer" // int
	NumberColumn  ColumnType = "number"  // float64, or nil where there is no number
	DateColumn    ColumnType = "date"    // time.Time
)

// Column is one of the long form: one row per figure, and the same columns in every edition, audience and language. Names and
// codes do not change; what ends in _title is said in the language of the file.
type Column struct {
	Name string
	Type ColumnType
}

// Columns are those of the long form. The first rows of two editions can be put below each other: each says whose it is.
func Columns() []Column {
	var columns []Column
	for _, c := range long {
		columns = append(columns, Column{c.name, c.is})
	}
	return columns
}

// Rows are the figures of the table in the long form, a value for each column.
func Rows(table metrics.Table, language metrics.Language) ([][]any, error) {
	words, err := wordsIn(language)
	if err != nil {
		return nil, err
	}
	var rows [][]any
	for _, f := range table.Figures {
		told := told{f, indicator{words, table, table.Definition(f.Indicator), metrics.All}}
		var row []any
		for _, c := range long {
			row = append(row, c.of(told))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// told is a figure with what it takes to say it.
type told struct {
	metrics.Figure
	indicator
}

// longColumn is a column with its value, and what the dictionary says of it besides.
type longColumn struct {
	name string
	is   ColumnType
	of   func(told) any
	head string // the key of its heading in the file for Excel, where it stands there too
	unit string // the key of the unit, "" where it has none
}

var long = []longColumn{
	{"edition", TextColumn, func(t told) any { return t.table.Edition }, "", ""},
	{"as_of", DateColumn, func(t told) any { return t.table.AsOf }, "as_of", ""},
	{"known_at", IntegerColumn, func(t told) any { return t.table.KnownAt }, "known_at", ""},
	{"audience", TextColumn, func(t told) any { return t.table.Audience.Name }, "audience", ""},
	{"indicator", TextColumn, func(t told) any { return t.Indicator }, "csv_indicator_id", ""},
	{"indicator_title", TextColumn, func(t told) any { return t.title() }, "indicator", ""},
	{"version", IntegerColumn, func(t told) any { return t.Version }, "version", ""},
	{"kind", TextColumn, func(t told) any { return string(t.Kind) }, "csv_kind", ""},
	{"unit", TextColumn, func(t told) any { return t.Unit }, "unit", ""},
	{"programme", TextColumn, func(t told) any { return t.Programme }, "csv_programme_id", ""},
	{"programme_title", TextColumn, func(t told) any { return t.table.Whose(t.Figure, t.language()) }, "programme", ""},
	{"period", TextColumn, func(t told) any { return t.Period }, "period", ""},
	{"period_kind", TextColumn, func(t told) any { return t.periodKind() }, "period_kind", ""},
	{"region", TextColumn, func(t told) any { return t.Region }, "", ""},
	{"region_title", TextColumn, func(t told) any { return t.table.RegionName(t.Cell, t.language()) }, "region", ""},
	{"breakdown", TextColumn, func(t told) any { return t.Breakdown }, "", ""},
	{"breakdown_title", TextColumn, func(t told) any { return t.BreakdownName(t.language()) }, "breakdown", ""},
	{"category", TextColumn, func(t told) any { return t.Category }, "", ""},
	{"category_title", TextColumn, func(t told) any { return t.table.CategoryName(t.Cell, t.language()) }, "category", ""},
	{"numerator", NumberColumn, func(t told) any { return given(t.Numerator) }, "numerator", "data_unit_counted"},
	{"denominator", NumberColumn, func(t told) any { return given(t.Denominator) }, "denominator", "data_unit_counted"},
	{"unknown", NumberColumn, func(t told) any { return given(t.Unknown) }, "unknown", "data_unit_counted"},
	{"immature", NumberColumn, func(t told) any { return given(t.Immature) }, "immature", "data_unit_counted"},
	{"value", NumberColumn, func(t told) any { return given(t.Value) }, "value", "data_unit_value"},
	{"low", NumberColumn, func(t told) any { return given(t.Low) }, "low", "data_unit_value"},
	{"high", NumberColumn, func(t told) any { return given(t.High) }, "high", "data_unit_value"},
	{"sign", TextColumn, func(t told) any { return string(t.Sign) }, "sign", ""},
	{"target", NumberColumn, func(t told) any { return given(t.Target) }, "target_label", "data_unit_value"},
}

// periodKind tells totals, periods and pools of periods apart: a sum over all of them would count everybody several times.
func (t told) periodKind() string {
	switch {
	case t.Period == metrics.All:
		return "total"
	case t.IsPool():
		return "pool"
	}
	return t.definition.Period
}

// given is the number, or nil where there is none.
func given(n metrics.Number) any {
	if v, ok := n.Get(); ok {
		return v
	}
	return nil
}

// day is how a date is written for machines.
func day(t time.Time) string { return t.Format(time.DateOnly) }

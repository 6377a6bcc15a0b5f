package dashboards

import (
	"io"

	"bolyst/metrics"
)

// Dictionary writes what each column of the figures means, one row per column, in every language: a reader who is handed one
// file of an edition can read it with this one. It is written as the long form is.
func Dictionary(w io.Writer) error {
	out := &csvRows{to: w, comma: ','}
	head := []string{"column", "type"}
	for _, part := range []string{"heading", "unit", "empty", "meaning"} {
		for _, l := range metrics.Languages() {
			head = append(head, part+"_"+string(l))
		}
	}
	out.write(head)
	for _, c := range dictionary() {
		row := []string{c.name, string(c.is)}
		for _, key := range []string{c.head, c.unit, c.empty(), "column_" + c.name} {
			for _, l := range metrics.Languages() {
				text := ""
				if key != "" {
					text = words(l).Say(key)
				}
				row = append(row, text)
			}
		}
		out.write(row)
	}
	return out.err
}

// dictionary lists the columns of the long form, and then those that the file for Excel has besides.
func dictionary() []longColumn {
	columns := append([]longColumn{}, long...)
	for _, c := range []struct {
		name, head string
		is         ColumnType
		unit       string
	}{
		{"target_period", "target_period", TextColumn, ""},
		{"baseline", "baseline", NumberColumn, "data_unit_value"},
		{"gap", "gap", NumberColumn, "data_unit_value"},
		{"pace", "pace", NumberColumn, "data_unit_pace"},
		{"chance", "chance", NumberColumn, "data_unit_chance"},
		{"signal", "signal", TextColumn, ""},
		{"variation", "variation", TextColumn, ""},
		{"assurance", "assurance", TextColumn, ""},
		{"funnel_place", "funnel_place", TextColumn, ""},
		{"comments", "comments", TextColumn, ""},
	} {
		columns = append(columns, longColumn{name: c.name, is: c.is, head: c.head, unit: c.unit})
	}
	return columns
}

// empty is the key of what an empty field means in the column, "" where there is none.
func (c longColumn) empty() string {
	switch c.name {
	case "numerator", "denominator", "unknown", "immature", "value":
		return "data_empty_number"
	case "low", "high":
		return "data_empty_interval"
	case "target":
		return "data_empty_target"
	case "region", "breakdown", "breakdown_title", "category", "category_title":
		return "data_empty_everybody"
	case "sign":
		return "data_empty_sign"
	case "edition":
		return "data_empty_edition"
	}
	if c.of == nil {
		return "data_empty_said"
	}
	return ""
}

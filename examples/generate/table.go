package main

import "time"

// file is one file of the programme: a CSV file with one table, or a workbook with a table on every sheet.
type file struct {
	name     string
	tables   []table
	owner    string // workbook only: who saved it; empty: KOM Trainee
	encoding string // CSV only: utf-8, with a byte order mark, or utf-16, as "Unicode text" with tabs; else Windows-1252
}

// table is a header and its rows, with what people put above and how they make it look.
type table struct {
	sheet  string
	title  []string // rows above the header; an empty row follows them
	header []string
	widths []float64 // of the columns, in characters; workbook only
	form   bool      // looks like the export of Microsoft Forms, not like a coordinator's list
	rows   []row
}

// row is one line of a table. A cell is a string, an int, a bool (Ja/Nei), a time.Time (the zero time is an empty cell) or nil.
type row struct {
	cells   []any
	shaded  bool
	blemish *blemish
}

// blemish is a fault that was put in on purpose, on a row of its own: without the row all totals stay as published.
type blemish struct {
	Rule   string // the rule of the feed that the row breaks; "superseded": a later row has the same key
	Header string // the column that is spoilt
	Text   string // what stands there
}

// firstRow is the row number, counted as a spreadsheet counts, of the table's first row of data.
func (t table) firstRow() int {
	if len(t.title) == 0 {
		return 2
	}
	return len(t.title) + 3
}

// cell is the value in the named column, with the blemish in its place if it sits there.
func (t table) cell(r row, column int) any {
	if r.blemish != nil && r.blemish.Header == t.header[column] {
		return r.blemish.Text
	}
	switch v := r.cells[column].(type) {
	case time.Time:
		if v.IsZero() {
			return nil
		}
	case string:
		if v == "" {
			return nil
		}
	case bool:
		if v {
			return "Ja"
		}
		return "Nei"
	}
	return r.cells[column]
}

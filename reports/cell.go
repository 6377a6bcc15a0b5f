package reports

import (
	"time"

	"bolyst/metrics"
)

// cell is what stands in one place of a sheet: a text, or a number, which may come from a formula.
type cell struct {
	text    string // stays text, whatever it begins with
	number  metrics.Number
	formula string // gives number, and is followed when a reader changes what it is made of
	link    string // the place in the workbook that a click leads to
	look    look
}

func text(s string) cell { return cell{text: s, look: look{format: textFormat}} }

// wrapped is a text that may take several lines.
func wrapped(s string) cell { return cell{text: s, look: look{wrap: true}} }

// number is the number, or the sign that stands in its place.
func number(n metrics.Number, sign metrics.Sign, format string) cell {
	c := cell{number: n, look: look{format: format, right: true}}
	if !n.Given() {
		c.text, c.look.format = string(sign), textFormat
	}
	return c
}

// whole is a number of rows, versions and the like.
func whole(n int) cell { return number(metrics.Of(float64(n)), "", wholeFormat) }

// epoch is day 0 of a spreadsheet, right for every date after February 1900.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// date is the day as a real date; a zero time leaves the cell empty.
func date(t time.Time) cell {
	if t.IsZero() {
		return cell{}
	}
	return cell{number: metrics.Of(day(t).Sub(epoch).Hours() / 24), look: look{format: dateFormat}}
}

// heading is a title of the size.
func heading(s string, size float64) cell {
	return cell{text: s, look: look{size: size, bold: true, accent: true}}
}

// remark is a text of less weight.
func remark(s string) cell { return cell{text: s, look: look{muted: true, wrap: true}} }

// label is the name above or before a value.
func label(s string) cell { return cell{text: s, look: look{muted: true}} }

// from is the cell with a formula that gives its number.
func (c cell) from(formula string) cell {
	c.formula = formula
	return c
}

// inTotal is the cell in a row that sums up the others.
func (c cell) inTotal() cell {
	c.look.total = true
	return c
}

package main

import (
	"errors"
	"time"

	"github.com/xuri/excelize/v2"
)

// look is the set of cell styles of one sheet.
type look struct {
	title, note, header int
	plain, shaded       [4]int // by kind
}

// The kinds of cells that look different.
const (
	textCell = iota
	numberCell
	dateCell
	timeCell
)

func newLook(x *excelize.File, form bool) (look, error) {
	var l look
	var faults []error
	style := func(s excelize.Style) int {
		id, err := x.NewStyle(&s)
		faults = append(faults, err)
		return id
	}
	font := func(f excelize.Font) *excelize.Font {
		f.Family = "Calibri"
		if f.Size == 0 {
			f.Size = 11
		}
		return &f
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	colour, numbers := "1F4E79", "center"
	if form {
		colour, numbers = "4472C4", "right"
	}
	l.title = style(excelize.Style{Font: font(excelize.Font{Bold: true, Size: 16, Color: colour})})
	l.note = style(excelize.Style{Font: font(excelize.Font{Italic: true, Color: "595959"})})
	l.header = style(excelize.Style{Font: font(excelize.Font{Bold: true, Color: "FFFFFF"}), Fill: fill(colour),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	for kind, format := range []string{"", "", "dd.mm.yyyy", "dd.mm.yyyy hh:mm"} {
		s := excelize.Style{Font: font(excelize.Font{}), Alignment: &excelize.Alignment{Vertical: "top"}}
		if format != "" {
			s.CustomNumFmt = &format
		}
		if kind != textCell {
			s.Alignment.Horizontal = numbers
		}
		l.plain[kind] = style(s)
		s.Fill = fill("E2EFDA")
		l.shaded[kind] = style(s)
	}
	return l, errors.Join(faults...)
}

// of is the style for the value.
func (l look) of(value any, shaded bool) int {
	kind := textCell
	switch v := value.(type) {
	case int:
		kind = numberCell
	case time.Time:
		kind = dateCell
		if v.Hour() > 0 {
			kind = timeCell
		}
	}
	if shaded {
		return l.shaded[kind]
	}
	return l.plain[kind]
}

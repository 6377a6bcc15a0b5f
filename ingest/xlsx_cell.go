package ingest

import (
	"errors"
	"strconv"
)

// cellReader reads the cells of a row. The texts of a row are collected and
// become one string at its end, which its cells share.
type cellReader struct {
	book   *workbook
	number int // of the row
	last   int // the column of the cell before
	cells  []cell
	places []place // of the text of each cell in texts
	texts  []byte
	value  []byte // of the cell being read
}

// place is where a cell's text is; the zero place is nowhere.
type place struct{ from, to int }

// begin begins a row. Its cells are put into the slice it is given.
func (r *cellReader) begin(number int, cells []cell) {
	r.number, r.last, r.cells = number, -1, cells
	r.places, r.texts = r.places[:0], r.texts[:0]
}

// end is the cells of the row.
func (r *cellReader) end() []cell {
	all := string(r.texts)
	for i, p := range r.places {
		if p.to > p.from {
			r.cells[i].text = all[p.from:p.to]
		}
	}
	return r.cells
}

// cellType is the attribute t of a cell.
type cellType uint8

const (
	numberType  cellType = iota // n, or none
	sharedType                  // s: the number of a shared text
	formulaType                 // str: the text that a formula gave
	inlineType                  // inlineStr
	boolType                    // b
	errorType                   // e
	dateType                    // d: a date as text
)

var cellTypes = map[string]cellType{
	"": numberType, "n": numberType, "s": sharedType, "str": formulaType, "inlineStr": inlineType, "b": boolType, "e": errorType, "d": dateType,
}

// read reads the cell that was opened last, up to its end.
func (r *cellReader) read(x *xmlScanner) error {
	at, kind, style, err := r.attributes(x)
	if err != nil {
		return err
	}
	if at <= r.last {
		return errDisorder
	}
	r.last = at
	var formula, valued, inline bool
	r.value = r.value[:0]
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		if token == xmlClose {
			break
		}
		switch {
		case token == xmlText:
			err = x.onlyBlank()
		case string(x.name) == "v" && !valued:
			valued = true
			err = r.readValue(x)
		case string(x.name) == "is" && !inline:
			inline = true
			r.value, err = x.richText(r.value[:0])
		case string(x.name) == "f" && !formula:
			formula = true
			err = x.skip()
		case string(x.name) == "extLst":
			err = x.skip()
		default:
			err = errXML
		}
		if err != nil {
			return err
		}
	}
	if inline {
		kind = inlineType
	}
	switch {
	case len(r.value) > 0:
		return r.interpret(at, kind, style)
	case formula && !(valued && kind == formulaType): // the text that a formula gives may be empty
		return r.add(at, cell{kind: formulaCell}, nil)
	}
	return nil // formatted, but empty
}

// attributes are the column, type and style that a cell says.
func (r *cellReader) attributes(x *xmlScanner) (at int, kind cellType, style int, err error) {
	at, style = r.last+1, 0
	var seen [3]bool
	for _, a := range x.attrs {
		if len(a.name) != 1 {
			continue
		}
		var ok, again bool
		switch a.name[0] {
		case 'r':
			at, ok = r.columnOf(a.value)
			again, seen[0] = seen[0], true
		case 's':
			style, ok = digitsOf(a.value)
			again, seen[1] = seen[1], true
		case 't':
			kind, ok = cellTypes[string(a.value)]
			again, seen[2] = seen[2], true
		default:
			continue
		}
		if !ok || again {
			return 0, 0, 0, errors.New("attributes of a cell: " + strconv.Quote(string(a.value)))
		}
	}
	return at, kind, style, nil
}

// columnOf is the column of a reference to a cell of this row.
func (r *cellReader) columnOf(ref []byte) (int, bool) {
	column, digits, ok := divideReference(ref)
	if !ok {
		return 0, false
	}
	row, ok := digitsOf(digits)
	return column, ok && row == r.number
}

// divideReference divides a reference such as AB12 into its column, from 0,
// and the digits of its row.
func divideReference(ref []byte) (column int, digits []byte, ok bool) {
	n, i := 0, 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ ('a' - 'A')
		if c < 'A' || c > 'Z' {
			break
		}
		n = 26*n + int(c-'A'+1)
	}
	return n - 1, ref[i:], n > 0 && n <= 1<<14
}

// readValue reads the text of the element v, which has no others inside.
func (r *cellReader) readValue(x *xmlScanner) error {
	for {
		token, err := x.next()
		switch {
		case err != nil:
			return err
		case token == xmlClose:
			return nil
		case token != xmlText || len(r.value)+len(x.text) > maxCellText:
			return errXML
		}
		r.value = append(r.value, x.text...)
	}
}

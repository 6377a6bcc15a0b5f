package reports

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// scanned is where things stand in a sheet's part.
type scanned struct {
	root      *node
	dimension *node
	rows      []rowPlace // of those asked for
	last      int        // the last column with content in any row
	widths    []columnWidth
	usual     float64 // the width of the other columns, 0 when the sheet does not say
	drawing   string  // the id of the relation to the drawing of remarks
	drawAt    int     // where its element can stand
}

type rowPlace struct {
	node
	row   int
	cells []cellPlace
}

type cellPlace struct {
	node
	column, style int
	kind, value   string
	formula       bool
}

type columnWidth struct {
	from, to int
	width    float64
}

// afterDrawing are the elements of a sheet that come after the drawing of remarks.
var afterDrawing = []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst"}

// scan walks through the sheet and notes the places of the rows that are wanted. A sheet can be large, so nothing else of it is
// kept.
func scan(content []byte, wanted func(row int) bool) (*scanned, error) {
	w := walk{d: xml.NewDecoder(bytes.NewReader(content)), s: &scanned{root: &node{}}, wanted: wanted}
	for {
		w.at = int(w.d.InputOffset())
		token, err := w.d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, cannotMark("a sheet that is no XML")
		}
		switch t := token.(type) {
		case xml.StartElement:
			w.depth++
			err = w.start(t)
		case xml.EndElement:
			err = w.end(t)
			w.depth--
		case xml.CharData:
			if w.inValue {
				w.cell.value += string(t)
			}
		}
		if err != nil {
			return nil, cannotMark(err.Error())
		}
	}
	if w.depth != 0 || w.s.root.end == 0 {
		return nil, cannotMark("a sheet that is cut off")
	}
	return w.s, nil
}

// walk is where a scan is.
type walk struct {
	d                *xml.Decoder
	s                *scanned
	wanted           func(row int) bool
	at, depth        int
	inData, inValue  bool
	row              rowPlace
	cell             cellPlace
	filled, rowFound bool
}

// The depths of a sheet's elements.
const (
	atSheet = 1 + iota
	atPart  // of the sheet: sheetData, cols, tableParts …
	atRow
	atCell
	atContent
)

func (w *walk) start(t xml.StartElement) error {
	here := node{name: t.Name.Local, prefix: t.Name.Space, start: w.at, inner: int(w.d.InputOffset())}
	number := func(name string) int { n, _ := strconv.Atoi(attributeOf(t.Attr, name)); return n }
	switch {
	case w.depth == atSheet:
		*w.s.root = here
		w.s.root.attributes = t.Copy().Attr
	case w.depth == atPart:
		w.inData = here.name == "sheetData"
		w.part(t, here)
	case w.depth == atRow && here.name == "col":
		width, _ := strconv.ParseFloat(attributeOf(t.Attr, "width"), 64)
		w.s.widths = append(w.s.widths, columnWidth{number("min"), number("max"), width})
	case !w.inData:
	case w.depth == atRow && here.name == "row":
		before := w.row.row
		w.row, w.cell = rowPlace{node: here, row: before + 1}, cellPlace{}
		if attributeOf(t.Attr, "r") != "" {
			w.row.row = number("r")
		}
		if w.row.row <= before || w.row.row > lastSheetRow {
			return errors.New("a sheet with rows out of order")
		}
		w.rowFound = w.wanted(w.row.row)
	case w.depth == atCell && here.name == "c":
		before := w.cell.column
		w.cell, w.filled = cellPlace{node: here, column: before + 1, style: number("s"), kind: attributeOf(t.Attr, "t")}, false
		if r := attributeOf(t.Attr, "r"); r != "" {
			column, row, err := excelize.CellNameToCoordinates(r)
			if err != nil || row != w.row.row {
				return errors.New("a cell of another row")
			}
			w.cell.column = column
		}
		if w.cell.column <= before {
			return errors.New("a sheet with cells out of order")
		}
	case w.depth == atContent:
		w.filled = true
		w.cell.formula = w.cell.formula || here.name == "f"
		w.inValue = here.name == "v" && w.rowFound
	}
	return nil
}

// part notes the parts of the sheet that are changed or that say how wide columns are.
func (w *walk) part(t xml.StartElement, here node) {
	switch here.name {
	case "dimension":
		here.attributes = t.Copy().Attr
		w.s.dimension = &here
	case "sheetFormatPr":
		w.s.usual, _ = strconv.ParseFloat(attributeOf(t.Attr, "defaultColWidth"), 64)
	case "legacyDrawing":
		w.s.drawing = attributeOf(t.Attr, "id")
	}
	if w.s.drawAt == 0 && slices.Contains(afterDrawing, here.name) {
		w.s.drawAt = here.start
	}
}

func (w *walk) end(t xml.EndElement) error {
	here := int(w.d.InputOffset())
	switch {
	case w.depth < atSheet:
		return errNotXML
	case w.depth == atSheet:
		w.s.root.close, w.s.root.end = w.at, here
		if w.s.drawAt == 0 {
			w.s.drawAt = w.at
		}
	case w.depth == atPart && t.Name.Local == "dimension" && w.s.dimension != nil:
		w.s.dimension.close, w.s.dimension.end = w.at, here
	case !w.inData:
	case w.depth == atRow && w.rowFound:
		w.row.close, w.row.end = w.at, here
		w.s.rows = append(w.s.rows, w.row)
	case w.depth == atCell && t.Name.Local == "c":
		w.cell.close, w.cell.end = w.at, here
		if w.filled {
			w.s.last = max(w.s.last, w.cell.column)
		}
		if w.rowFound {
			w.row.cells = append(w.row.cells, w.cell)
		}
	case w.depth == atContent:
		w.inValue = false
	}
	return nil
}

package ingest

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strconv"
)

// sheetSource reads the rows of one sheet as they come. Rows and cells that
// hold nothing are not in the file and cost nothing.
type sheetSource struct {
	file  *os.File
	part  io.ReadCloser
	name  string
	book  *workbook
	parts xmlParts
	row   row
}

const maxRows = 1 << 20 // of any sheet

func openSheet(f *os.File, w *workbook, name, part string) (source, error) {
	r, ok := w.part(part)
	if !ok {
		return nil, damaged()
	}
	s := &sheetSource{file: f, part: r, name: name, book: w}
	s.parts.d = xml.NewDecoder(r)
	s.row.ragged = true
	return s, nil
}

func (s *sheetSource) sheet() string { return s.name }
func (s *sheetSource) Close() error  { return errors.Join(s.part.Close(), s.file.Close()) }

// next reads to the next row. A file that ends before its elements do, rows
// out of order and whatever else is not well-formed are refused at their place.
func (s *sheetSource) next() (*row, error) {
	for {
		token, err := s.parts.next()
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		if err != nil {
			return nil, s.damaged(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		number := s.row.number + 1
		if text := attribute(start, "r"); text != "" {
			if number, err = strconv.Atoi(text); err != nil {
				return nil, s.damaged(err)
			}
		}
		if number <= s.row.number || number > maxRows {
			return nil, s.damaged(errDisorder)
		}
		s.row.number, s.row.cells = number, s.row.cells[:0]
		if err := s.readCells(); err != nil {
			return nil, s.damaged(err)
		}
		return &s.row, nil
	}
}

var errDisorder = errors.New("rows or cells out of order")

func (s *sheetSource) damaged(err error) error {
	return asRefused(err, Problem{Row: s.row.number})
}

// readCells reads the cells up to the end of the row.
func (s *sheetSource) readCells() error {
	last := -1 // the column of the cell before
	for {
		token, err := s.parts.next()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			if t.Name.Local == "row" {
				return nil
			}
		case xml.StartElement:
			if t.Name.Local != "c" {
				continue
			}
			at := last + 1
			if ref := attribute(t, "r"); ref != "" {
				if at, err = columnOf(ref); err != nil {
					return err
				}
			}
			if at <= last {
				return errDisorder
			}
			last = at
			read, err := s.readCell(t)
			if err != nil {
				return err
			}
			if read == (cell{}) {
				continue // formatted, but empty
			}
			if at >= maxColumns {
				return Refused{Problem{Row: s.row.number, Column: columnLetter(at), Rule: RuleFileTooLarge, Allowed: tooManyColumns}}
			}
			for len(s.row.cells) < at {
				s.row.cells = append(s.row.cells, cell{})
			}
			s.row.cells = append(s.row.cells, read)
		}
	}
}

// readCell reads one cell up to its end.
func (s *sheetSource) readCell(start xml.StartElement) (cell, error) {
	value := ""
	formula, calculated, inline, inValue := false, false, false, false
	for {
		token, err := s.parts.next()
		if err != nil {
			return cell{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				inValue, calculated = true, true
			case "f":
				formula = true
			case "is":
				inline = true
				if value, err = s.parts.richText("is"); err != nil {
					return cell{}, err
				}
			}
		case xml.CharData:
			if inValue {
				value += string(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "v":
				inValue = false
			case "c":
				if attribute(start, "t") != "str" { // the value of a text may be empty
					calculated = value != ""
				}
				if formula && !calculated {
					return cell{kind: formulaCell}, nil
				}
				if inline {
					return cell{text: value}, nil
				}
				return s.cellOf(attribute(start, "t"), attribute(start, "s"), value)
			}
		}
	}
}

// cellOf is the cell of a type, a style and a value as the file writes them.
func (s *sheetSource) cellOf(kind, style, value string) (cell, error) {
	if value == "" {
		return cell{}, nil
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(s.book.texts) {
			return cell{}, errors.New("a text that is not in the workbook")
		}
		return cell{text: s.book.texts[i]}, nil
	case "str", "inlineStr":
		return cell{text: unescape(value)}, nil
	case "b":
		return cell{kind: boolCell, text: value}, nil
	case "e":
		if value == "#N/A" { // "not available" is how a look-up says that nothing is known
			return cell{text: value}, nil
		}
		return cell{kind: errorCell, text: value}, nil
	case "d":
		return cell{kind: dateCell, text: value[:min(len(value), len("2006-01-02"))]}, nil
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return cell{}, err
	}
	format := numberFormat{}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.book.formats) {
		format = s.book.formats[i]
	}
	if format.date {
		if day, ok := serialDate(number, s.book.date1904); ok {
			return cell{kind: dateCell, text: day.Format("2006-01-02")}, nil
		}
	}
	return cell{kind: numberCell, text: format.shown(value, number), number: number}, nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// columnOf is the column of a reference such as AB12, from 0.
func columnOf(ref string) (int, error) {
	n := 0
	for _, c := range []byte(ref) {
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		if c < 'A' || c > 'Z' || n > 1<<14 {
			break
		}
		n = 26*n + int(c-'A'+1)
	}
	if n == 0 || n > 1<<14 {
		return 0, errors.New("a reference that is none: " + strconv.Quote(ref))
	}
	return n - 1, nil
}

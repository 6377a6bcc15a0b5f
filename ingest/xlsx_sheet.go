package ingest

import (
	"errors"
	"io"
	"os"
)

// sheetSource reads the rows of the sheets that were asked for, one after the
// other, as they come. Rows and cells that hold nothing are not in the file and
// cost nothing.
type sheetSource struct {
	file   *os.File
	book   *workbook
	sheets []namedPart // this one and those after it
	part   io.ReadCloser
	xml    *xmlScanner
	row    row
	cells  cellReader

	inData, dataOver bool // the rows were reached, and passed
}

// namedPart is a sheet and the part of the archive that holds it.
type namedPart struct{ name, part string }

const maxRows = 1 << 20 // of any sheet

func openSheets(f *os.File, w *workbook, sheets []namedPart) (source, error) {
	s := &sheetSource{file: f, book: w, sheets: sheets}
	s.cells.book = w
	return s, s.open()
}

// open begins to read the first of the sheets that are left.
func (s *sheetSource) open() error {
	part, ok := s.book.part(s.sheets[0].part)
	if !ok {
		return partMissing(s.sheets[0].part)
	}
	s.part, s.xml = part, newXMLScanner(part)
	s.row = row{ragged: true, cells: s.row.cells[:0]}
	s.inData, s.dataOver = false, false
	return nil
}

func (s *sheetSource) sheet() string { return s.sheets[0].name }

func (s *sheetSource) Close() error { return errors.Join(s.part.Close(), s.file.Close()) }

func (s *sheetSource) nextSheet() error {
	if len(s.sheets) == 1 {
		return io.EOF
	}
	if err := s.part.Close(); err != nil {
		return s.damaged(err)
	}
	s.sheets = s.sheets[1:]
	return s.open()
}

func (s *sheetSource) damaged(err error) error {
	return asRefused(err, Problem{Row: s.row.number})
}

// next reads to the next row. A file that ends before its elements do, rows
// out of order and whatever else does not belong there are refused at their
// place.
func (s *sheetSource) next() (*row, error) {
	for {
		token, err := s.xml.next()
		if err != nil {
			return nil, s.damaged(err)
		}
		switch {
		case token == xmlEnd:
			if !s.dataOver {
				return nil, s.damaged(errXML)
			}
			return nil, io.EOF
		case !s.inData:
			err = s.outside(token)
		case token == xmlClose: // of sheetData
			s.inData, s.dataOver = false, true
		case token == xmlText:
			err = s.xml.onlyBlank()
		case string(s.xml.name) != "row":
			err = errXML
		default:
			if err = s.readRow(); err == nil {
				return &s.row, nil
			}
		}
		if err != nil {
			return nil, s.damaged(err)
		}
	}
}

// outside looks at what stands before and after the rows.
func (s *sheetSource) outside(token xmlToken) error {
	if token != xmlOpen {
		return nil
	}
	switch name := string(s.xml.name); {
	case s.xml.depth() == 1 && name != "worksheet", name == "row":
		return errXML
	case s.xml.depth() == 2 && name == "sheetData":
		if s.dataOver {
			return errXML
		}
		s.inData = true
	}
	return nil
}

// readRow reads a row up to its end.
func (s *sheetSource) readRow() error {
	number := s.row.number + 1
	said, err := s.xml.attr("r")
	if err != nil {
		return err
	}
	if said != nil {
		n, ok := digitsOf(said)
		if !ok {
			return errDisorder
		}
		number = n
	}
	if number <= s.row.number || number > maxRows {
		return errDisorder
	}
	s.row.number = number
	s.cells.begin(number, s.row.cells[:0])
	for {
		token, err := s.xml.next()
		switch {
		case err != nil:
			return err
		case token == xmlClose:
			s.row.cells = s.cells.end()
			return nil
		case token == xmlText:
			err = s.xml.onlyBlank()
		case string(s.xml.name) == "c":
			err = s.cells.read(s.xml)
		case string(s.xml.name) == "extLst":
			err = s.xml.skip()
		default:
			err = errXML
		}
		if err != nil {
			return err
		}
	}
}

// onlyBlank is the error of text where only white space belongs.
func (x *xmlScanner) onlyBlank() error {
	if blankLength(x.text) < len(x.text) {
		return errXML
	}
	return nil
}

// digitsOf is a whole number written in digits, and not too many of them.
func digitsOf(text []byte) (int, bool) {
	n := 0
	for _, c := range text {
		if !isDigit(c) {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, len(text) > 0 && len(text) < 10
}

package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// csvSplitter divides text into records and their cells by the rules of
// RFC 4180, as encoding/csv does, with two differences: the trick by which a
// number is kept a text in Excel, ="0301", is read as 0301, and a record may
// not be larger than an honest one.
type csvSplitter struct {
	text      *bufio.Reader
	delimiter []byte
	line      int // lines read so far
	start     int // the line on which the record begins
	size      int // bytes of the record
	long      []byte
	record    []byte  // the texts of quoted cells, end to end
	places    []place // of each cell in record
}

var (
	errBareQuote = errors.New("a quotation mark inside a cell")
	errOpenQuote = errors.New("a quotation mark that is not closed as it should be")
)

// maxRecordBytes is far more than an honest row holds. It bounds the memory
// that a file without line ends, or with a quotation mark that is never
// closed, can take.
const (
	maxRecordBytes = 4 << 20
	longestRecord  = "4 MB"
)

// next appends the cells of the next record. They share one string. After
// errBareQuote the next record can be read, after any other error nothing.
func (s *csvSplitter) next(cells []cell) ([]cell, error) {
	s.size, s.start = 0, s.line+1
	line, err := s.readLine()
	for err == nil && len(line) == endLength(line) { // an empty line is no record
		s.size, s.start = 0, s.line+1
		line, err = s.readLine()
	}
	if err != nil {
		return cells, err
	}
	if bytes.IndexByte(line, '"') < 0 { // by far the most
		return s.divide(cells, string(line[:len(line)-endLength(line)]))
	}
	s.record, s.places = s.record[:0], s.places[:0]
	if err := s.divideQuoted(line); err != nil {
		return cells, err
	}
	all := string(s.record)
	for _, p := range s.places {
		cells = append(cells, cell{text: withoutTrick(all[p.from:p.to])})
	}
	return cells, nil
}

// divide divides a line in which nothing is quoted.
func (s *csvSplitter) divide(cells []cell, line string) ([]cell, error) {
	length := len(s.delimiter)
	for {
		i := -1
		if length == 1 {
			i = strings.IndexByte(line, s.delimiter[0])
		} else {
			i = strings.Index(line, string(s.delimiter))
		}
		if i < 0 {
			return append(cells, cell{text: line}), nil
		}
		if len(cells) >= maxColumns {
			return cells, s.refused(RuleFileColumns, tooManyColumns)
		}
		cells = append(cells, cell{text: line[:i]})
		line = line[i+length:]
	}
}

// divideQuoted divides a line in which something is quoted, and as many lines
// after it as its cells reach over.
func (s *csvSplitter) divideQuoted(line []byte) error {
	for {
		var more bool
		var err error
		from := len(s.record)
		if len(line) > 0 && line[0] == '"' {
			line, more, err = s.quotedCell(line[1:])
		} else {
			line, more, err = s.bareCell(line)
		}
		if err != nil {
			return err
		}
		s.places = append(s.places, place{from, len(s.record)})
		if !more {
			return nil
		}
		if len(s.places) >= maxColumns {
			return s.refused(RuleFileColumns, tooManyColumns)
		}
	}
}

// bareCell reads a cell that is not quoted, and says whether more follow.
func (s *csvSplitter) bareCell(line []byte) (rest []byte, more bool, err error) {
	if inside, ok := bytes.CutPrefix(line, []byte(`="`)); ok {
		if text, after, ok := bytes.Cut(inside, []byte(`"`)); ok && (bytes.HasPrefix(after, s.delimiter) || len(after) == endLength(after)) {
			s.record = append(s.record, text...)
			rest, more = bytes.CutPrefix(after, s.delimiter)
			return rest, more, nil
		}
	}
	text, rest, more := bytes.Cut(line, s.delimiter)
	if !more {
		text = line[:len(line)-endLength(line)]
	}
	if bytes.IndexByte(text, '"') >= 0 {
		return nil, false, errBareQuote
	}
	s.record = append(s.record, text...)
	return rest, more, nil
}

// quotedCell reads a cell after its first quotation mark.
func (s *csvSplitter) quotedCell(line []byte) (rest []byte, more bool, err error) {
	for {
		text, after, closed := bytes.Cut(line, []byte(`"`))
		s.record = append(s.record, text...)
		switch {
		case !closed:
			if line, err = s.readLine(); errors.Is(err, io.EOF) || err == nil && len(line) == 0 {
				err = errOpenQuote
			}
			if err != nil {
				return nil, false, err
			}
		case len(after) > 0 && after[0] == '"': // two of them are one
			s.record = append(s.record, '"')
			line = after[1:]
		case bytes.HasPrefix(after, s.delimiter):
			return after[len(s.delimiter):], true, nil
		case len(after) == endLength(after):
			return nil, false, nil
		default:
			return nil, false, errOpenQuote
		}
	}
}

// withoutTrick is the text that ="0301" keeps.
func withoutTrick(text string) string {
	inside, ok := strings.CutPrefix(text, `="`)
	if inside, last := strings.CutSuffix(inside, `"`); ok && last && !strings.Contains(inside, `"`) {
		return inside
	}
	return text
}

// readLine reads a line with its end, which becomes one character.
func (s *csvSplitter) readLine() ([]byte, error) {
	line, err := s.text.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		s.long = append(s.long[:0], line...)
		for errors.Is(err, bufio.ErrBufferFull) && s.size+len(s.long) <= maxRecordBytes {
			line, err = s.text.ReadSlice('\n')
			s.long = append(s.long, line...)
		}
		line = s.long
	}
	if s.size += len(line); s.size > maxRecordBytes {
		return nil, s.refused(RuleFileRecord, longestRecord)
	}
	if err != nil && !errors.Is(err, io.EOF) || len(line) == 0 {
		return nil, err
	}
	s.line++
	n := len(line)
	switch {
	case n > 1 && line[n-2] == '\r' && line[n-1] == '\n':
		line[n-2] = '\n'
		return line[:n-1], nil
	case err != nil && line[n-1] == '\r': // the last line of the file
		return line[:n-1], nil
	}
	return line, nil
}

func (s *csvSplitter) refused(rule, allowed string) error {
	return Refused{Problem{Row: s.start, Rule: rule, Allowed: allowed}}
}

// endLength is the length of the line's end.
func endLength(line []byte) int {
	if n := len(line); n > 0 && line[n-1] == '\n' {
		return 1
	}
	return 0
}

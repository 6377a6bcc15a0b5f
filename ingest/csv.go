package ingest

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// csvSource reads a file of text with delimiters. Quotation marks are taken
// strictly: a mark inside a cell that is not quoted costs its row, and a
// quoted cell that does not end as it should costs the file, because the rows
// after it may be inside it.
type csvSource struct {
	file     *os.File
	splitter csvSplitter
	row      row
}

// prefixBytes is how much of a file is looked at to find its delimiter.
const prefixBytes = 64 << 10

func openCSV(f *os.File, format Format) (source, error) {
	if err := checkNoWorkbook(f); err != nil {
		return nil, err
	}
	text, err := decode(f, format.Encoding)
	if err != nil {
		return nil, err
	}
	splitter, err := newSplitter(text, format.Delimiter)
	if err != nil {
		return nil, err
	}
	return &csvSource{file: f, splitter: splitter}, nil
}

// newSplitter begins to divide text. Without a delimiter that the source says,
// the file may say it or it is found by counting.
func newSplitter(text io.Reader, delimiter string) (csvSplitter, error) {
	buffered := bufio.NewReaderSize(&nulGuard{text: text, line: 1}, prefixBytes)
	prefix, err := buffered.Peek(prefixBytes)
	if err != nil && err != io.EOF {
		return csvSplitter{}, err
	}
	if trim(string(prefix)) == "" {
		return csvSplitter{}, Refused{Problem{Rule: RuleFileEmpty}}
	}
	if b := string(prefix); strings.Contains(b, "\r") && !strings.Contains(b, "\n") {
		// The line ends of old Macintosh programs.
		buffered = bufio.NewReaderSize(&carriageReturns{buffered}, prefixBytes)
		prefix = []byte(strings.ReplaceAll(b, "\r", "\n"))
	}
	s := csvSplitter{text: buffered}
	first, _, _ := strings.Cut(string(prefix), "\n")
	if said, ok := saidDelimiter(first); ok {
		s.delimiter, s.line = []byte(string(said)), 1
		if _, err := buffered.Discard(min(len(first)+1, len(prefix))); err != nil {
			return csvSplitter{}, err
		}
	} else {
		s.delimiter = []byte(string(countDelimiter(string(prefix))))
	}
	if delimiter != "" {
		s.delimiter = []byte(delimiter)
	}
	return s, nil
}

func (s *csvSource) sheet() string    { return "" }
func (s *csvSource) nextSheet() error { return io.EOF }
func (s *csvSource) Close() error     { return s.file.Close() }

func (s *csvSource) next() (*row, error) {
	cells, err := s.splitter.next(s.row.cells[:0])
	s.row = row{number: s.splitter.start, cells: cells}
	switch {
	case errors.Is(err, errBareQuote):
		s.row.cells, s.row.fault = cells[:0], RuleQuote
	case errors.Is(err, errOpenQuote):
		return nil, s.splitter.refused(RuleFileQuote, "")
	case err != nil:
		return nil, err
	}
	return &s.row, nil
}

// saidDelimiter is the delimiter of a first line such as sep=; which Excel
// reads and writes.
func saidDelimiter(line string) (rune, bool) {
	line = strings.Trim(strings.TrimSpace(line), `"`)
	if len(line) < len("sep=") || !strings.EqualFold(line[:4], "sep=") {
		return 0, false
	}
	if line[4:] == "" { // a tab, trimmed away
		return '\t', true
	}
	r, size := utf8.DecodeRuneInString(line[4:])
	return r, size == len(line[4:]) && validDelimiter(line[4:])
}

// countDelimiter finds the delimiter by counting, outside quotation marks in
// the first lines: the one that divides most lines into equally many cells,
// and of two such the one that makes more cells. Decimal commas and commas in
// titles do not divide evenly.
func countDelimiter(text string) rune {
	const lines = 20
	best, bestLines, bestCells := ';', 0, 0
	for _, delimiter := range []rune{';', '\t', ',', '|'} {
		counts := map[int]int{} // how many lines have so many delimiters
		quoted, n, line := false, 0, 0
		for _, r := range text {
			switch {
			case r == '"':
				quoted = !quoted
			case quoted:
			case r == delimiter:
				n++
			case r == '\n':
				counts[n]++
				n = 0
				line++
			}
			if line == lines {
				break
			}
		}
		if line < lines && n > 0 { // a last line without an end
			counts[n]++
		}
		for n, times := range counts {
			if n > 0 && (times > bestLines || times == bestLines && n > bestCells) {
				best, bestLines, bestCells = delimiter, times, n
			}
		}
	}
	return best
}

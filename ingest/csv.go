package ingest

import (
	"bufio"
	"encoding/csv"
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
	csv      *csv.Reader
	guard    *textGuard
	skipped  int   // lines before the first that csv sees (sep=;)
	consumed int64 // bytes of those lines
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
	s := &csvSource{file: f, guard: &textGuard{text: text, line: 1}}
	buffered := bufio.NewReaderSize(s.guard, prefixBytes)
	prefix, err := buffered.Peek(prefixBytes)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if trim(string(prefix)) == "" {
		return nil, Refused{Problem{Rule: RuleFileEmpty}}
	}
	if b := string(prefix); strings.Contains(b, "\r") && !strings.Contains(b, "\n") {
		// The line ends of old Macintosh programs, which encoding/csv does not know.
		buffered = bufio.NewReaderSize(&carriageReturns{buffered}, prefixBytes)
		prefix = []byte(strings.ReplaceAll(b, "\r", "\n"))
	}

	first, _, _ := strings.Cut(string(prefix), "\n")
	delimiter, said := saidDelimiter(first)
	if said {
		s.skipped, s.consumed = 1, int64(len(first)+1)
		if _, err := buffered.Discard(min(len(first)+1, len(prefix))); err != nil {
			return nil, err
		}
	} else {
		delimiter = countDelimiter(string(prefix))
	}
	if format.Delimiter != "" {
		delimiter, _ = utf8.DecodeRuneInString(format.Delimiter)
	}
	s.csv = csv.NewReader(buffered) // uses this buffer, it is large enough
	s.csv.Comma = delimiter
	s.csv.FieldsPerRecord = -1 // the checker says which row and what to do
	s.csv.ReuseRecord = true
	return s, nil
}

func (s *csvSource) sheet() string { return "" }
func (s *csvSource) Close() error  { return s.file.Close() }

func (s *csvSource) next() (*row, error) {
	s.guard.start = s.consumed + s.csv.InputOffset()
	texts, err := s.csv.Read()
	if err != nil {
		return s.broken(err)
	}
	line, _ := s.csv.FieldPos(0)
	s.row.number, s.row.cells, s.row.fault = line+s.skipped, s.row.cells[:0], ""
	for _, text := range texts {
		s.row.cells = append(s.row.cells, cell{text: text})
	}
	if len(texts) > maxColumns {
		return nil, Refused{Problem{Row: s.row.number, Rule: RuleFileTooLarge, Allowed: tooManyColumns}}
	}
	return &s.row, nil
}

// broken is the row that could not be divided, or the error of a file that
// cannot be read on.
func (s *csvSource) broken(err error) (*row, error) {
	var parse *csv.ParseError
	switch {
	case !errors.As(err, &parse):
		return nil, err
	case errors.Is(err, csv.ErrBareQuote):
		s.row.number, s.row.cells, s.row.fault = parse.StartLine+s.skipped, s.row.cells[:0], RuleQuote
		return &s.row, nil
	}
	return nil, Refused{Problem{Row: parse.StartLine + s.skipped, Rule: RuleFileQuote}}
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

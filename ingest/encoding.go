package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode gives a file's text as UTF-8. A byte order mark is always believed.
// Without one, and without a setting, a file that is valid UTF-8 is UTF-8; one
// in which every second byte is NUL is UTF-16; any other is Windows-1252, as
// Norwegian Excel writes. Nothing is guessed from the words in it: a guess is
// worse on short lists. So MacRoman, which is as good as any by its bytes, must
// be said; a file that looks like it is refused with the setting. A file that has letters of UTF-8 before the first byte
// that is not UTF-8 is neither, but cut off or put together from two.
func decode(f *os.File, encoding string) (io.Reader, error) {
	start := make([]byte, 4096)
	n, err := io.ReadFull(f, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	start = start[:n]
	from := func(offset int64) error { _, err := f.Seek(offset, io.SeekStart); return err }
	utf16 := func(order unicode.Endianness) (io.Reader, error) {
		if info, err := f.Stat(); err != nil || info.Size()%2 != 0 { // the last character is half there
			return nil, errors.Join(err, Refused{Problem{Rule: RuleFileCut}})
		}
		return transform.NewReader(f, unicode.UTF16(order, unicode.UseBOM).NewDecoder()), from(0)
	}
	bigEndian, isUTF16 := utf16Pattern(start)
	switch encoding = strings.ToLower(encoding); {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		if _, err := checkUTF8(f); err != nil {
			return nil, err
		}
		return f, from(3)
	case bytes.HasPrefix(start, []byte("\xff\xfe")):
		return utf16(unicode.LittleEndian)
	case bytes.HasPrefix(start, []byte("\xfe\xff")):
		return utf16(unicode.BigEndian)
	case encoding == "windows-1252":
		return charmap.Windows1252.NewDecoder().Reader(f), from(0)
	case encoding == "macintosh":
		return charmap.Macintosh.NewDecoder().Reader(f), from(0)
	case encoding == "utf-16" && !isUTF16:
		return nil, Refused{Problem{Rule: RuleFileEncoding, Allowed: "UTF-16"}}
	case isUTF16 && encoding != "utf-8":
		if bigEndian {
			return utf16(unicode.BigEndian)
		}
		return utf16(unicode.LittleEndian)
	}
	letters, err := checkUTF8(f)
	var refused Refused
	if errors.As(err, &refused) && encoding != "utf-8" && !letters {
		if looksMacintosh(f) {
			return nil, Refused{Problem{Rule: RuleFileMacintosh}}
		}
		return charmap.Windows1252.NewDecoder().Reader(f), from(0)
	}
	if err != nil {
		return nil, err
	}
	return f, from(0)
}

// utf16Pattern says whether the text is in Latin letters of two bytes each:
// one of them is NUL, nearly always.
func utf16Pattern(start []byte) (bigEndian, is bool) {
	var nul [2]int // at even and at odd places
	for i, b := range start {
		if b == 0 {
			nul[i%2]++
		}
	}
	most := max(nul[0], nul[1])
	return nul[0] > nul[1], most > 0 && most*10 >= len(start)/2*7 && min(nul[0], nul[1])*10 <= most
}

// checkUTF8 reads the file once from its beginning and is Refused, with the
// line, when it is not UTF-8, or not text at all. letters says whether there
// was a character outside ASCII before that.
func checkUTF8(f *os.File) (letters bool, err error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	buf := make([]byte, 256<<10)
	kept, line := 0, 1 // kept: the beginning of a character cut in two
	for {
		n, err := f.Read(buf[kept:])
		text := buf[:kept+n]
		whole := text
		if err == nil {
			whole = text[:len(text)-cutCharacter(text)]
		}
		valid := whole
		if !utf8.Valid(whole) {
			valid = whole[:firstInvalid(whole)]
		}
		if i := bytes.IndexByte(valid, 0); i >= 0 {
			return true, Refused{Problem{Row: line + bytes.Count(valid[:i], []byte("\n")), Rule: RuleFileNUL}}
		}
		line += bytes.Count(valid, []byte("\n"))
		letters = letters || utf8.RuneCount(valid) < len(valid)
		if len(valid) < len(whole) {
			return letters, Refused{Problem{Row: line, Rule: RuleFileEncoding, Allowed: "UTF-8"}}
		}
		if errors.Is(err, io.EOF) {
			return letters, nil
		}
		if err != nil {
			return letters, err
		}
		kept = copy(buf, text[len(whole):])
	}
}

// cutCharacter is the number of bytes at the end that begin a character whose
// other bytes are still to come.
func cutCharacter(text []byte) int {
	for n := 1; n <= 3 && n <= len(text); n++ {
		if b := text[len(text)-n]; utf8.RuneStart(b) {
			if b >= 0x80 && !utf8.FullRune(text[len(text)-n:]) {
				return n
			}
			break
		}
	}
	return 0
}

func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// looksMacintosh says whether the bytes that are æ, ø and å in MacRoman stand
// within words, and none that are those in Windows-1252 do.
func looksMacintosh(f *os.File) bool {
	text := make([]byte, 1<<20)
	n, _ := f.ReadAt(text, 0) // a short file is read to its end
	text = text[:n]
	isLetter := func(i int) bool { return i >= 0 && i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z') }
	found := false
	for i, b := range text {
		switch b {
		case 0xe5, 0xe6, 0xf8, 0xc5, 0xc6, 0xd8: // åæø ÅÆØ of Windows-1252
			return false
		case 0x8c, 0xbe, 0xbf: // åæø of MacRoman
			found = found || isLetter(i-1)
		case 0x81, 0xae, 0xaf: // ÅÆØ
			found = found || isLetter(i+1)
		}
	}
	return found
}

// nulGuard lets text through until a NUL.
type nulGuard struct {
	text io.Reader
	line int
}

func (g *nulGuard) Read(p []byte) (int, error) {
	n, err := g.text.Read(p)
	if i := bytes.IndexByte(p[:n], 0); i >= 0 {
		line := g.line + bytes.Count(p[:i], []byte("\n"))
		return i, Refused{Problem{Row: line, Rule: RuleFileNUL}}
	}
	g.line += bytes.Count(p[:n], []byte("\n"))
	return n, err
}

// carriageReturns reads the carriage return as the end of a line.
type carriageReturns struct{ text *bufio.Reader }

func (c *carriageReturns) Read(p []byte) (int, error) {
	n, err := c.text.Read(p)
	for i := range p[:n] {
		if p[i] == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

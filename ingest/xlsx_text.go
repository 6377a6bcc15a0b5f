package ingest

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// textTable holds the texts that the cells of all sheets share. It keeps them
// end to end in chunks, since a string for each of a million texts costs more
// than the texts.
type textTable struct {
	chunks []string
	chunk  []byte // being filled
	refs   []uint64
}

// A reference has the number of the chunk and the beginning and end in it.
const (
	chunkBytes  = 1 << 20
	placeBits   = 21
	maxTexts    = 4 << 20
	manyTexts   = "128 MB"   // what is told of both limits: a reader counts no texts
	maxCellText = chunkBytes // far more than the 32 767 characters of a cell
)

func (t *textTable) add(text []byte) {
	if len(t.chunk)+len(text) > chunkBytes {
		t.close()
	}
	from := uint64(len(t.chunk))
	t.chunk = append(t.chunk, text...)
	t.refs = append(t.refs, uint64(len(t.chunks))<<(2*placeBits)|from<<placeBits|uint64(len(t.chunk)))
}

func (t *textTable) close() {
	t.chunks = append(t.chunks, string(t.chunk))
	t.chunk = t.chunk[:0]
}

// text is the text of that number, and whether there is one.
func (t *textTable) text(number int) (string, bool) {
	if number < 0 || number >= len(t.refs) {
		return "", false
	}
	const place = 1<<placeBits - 1
	ref := t.refs[number]
	return t.chunks[ref>>(2*placeBits)][ref>>placeBits&place : ref&place], true
}

// readTexts reads the part that holds the shared texts.
func (w *workbook) readTexts(name string) (textTable, error) {
	var texts textTable
	r, ok := w.part(name)
	if !ok {
		return texts, partMissing(name)
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: maxTextBytes + 1}
	x := newXMLScanner(limited)
	var text []byte
	for {
		token, err := x.next()
		switch {
		case limited.N == 0:
			return texts, Refused{Problem{Rule: RuleFileTooLarge, Allowed: manyTexts}}
		case err != nil:
			return texts, asRefused(err, Problem{})
		case token == xmlEnd:
			texts.close()
			return texts, nil
		case token != xmlOpen || string(x.name) != "si":
			continue
		case len(texts.refs) == maxTexts:
			return texts, Refused{Problem{Rule: RuleFileTooLarge, Allowed: manyTexts}}
		}
		if text, err = x.richText(text[:0]); err != nil {
			return texts, asRefused(err, Problem{})
		}
		texts.add(text)
	}
}

// richText appends the text inside the element that was opened last, of which
// the runs may be formatted one by one. Phonetic guides are left out.
func (x *xmlScanner) richText(to []byte) ([]byte, error) {
	from, outside := len(to), x.depth()-1
	inText := false
	for {
		token, err := x.next()
		if err != nil {
			return to, err
		}
		switch token {
		case xmlOpen:
			inText = string(x.name) == "t"
			if string(x.name) == "rPh" {
				err = x.skip()
			}
		case xmlClose:
			if inText = false; x.depth() == outside {
				return unescape(to, from), nil
			}
		case xmlText:
			if inText {
				to = append(to, x.text...)
			}
		}
		if err == nil && len(to)-from > maxCellText {
			err = errXML
		}
		if err != nil {
			return to, err
		}
	}
}

// unescape reads the characters that workbooks write as _x000D_, in the text
// from the place on.
func unescape(text []byte, from int) []byte {
	if !bytes.Contains(text[from:], []byte("_x")) {
		return text
	}
	in := bytes.Clone(text[from:])
	text = text[:from]
	for {
		i := bytes.Index(in, []byte("_x"))
		if i < 0 || len(in) < i+7 {
			return append(text, in...)
		}
		code, err := strconv.ParseUint(string(in[i+2:i+6]), 16, 16)
		if err != nil || in[i+6] != '_' {
			text, in = append(text, in[:i+2]...), in[i+2:]
			continue
		}
		text, in = utf8.AppendRune(append(text, in[:i]...), rune(code)), in[i+7:]
	}
}

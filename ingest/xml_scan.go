package ingest

import (
	"bytes"
	"errors"
	"io"
)

// xmlScanner reads the markup of a part of a workbook, token by token, without
// an allocation for each of them: a sheet of a million rows has a hundred
// million. It knows as much of XML as workbooks use, in UTF-8, and is strict.
// Elements that do not close, unknown entities, document types and characters
// that XML does not have are errors. Nothing is skipped that is not understood.
type xmlScanner struct {
	in      io.Reader
	buf     []byte // buf[at:end] is read and not yet used
	at, end int
	ended   error  // why in gives no more, once it does not
	begun   bool   // the first byte was looked at
	rooted  bool   // the root element was opened
	names   []byte // of the open elements, one after the other
	opened  []int  // where the name of each of them begins
	closing bool   // the element that was opened closes itself

	name    []byte // of the element, without its prefix; valid until the next call
	attrs   []xmlAttr
	text    []byte // of xmlText, its entities read; valid until the next call
	scratch []byte
}

type xmlAttr struct{ name, value []byte }

type xmlToken uint8

const (
	xmlEnd   xmlToken = iota // the part is over, and all its elements closed
	xmlOpen                  // an element begins; one that closes itself is followed by xmlClose
	xmlClose                 // an element ends
	xmlText                  // text, perhaps only a piece of it
)

// maxToken is far longer than an honest tag. maxOpen is far deeper than a
// workbook's elements lie.
const (
	maxToken = 1 << 20
	maxOpen  = 256
)

// errPart is the beginning of a token whose rest is not yet in the buffer.
var errPart = errors.New("a part of a token")

func newXMLScanner(in io.Reader) *xmlScanner {
	return &xmlScanner{in: in, buf: make([]byte, 64<<10)}
}

// depth is the number of elements that are open.
func (x *xmlScanner) depth() int { return len(x.opened) }

// next is the next token.
func (x *xmlScanner) next() (xmlToken, error) {
	if x.closing {
		x.closing = false
		return xmlClose, x.pop(x.names[x.opened[len(x.opened)-1]:])
	}
	for {
		if x.at == x.end {
			if err := x.fill(); errors.Is(err, io.EOF) {
				return xmlEnd, x.over()
			} else if err != nil {
				return xmlEnd, err
			}
		}
		token, n, err := x.scan(x.buf[x.at:x.end])
		if errors.Is(err, errPart) {
			if err := x.fill(); errors.Is(err, io.EOF) {
				return xmlEnd, errCut
			} else if err != nil {
				return xmlEnd, err
			}
			continue
		}
		if err != nil {
			return xmlEnd, err
		}
		x.at += n
		if token != xmlEnd { // a comment or an instruction is none
			return token, nil
		}
	}
}

// over is the error of a part that ends too early.
func (x *xmlScanner) over() error {
	if len(x.opened) > 0 || !x.rooted {
		return errCut
	}
	return nil
}

// fill reads more, after what is not yet used.
func (x *xmlScanner) fill() error {
	if x.ended != nil {
		return x.ended
	}
	if x.at > 0 {
		x.end = copy(x.buf, x.buf[x.at:x.end])
		x.at = 0
	}
	if x.end == len(x.buf) {
		if len(x.buf) >= maxToken {
			return errXML
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	for range 100 { // a reader that gives nothing gives up
		n, err := x.in.Read(x.buf[x.end:])
		x.end += n
		if err != nil {
			x.ended = err
		}
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

// scan reads the token at the beginning of b and says how long it is.
func (x *xmlScanner) scan(b []byte) (xmlToken, int, error) {
	if !x.begun {
		if len(b) < 3 && x.ended == nil {
			return xmlEnd, 0, errPart
		}
		x.begun = true
		if bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) {
			return xmlEnd, 3, nil
		}
	}
	if b[0] != '<' {
		return x.scanText(b)
	}
	if len(b) < 2 {
		return xmlEnd, 0, errPart
	}
	switch b[1] {
	case '/':
		return x.scanClose(b)
	case '?':
		return x.scanInstruction(b)
	case '!':
		return x.scanSection(b)
	}
	return x.scanOpen(b)
}

// scanInstruction passes over an instruction. The first says the encoding.
func (x *xmlScanner) scanInstruction(b []byte) (xmlToken, int, error) {
	inside, _, ok := bytes.Cut(b[2:], []byte("?>"))
	if !ok {
		return xmlEnd, 0, errPart
	}
	if nameLength(inside) == 0 {
		return xmlEnd, 0, errXML
	}
	if _, encoding, ok := bytes.Cut(inside, []byte("encoding")); ok && bytes.HasPrefix(inside, []byte("xml")) {
		encoding = bytes.Trim(encoding, " \t\r\n='\"")
		if i := bytes.IndexAny(encoding, "'\""); i >= 0 {
			encoding = encoding[:i]
		}
		if !bytes.EqualFold(encoding, []byte("utf-8")) && !bytes.EqualFold(encoding, []byte("us-ascii")) {
			return xmlEnd, 0, errXML
		}
	}
	return xmlEnd, len(inside) + 4, nil
}

// scanSection passes over a comment and reads a section of bare text. A
// document type, which could define entities, is neither.
func (x *xmlScanner) scanSection(b []byte) (xmlToken, int, error) {
	const comment, section = "<!--", "<![CDATA["
	switch {
	case bytes.HasPrefix(b, []byte(comment)):
		end := bytes.Index(b[len(comment):], []byte("--"))
		if end < 0 || len(b) < len(comment)+end+3 {
			return xmlEnd, 0, errPart
		}
		if b[len(comment)+end+2] != '>' {
			return xmlEnd, 0, errXML
		}
		return xmlEnd, len(comment) + end + 3, nil
	case bytes.HasPrefix(b, []byte(section)):
		end := bytes.Index(b, []byte("]]>"))
		if end < 0 {
			return xmlEnd, 0, errPart
		}
		var err error
		if x.text, err = x.plainText(b[len(section):end], false); err == nil && len(x.opened) == 0 {
			err = errXML
		}
		return xmlText, end + 3, err
	case len(b) < len(section) && (bytes.HasPrefix([]byte(comment), b) || bytes.HasPrefix([]byte(section), b)):
		return xmlEnd, 0, errPart
	}
	return xmlEnd, 0, errXML
}

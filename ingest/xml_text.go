package ingest

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// scanText reads text up to the next tag, or as much of it as there is.
func (x *xmlScanner) scanText(b []byte) (xmlToken, int, error) {
	n := bytes.IndexByte(b, '<')
	if n < 0 {
		n = len(b)
		if x.ended == nil {
			n = wholeText(b)
		}
		if n == 0 {
			return xmlEnd, 0, errPart
		}
	}
	var err error
	if x.text, err = x.plainText(b[:n], true); err != nil {
		return xmlEnd, 0, err
	}
	if len(x.opened) == 0 {
		if blankLength(x.text) < len(x.text) {
			return xmlEnd, 0, errXML
		}
		return xmlEnd, n, nil // around the root element
	}
	return xmlText, n, nil
}

// wholeText is how much of the text at the end of the buffer can be read
// without what comes after it: no entity, character or line end is divided.
func wholeText(b []byte) int {
	const longest = 16 // of an entity
	n := len(b) - cutCharacter(b)
	tail := max(0, n-longest)
	if i := bytes.LastIndexByte(b[tail:n], '&'); i >= 0 && bytes.IndexByte(b[tail+i:n], ';') < 0 {
		n = tail + i
	}
	for n > 0 && (b[n-1] == '\r' || b[n-1] == ']') {
		n--
	}
	return n
}

// special are the bytes that have to be looked at: those outside ASCII, those
// that XML does not have, entities, carriage returns and the end of a section.
var special = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= 0x80 || c < 0x20 && c != '\t' && c != '\n' || c == '&' || c == ']'
	}
	return table
}()

// plainText is the text that b stands for. In a section entities are not read.
func (x *xmlScanner) plainText(b []byte, entities bool) ([]byte, error) {
	i := 0
	for i < len(b) && !special[b[i]] {
		i++
	}
	if i == len(b) { // by far the most
		return b, nil
	}
	if !utf8.Valid(b) || entities && bytes.Contains(b, []byte("]]>")) || bytes.Contains(b, []byte("\uffff")) || bytes.Contains(b, []byte("\ufffe")) {
		return nil, errXML
	}
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			return nil, errXML
		}
	}
	if bytes.IndexByte(b, '\r') >= 0 { // line ends are read as one character
		b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	if !entities || bytes.IndexByte(b, '&') < 0 {
		return b, nil
	}
	var err error
	x.scratch, err = readEntities(x.scratch[:0], b)
	return x.scratch, err
}

// readEntities appends the text to to, with the characters that its entities
// name. There are five names; all others are defined by nobody.
func readEntities(to, text []byte) ([]byte, error) {
	for {
		before, after, ok := bytes.Cut(text, []byte("&"))
		to = append(to, before...)
		if !ok {
			return to, nil
		}
		name, rest, ok := bytes.Cut(after, []byte(";"))
		if !ok {
			return nil, errXML
		}
		switch string(name) {
		case "lt":
			to = append(to, '<')
		case "gt":
			to = append(to, '>')
		case "amp":
			to = append(to, '&')
		case "quot":
			to = append(to, '"')
		case "apos":
			to = append(to, '\'')
		default:
			r, ok := characterOf(name)
			if !ok {
				return nil, errXML
			}
			to = utf8.AppendRune(to, r)
		}
		text = rest
	}
}

// characterOf is the character of a reference such as #229 or #xE5.
func characterOf(name []byte) (rune, bool) {
	number, base := bytes.TrimPrefix(name, []byte("#")), 10
	if len(number) == len(name) {
		return 0, false
	}
	if bytes.HasPrefix(number, []byte("x")) {
		number, base = number[1:], 16
	}
	n, err := strconv.ParseUint(string(number), base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || n < 0x20 && n != '\t' && n != '\n' && n != '\r' || n == 0xfffe || n == 0xffff {
		return 0, false
	}
	return rune(n), true
}

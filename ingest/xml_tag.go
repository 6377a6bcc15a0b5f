package ingest

import "bytes"

// scanOpen reads a tag such as <c r="A1" t="s"> or <c/>.
func (x *xmlScanner) scanOpen(b []byte) (xmlToken, int, error) {
	i := 1 + nameLength(b[1:])
	if i == len(b) {
		return xmlEnd, 0, errPart
	}
	if i == 1 {
		return xmlEnd, 0, errXML
	}
	qualified := b[1:i]
	x.attrs = x.attrs[:0]
	for {
		spaces := blankLength(b[i:])
		if i += spaces; i == len(b) {
			return xmlEnd, 0, errPart
		}
		switch b[i] {
		case '>':
			return xmlOpen, i + 1, x.push(qualified)
		case '/':
			if i+1 == len(b) {
				return xmlEnd, 0, errPart
			}
			if b[i+1] != '>' {
				return xmlEnd, 0, errXML
			}
			x.closing = true
			return xmlOpen, i + 2, x.push(qualified)
		}
		if spaces == 0 {
			return xmlEnd, 0, errXML
		}
		n, err := x.scanAttr(b[i:])
		if err != nil {
			return xmlEnd, 0, err
		}
		i += n
	}
}

// scanAttr reads an attribute at the beginning of b.
func (x *xmlScanner) scanAttr(b []byte) (int, error) {
	n := nameLength(b)
	i := n + blankLength(b[n:])
	if i == len(b) {
		return 0, errPart
	}
	if n == 0 || b[i] != '=' || !soundName(b[:n]) {
		return 0, errXML
	}
	i++
	i += blankLength(b[i:])
	if i == len(b) {
		return 0, errPart
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return 0, errXML
	}
	i++
	length := 0
	for length < len(b)-i && b[i+length] != quote {
		if b[i+length] == '<' {
			return 0, errXML
		}
		length++
	}
	if i+length == len(b) {
		return 0, errPart
	}
	x.attrs = append(x.attrs, xmlAttr{b[:n], b[i : i+length]})
	return i + length + 1, nil
}

// scanClose reads a tag such as </c>.
func (x *xmlScanner) scanClose(b []byte) (xmlToken, int, error) {
	i := 2 + nameLength(b[2:])
	end := i + blankLength(b[i:])
	if end == len(b) {
		return xmlEnd, 0, errPart
	}
	if b[end] != '>' {
		return xmlEnd, 0, errXML
	}
	return xmlClose, end + 1, x.pop(b[2:i])
}

// push notes that an element is open.
func (x *xmlScanner) push(qualified []byte) error {
	if len(x.opened) == 0 && x.rooted || len(x.opened) == maxOpen || !soundName(qualified) {
		return errXML // a second root, a pit, or no name
	}
	x.rooted = true
	x.opened = append(x.opened, len(x.names))
	x.names = append(x.names, qualified...)
	x.name = localName(qualified)
	return nil
}

// pop closes the element that was opened last.
func (x *xmlScanner) pop(qualified []byte) error {
	last := len(x.opened) - 1
	if last < 0 || !bytes.Equal(x.names[x.opened[last]:], qualified) {
		return errXML
	}
	x.name = localName(qualified)
	x.names, x.opened = x.names[:x.opened[last]], x.opened[:last]
	return nil
}

// attr is the value of the attribute of that name, which has no prefix. The
// same attribute twice is an error.
func (x *xmlScanner) attr(name string) (value []byte, err error) {
	found := false
	for _, a := range x.attrs {
		if string(a.name) != name {
			continue
		}
		if found {
			return nil, errXML
		}
		value, found = a.value, true
	}
	if bytes.IndexByte(value, '&') >= 0 {
		return readEntities(nil, value)
	}
	return value, nil
}

// skip passes over the rest of the element that was opened last.
func (x *xmlScanner) skip() error {
	for outside := x.depth() - 1; x.depth() > outside; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// soundName says whether a name has at most one prefix, and is more than that.
func soundName(qualified []byte) bool {
	i := bytes.IndexByte(qualified, ':')
	return i < 0 || i > 0 && i < len(qualified)-1 && bytes.IndexByte(qualified[i+1:], ':') < 0
}

// localName is a name without its prefix.
func localName(qualified []byte) []byte {
	return qualified[bytes.IndexByte(qualified, ':')+1:]
}

// notInNames are the bytes at which a name ends.
var notInNames = func() (table [256]bool) {
	for _, c := range " \t\r\n/>=<\"'&;!?#%()*+,@[]^`{|}~$\\" {
		table[c] = true
	}
	for c := range 0x20 {
		table[c] = true
	}
	return table
}()

func nameLength(b []byte) int {
	for i, c := range b {
		if notInNames[c] {
			return i
		}
	}
	return len(b)
}

func blankLength(b []byte) int {
	for i, c := range b {
		if c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return i
		}
	}
	return len(b)
}

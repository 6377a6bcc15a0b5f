package reports

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// secrets are what masked cells held. A text that cells share stands in a part of its own, and an identity number may have been
// copied into a pivot table, a remark or another sheet: it is removed from all of them.
type secrets struct {
	shared []int    // the numbers of the shared texts
	digits []string // identity numbers, as they were written
}

// add notes what the cell held.
func (s *secrets) add(c cellPlace, sheet []byte) {
	switch c.kind {
	case "s":
		if i, err := strconv.Atoi(c.value); err == nil {
			s.shared = append(s.shared, i)
		}
	case "", "n":
		s.note(c.value)
		if v, err := strconv.ParseFloat(c.value, 64); err == nil && v >= 1e9 && v < 1e11 {
			s.note(strconv.FormatFloat(v, 'f', 0, 64))
		}
	default:
		s.note(strip(sheet[c.inner:c.close]))
	}
}

// note keeps the identity numbers in the text.
func (s *secrets) note(text string) {
	for _, digits := range identityDigits.FindAllString(text, -1) {
		if !slices.Contains(s.digits, digits) {
			s.digits = append(s.digits, digits)
		}
	}
}

// remove takes the secrets out of all parts of the workbook.
func (s *secrets) remove(o *original) error {
	if len(s.shared) > 0 && o.strings != "" {
		content, err := o.read(o.strings)
		if err != nil {
			return err
		}
		if content, err = s.blank(content); err != nil {
			return err
		}
		o.change(o.strings, content)
	}
	if len(s.digits) == 0 {
		return nil
	}
	var quoted []string
	for _, d := range s.digits {
		quoted = append(quoted, regexp.QuoteMeta(d))
	}
	// What stands alone may have to be a number, so a number is put there; within texts it is what the reader sees.
	alone := regexp.MustCompile(`([>"'])(?:` + strings.Join(quoted, "|") + `)([<"'])`)
	among := regexp.MustCompile(`(^|[^0-9])(?:` + strings.Join(quoted, "|") + `)($|[^0-9])`)
	for _, part := range o.partsIn("") {
		if kind := strings.ToLower(part[strings.LastIndexByte(part, '.')+1:]); kind != "xml" && kind != "vml" && kind != "rels" {
			continue
		}
		content, err := o.read(part)
		if err != nil {
			return err
		}
		if !among.Match(content) {
			continue
		}
		if part != o.strings {
			content = alone.ReplaceAll(content, []byte("${1}0${2}"))
		}
		for among.Match(content) { // two may share what lies between them
			content = among.ReplaceAll(content, []byte("${1}"+masked+"${2}"))
		}
		o.change(part, content)
	}
	return nil
}

// blank replaces the shared texts, and notes the identity numbers in them.
func (s *secrets) blank(content []byte) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	var e edits
	depth, item, inner := 0, -1, 0
	prefix := ""
	for {
		at := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return e.apply(content), nil
		} else if err != nil {
			return nil, cannotMark("shared texts that are no XML")
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				item, inner, prefix = item+1, int(d.InputOffset()), ""
				if t.Name.Space != "" {
					prefix = t.Name.Space + ":"
				}
			}
		case xml.EndElement:
			if depth--; depth == 1 && slices.Contains(s.shared, item) && at > inner {
				s.note(strip(content[inner:at]))
				e = append(e, edit{inner, at, "<" + prefix + "t>" + masked + "</" + prefix + "t>"})
			}
		}
	}
}

// strip is the text of XML without its tags.
func strip(content []byte) string {
	var b strings.Builder
	inTag := false
	for _, c := range string(content) {
		switch {
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case !inTag:
			b.WriteRune(c)
		}
	}
	return b.String()
}

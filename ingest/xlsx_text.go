package ingest

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// readTexts reads the texts that the cells of all sheets share.
func (w *workbook) readTexts(name string) ([]string, error) {
	r, ok := w.part(name)
	if !ok {
		return nil, damaged()
	}
	defer r.Close()
	parts := xmlParts{d: xml.NewDecoder(io.LimitReader(r, maxTextBytes+1))}
	var texts []string
	for {
		token, err := parts.next()
		if errors.Is(err, io.EOF) {
			return texts, nil
		}
		if err != nil {
			return nil, damaged()
		}
		if parts.d.InputOffset() > maxTextBytes {
			return nil, Refused{Problem{Rule: RuleFileTooLarge, Allowed: "128 MB text"}}
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, err := parts.richText("si")
			if err != nil {
				return nil, damaged()
			}
			texts = append(texts, text)
		}
	}
}

// xmlParts reads the tokens of a part and fails when its elements do not
// close, which RawToken alone does not notice.
type xmlParts struct {
	d    *xml.Decoder
	open []string
}

var errUnbalanced = errors.New("elements that do not close")

func (x *xmlParts) next() (xml.Token, error) {
	token, err := x.d.RawToken()
	if errors.Is(err, io.EOF) && (len(x.open) > 0 || x.d.InputOffset() == 0) {
		return nil, errUnbalanced
	}
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case xml.StartElement:
		x.open = append(x.open, t.Name.Local)
	case xml.EndElement:
		last := len(x.open) - 1
		if last < 0 || x.open[last] != t.Name.Local {
			return nil, errUnbalanced
		}
		x.open = x.open[:last]
	case xml.Directive: // a document type, which could define entities
		return nil, errUnbalanced
	}
	return token, nil
}

// richText is the text inside an element, of which the runs may be formatted
// one by one. Phonetic guides are left out.
func (x *xmlParts) richText(element string) (string, error) {
	var text strings.Builder
	inText, phonetic := false, false
	for {
		token, err := x.next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			phonetic = phonetic || t.Name.Local == "rPh"
		case xml.EndElement:
			switch t.Name.Local {
			case element:
				return unescape(text.String()), nil
			case "t":
				inText = false
			case "rPh":
				phonetic = false
			}
		case xml.CharData:
			if inText && !phonetic {
				text.Write(t)
			}
		}
	}
}

// unescape reads the characters that workbooks write as _x000D_.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 || len(text) < i+7 {
			out.WriteString(text)
			return out.String()
		}
		code, err := strconv.ParseUint(text[i+2:i+6], 16, 16)
		if err != nil || text[i+6] != '_' {
			out.WriteString(text[:i+2])
			text = text[i+2:]
			continue
		}
		out.WriteString(text[:i])
		out.WriteRune(rune(code))
		text = text[i+7:]
	}
}

package ingest

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// interpret adds the cell that the value means.
func (r *cellReader) interpret(at int, kind cellType, style int) error {
	switch kind {
	case inlineType:
		return r.add(at, cell{}, r.value)
	case formulaType:
		return r.add(at, cell{}, unescape(r.value, 0))
	}
	value := bytes.TrimSpace(r.value)
	switch kind {
	case sharedType:
		i, ok := digitsOf(value)
		text, there := r.book.texts.text(i)
		if !ok || !there {
			return errNoText
		}
		if text == "" {
			return nil
		}
		return r.add(at, cell{text: text}, nil)
	case boolType:
		if string(value) != "0" && string(value) != "1" {
			return errXML
		}
		return r.add(at, cell{kind: boolCell}, value)
	case errorType:
		if string(value) == "#N/A" { // "not available" is how a look-up says that nothing is known
			return r.add(at, cell{}, value)
		}
		return r.add(at, cell{kind: errorCell}, value)
	case dateType:
		return r.add(at, cell{kind: dateCell}, value[:min(len(value), len("2006-01-02"))])
	}
	return r.addNumber(at, value, style)
}

// addNumber adds a number, or the date that its format makes of it.
func (r *cellReader) addNumber(at int, value []byte, style int) error {
	number, err := parseXMLNumber(value)
	if err != nil {
		return err
	}
	format := numberFormat{}
	if style < len(r.book.formats) {
		format = r.book.formats[style]
	}
	from := len(r.texts)
	switch {
	case format.date && number > 0 && number < 1: // a time of day, which no field takes
		const daySeconds = 24 * 60 * 60
		r.texts = time.Unix(int64(math.Round(number*daySeconds)), 0).UTC().AppendFormat(r.texts, "15:04")
		return r.addPlaced(at, cell{kind: numberCell, number: number}, place{from, len(r.texts)})
	case format.date:
		if day, ok := serialDate(number, r.book.date1904); ok {
			r.texts = day.AppendFormat(r.texts, "2006-01-02")
			return r.addPlaced(at, cell{kind: dateCell}, place{from, len(r.texts)})
		}
	}
	r.texts = format.appendShown(r.texts, value, number)
	return r.addPlaced(at, cell{kind: numberCell, number: number}, place{from, len(r.texts)})
}

// parseXMLNumber reads a number as a file writes it, which is neither with a
// comma nor in hexadecimal, nor one that is no number.
func parseXMLNumber(value []byte) (float64, error) {
	if n, ok := digitsOf(value); ok { // by far the most
		return float64(n), nil
	}
	for _, c := range value {
		if !isDigit(c) && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E' {
			return 0, errXML
		}
	}
	return strconv.ParseFloat(string(value), 64)
}

// add adds a cell with this text.
func (r *cellReader) add(at int, c cell, text []byte) error {
	from := len(r.texts)
	r.texts = append(r.texts, text...)
	return r.addPlaced(at, c, place{from, len(r.texts)})
}

func (r *cellReader) addPlaced(at int, c cell, p place) error {
	if at >= maxColumns {
		return Refused{Problem{Row: r.number, Column: columnLetter(at), Rule: RuleFileColumns, Allowed: tooManyColumns}}
	}
	if len(r.texts) > maxRecordBytes {
		return Refused{Problem{Row: r.number, Rule: RuleFileRecord, Allowed: longestRecord}}
	}
	for len(r.cells) < at {
		r.cells, r.places = append(r.cells, cell{}), append(r.places, place{})
	}
	r.cells, r.places = append(r.cells, c), append(r.places, p)
	return nil
}

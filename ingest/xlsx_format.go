package ingest

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// numberFormat is what the format of a cell says about the number in it.
type numberFormat struct {
	date  bool
	zeros int // the number is shown with at least so many digits: 0301
}

// readFormats reads the formats that cells refer to by number.
func (w *workbook) readFormats(name string) ([]numberFormat, error) {
	var styles struct {
		Custom []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			ID int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decodePart(name, &styles); err != nil {
		return nil, err
	}
	custom := map[int]numberFormat{}
	for _, c := range styles.Custom {
		custom[c.ID] = parseFormatCode(c.Code)
	}
	formats := make([]numberFormat, len(styles.Cells))
	for i, c := range styles.Cells {
		format, ok := custom[c.ID]
		if !ok {
			format.date = builtInDate(c.ID)
		}
		formats[i] = format
	}
	return formats, nil
}

// builtInDate says which of the formats that have only a number are dates or
// times (ECMA-376, part 1, 18.8.30).
func builtInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// parseFormatCode reads a format such as dd.mm.yyyy or 0000. Quoted texts,
// escaped characters, colours and conditions say nothing about the number.
func parseFormatCode(code string) numberFormat {
	code, _, _ = strings.Cut(code, ";") // the format of positive numbers
	var bare strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skipTo(code, i, '"')
		case '[':
			end := skipTo(code, i, ']')
			if inside := strings.ToLower(code[i+1 : min(end, len(code))]); strings.Trim(inside, "hms") == "" {
				bare.WriteString(inside) // [h]: hours beyond a day
			}
			i = end
		case '\\', '_', '*': // and the character after it
			_, size := utf8.DecodeRuneInString(code[min(i+1, len(code)):])
			i += size
		default:
			bare.WriteByte(code[i])
		}
	}
	digits := strings.ReplaceAll(bare.String(), " ", "")
	if strings.Trim(digits, "0") == "" {
		return numberFormat{zeros: len(digits)}
	}
	plain := strings.ReplaceAll(strings.ToLower(digits), "general", "")
	return numberFormat{date: strings.ContainsAny(plain, "ymdhs")}
}

// skipTo is the place of the next such character after i, or the end.
func skipTo(text string, i int, c byte) int {
	if n := strings.IndexByte(text[i+1:], c); n >= 0 {
		return i + 1 + n
	}
	return len(text)
}

// appendShown appends the number as the text a person sees, as far as codes need
// it: with its zeros, without an exponent, and otherwise as it was typed.
func (f numberFormat) appendShown(to, raw []byte, number float64) []byte {
	if bytes.ContainsAny(raw, "eE") {
		raw = strconv.AppendFloat(nil, number, 'f', -1, 64)
	}
	if len(raw) < f.zeros && len(bytes.Trim(raw, "0123456789")) == 0 {
		for range f.zeros - len(raw) {
			to = append(to, '0')
		}
	}
	return append(to, raw...)
}

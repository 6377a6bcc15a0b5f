package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// bytes is the content of the file, by what its name ends in.
func (f file) bytes() ([]byte, error) {
	if strings.HasSuffix(f.name, ".xlsx") {
		return f.workbook()
	}
	return f.csv()
}

// csv writes as a Norwegian Excel does: semicolons, CRLF, dd.mm.yyyy, and Windows-1252 unless another was chosen.
func (f file) csv() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	if f.encoding == "utf-16" {
		w.Comma = '\t'
	}
	t := f.tables[0]
	if err := w.Write(t.header); err != nil {
		return nil, err
	}
	for _, r := range t.rows {
		var line []string
		for column := range t.header {
			line = append(line, text(t.cell(r, column)))
		}
		if err := w.Write(line); err != nil {
			return nil, err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, err
	}
	switch f.encoding {
	case "utf-8":
		return append([]byte("\ufeff"), out.Bytes()...), nil
	case "utf-16":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(out.Bytes())
	}
	return charmap.Windows1252.NewEncoder().Bytes(out.Bytes())
}

// text is a cell as it stands in a text file.
func text(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case time.Time:
		return dateText(v)
	default:
		return fmt.Sprint(v)
	}
}

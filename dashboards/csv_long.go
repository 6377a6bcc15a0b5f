package dashboards

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"time"

	"bolyst/metrics"
)

// LongCSV writes the figures in the long form for machines, as RFC 4180 describes it: UTF-8 without a mark, commas, decimal
// points, lines that end in CR LF, and the names of the columns first. An absent number is an empty field.
func LongCSV(w io.Writer, table metrics.Table, language metrics.Language) error {
	rows, err := Rows(table, language)
	if err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	var names []string
	for _, c := range Columns() {
		names = append(names, c.Name)
	}
	out := &csvRows{to: w, comma: ','}
	out.write(names)
	for _, row := range rows {
		fields := make([]string, len(row))
		for i, value := range row {
			fields[i] = csvField(value)
		}
		out.write(fields)
	}
	return out.err
}

// csvField is a value of the long form as text.
func csvField(value any) string {
	switch v := value.(type) {
	case string:
		return harmless(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return day(v)
	}
	return ""
}

// csvRows writes rows that end in CR LF. The library's own UseCRLF changes line breaks inside of a field as well, so that a
// label would not come out as it went in.
type csvRows struct {
	to    io.Writer
	comma rune
	row   bytes.Buffer
	err   error // the first
}

func (c *csvRows) write(fields []string) {
	if c.err != nil {
		return
	}
	c.row.Reset()
	row := csv.NewWriter(&c.row)
	row.Comma = c.comma
	row.Write(fields)
	row.Flush()
	if c.err = row.Error(); c.err != nil {
		return
	}
	c.row.Truncate(c.row.Len() - len("\n"))
	c.row.WriteString("\r\n")
	_, c.err = c.to.Write(c.row.Bytes())
}

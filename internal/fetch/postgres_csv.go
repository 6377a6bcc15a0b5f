package fetch

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// The numbers of the types whose text is not yet that of a csv file, from the
// server's catalogue pg_type.
const (
	typeBool   = 16
	typeFloat4 = 700
	typeFloat8 = 701
)

// writeRows writes a header row and then each row as it comes. Only one is in
// memory at a time.
func writeRows(out io.Writer, rows *pgconn.ResultReader, most int) error {
	w := csv.NewWriter(out)
	fields := rows.FieldDescriptions()
	record := make([]string, len(fields))
	for i, field := range fields {
		record[i] = field.Name
	}
	if err := w.Write(record); err != nil {
		return err
	}
	for n := 0; rows.NextRow(); n++ {
		if n == most {
			return &Fault{Code: CodeRows, Allowed: strconv.Itoa(most)}
		}
		for i, value := range rows.Values() {
			record[i] = cell(value, fields[i].DataTypeOID)
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	if _, err := rows.Close(); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}

// cell is a value as ingest reads it.
func cell(value []byte, kind uint32) string {
	text := string(value) // "" for NULL
	switch {
	case kind == typeBool && text == "t":
		return "true"
	case kind == typeBool && text == "f":
		return "false"
	case (kind == typeFloat4 || kind == typeFloat8) && strings.Contains(text, "e"):
		bits := 64
		if kind == typeFloat4 {
			bits = 32
		}
		if f, err := strconv.ParseFloat(text, bits); err == nil {
			return strconv.FormatFloat(f, 'f', -1, bits)
		}
	}
	return text
}

package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParquetHoldsTheRowsAsTheyAre(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	columns := []ParquetColumn{{"label", "VARCHAR"}, {"n", "INTEGER"}, {"value", "DOUBLE"}, {"as_of", "DATE"}, {`od"d`, "VARCHAR"}}
	rows := [][]any{
		{"=1+1;\"x\",\ny\r\n\u2028\u202e</script>", 1, 0.1, day("2010-12-31"), ""},
		{"'--; DROP TABLE exported", -2, nil, day("2006-01-01"), "b"},
		{"a", 3, 1e300, day("2010-12-31"), "a"},
	}
	write := func() []byte {
		var content bytes.Buffer
		if err := s.WriteParquet(t.Context(), &content, columns, rows); err != nil {
			t.Fatal(err)
		}
		return content.Bytes()
	}
	content := write()
	if !bytes.Equal(content, write()) {
		t.Error("the same rows gave other bytes")
	}
	if _, err := os.Stat(filepath.Join(folder, "exported.parquet")); err == nil {
		t.Error("the file is still in the data folder")
	}

	path := filepath.Join(folder, "back.parquet")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := s.conn.QueryContext(t.Context(), "FROM read_parquet("+literal(path)+")")
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	names, err := read.Columns()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"label", "n", "value", "as_of", `od"d`}, names); diff != "" {
		t.Error(diff)
	}
	var got [][]any
	for read.Next() {
		var label, odd string
		var n int
		var value *float64
		var asOf time.Time
		if err := read.Scan(&label, &n, &value, &asOf, &odd); err != nil {
			t.Fatal(err)
		}
		row := []any{label, n, nil, asOf, odd}
		if value != nil {
			row[2] = *value
		}
		got = append(got, row)
	}
	if diff := cmp.Diff(rows, got); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

func TestParquetOfNoRowsHasItsColumns(t *testing.T) {
	s := open(t, t.TempDir())
	var content bytes.Buffer
	if err := s.WriteParquet(t.Context(), &content, []ParquetColumn{{"value", "DOUBLE"}}, nil); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(content.Bytes(), []byte("PAR1")) {
		t.Errorf("got %q", content.Bytes())
	}
}

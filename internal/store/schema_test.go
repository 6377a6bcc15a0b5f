package store

import (
	"slices"
	"testing"

	"bolyst/ingest"
)

// TestSchemaIsTheContracts: the tables hold the fields of the contracts, in their order and with their types.
func TestSchemaIsTheContracts(t *testing.T) {
	s := open(t, t.TempDir())
	types := map[ingest.Type]string{ingest.String: "VARCHAR", ingest.Integer: "BIGINT", ingest.Number: "DOUBLE", ingest.Boolean: "BOOLEAN", ingest.Date: "DATE"}
	for _, feed := range ingest.Feeds() {
		rows, err := s.conn.QueryContext(t.Context(), "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", "fact_"+feed.Name)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		var got [][2]string
		for rows.Next() {
			var column [2]string
			if err := rows.Scan(&column[0], &column[1]); err != nil {
				t.Fatal(err)
			}
			got = append(got, column)
		}
		var want [][2]string
		for _, field := range feed.Fields {
			want = append(want, [2]string{field.Name, types[field.Type]})
		}
		want = append(want, [2]string{"source_sheet", "VARCHAR"}, [2]string{"source_row", "BIGINT"}, [2]string{"removed", "BOOLEAN"}, [2]string{"batch", "INTEGER"})
		if !slices.Equal(got, want) {
			t.Errorf("fact_%s: got %v, want %v", feed.Name, got, want)
		}
	}
}

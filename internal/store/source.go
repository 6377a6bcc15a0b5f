package store

import (
	"context"
	"fmt"

	"github.com/duckdb/duckdb-go/v2"
)

// source is where the engine takes the accepted rows of a file from: a table function, which it asks for whole columns. To
// append value by value costs the processors twice as much.
type source struct {
	columns []duckdb.ColumnInfo
	asked   []bool // by column: the statement under way asks for it
	full    <-chan rows
	spent   chan<- rows
	due     rows // not yet in their table
	texts   texts
}

// registerSource makes the table function rows_of_the_file, which gives the rows of the file that is being read.
func (s *Store) registerSource() error {
	return duckdb.RegisterTableUDF(s.conn, "rows_of_the_file", duckdb.ChunkTableFunction{
		BindArguments: func(map[string]any, ...any) (duckdb.ChunkTableSource, error) { return s.source, nil },
	})
}

// stagedColumns are the columns of the accepted rows.
func (s *Store) stagedColumns(ctx context.Context) ([]duckdb.ColumnInfo, error) {
	rows, err := s.conn.QueryContext(ctx, "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'staged' ORDER BY column_index")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var columns []duckdb.ColumnInfo
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return nil, err
		}
		info, err := duckdb.NewTypeInfo(columnTypes[kind])
		if err != nil {
			return nil, fmt.Errorf("column %s of type %s: %w", name, kind, err)
		}
		columns = append(columns, duckdb.ColumnInfo{Name: name, T: info})
	}
	return columns, rows.Err()
}

// columnTypes are the types of the contracts' fields.
var columnTypes = map[string]duckdb.Type{"VARCHAR": duckdb.TYPE_VARCHAR, "BIGINT": duckdb.TYPE_BIGINT, "DOUBLE": duckdb.TYPE_DOUBLE,
	"BOOLEAN": duckdb.TYPE_BOOLEAN, "DATE": duckdb.TYPE_DATE}

// await waits for rows, and says whether there are any more.
func (s *source) await() bool {
	if len(s.due.values) == 0 {
		s.due = <-s.full
	}
	return len(s.due.values) > 0
}

// done says that the rows are in their table.
func (s *source) done() {
	if !s.due.faults {
		select {
		case s.spent <- s.due:
		default: // there are enough
		}
	}
	s.due = rows{}
}

// ask names the columns in which something stood so far, to be asked for. Most files fill only some of a contract's fields,
// and it costs more to write nothing than a number.
func (s *source) ask() (names []string) {
	for i, c := range s.columns {
		s.asked[i] = s.asked[i] || s.due.given[i]
		if s.asked[i] {
			names = append(names, c.Name)
		}
	}
	return names
}

// fits says whether the statement under way can take the rows.
func (s *source) fits() bool {
	for i, given := range s.due.given {
		if given && !s.asked[i] {
			return false
		}
	}
	return !s.due.faults
}

// ColumnInfos tells the engine of the columns.
func (s *source) ColumnInfos() []duckdb.ColumnInfo { return s.columns }

// Cardinality would be how many rows there are, which nobody knows yet.
func (s *source) Cardinality() *duckdb.CardinalityInfo { return nil }

// Init is called before the first rows of a statement.
func (s *source) Init() {}

// FillChunk gives the engine the next rows. When it gets none, the statement ends.
func (s *source) FillChunk(chunk duckdb.DataChunk) error {
	if !s.await() || !s.fits() {
		return chunk.SetSize(0)
	}
	if err := chunk.SetSize(len(s.due.values) / s.due.width); err != nil {
		return err
	}
	for i, c := range s.columns {
		if !s.asked[i] {
			continue
		}
		if err := s.fillColumn(&chunk, i); err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	s.done()
	return nil
}

func (s *source) fillColumn(chunk *duckdb.DataChunk, column int) error {
	if s.columns[column].T.InternalType() == duckdb.TYPE_VARCHAR {
		vector, err := chunk.GetVector(column)
		if err != nil {
			return err
		}
		return s.texts.write(vector, s.due.values[column:], s.due.width)
	}
	for row, at := 0, column; at < len(s.due.values); row, at = row+1, at+s.due.width {
		if err := chunk.SetValue(column, row, s.due.values[at]); err != nil {
			return err
		}
	}
	return nil
}

package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// ParquetColumn is a column of a Parquet file: its name, and the engine's type of its values.
type ParquetColumn struct{ Name, Type string }

// WriteParquet writes rows as a Parquet file, in their order. A nil is null, and neither it nor what it stands for is in the
// statistics of its column. The same rows give the same bytes.
func (s *Store) WriteParquet(ctx context.Context, w io.Writer, columns []ParquetColumn, rows [][]any) (err error) {
	var declared []string
	for _, c := range columns {
		declared = append(declared, `"`+strings.ReplaceAll(c.Name, `"`, `""`)+`" `+c.Type)
	}
	if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP TABLE exported ("+strings.Join(declared, ", ")+")"); err != nil {
		return err
	}
	defer func() {
		_, dropped := s.conn.ExecContext(context.WithoutCancel(ctx), "DROP TABLE exported")
		err = errors.Join(err, dropped)
	}()
	if err := s.appendRows("exported", rows); err != nil {
		return err
	}
	// The engine may write in the data folder only, and a reader may want the file anywhere. What a crash leaves is written over.
	path := filepath.Join(s.folder, "exported.parquet")
	defer os.Remove(path)
	// Snappy is what every reader understands.
	if _, err := s.conn.ExecContext(ctx, "COPY exported TO "+literal(path)+" (FORMAT parquet, COMPRESSION snappy)"); err != nil {
		return fmt.Errorf("parquet: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}

// appendRows fills a temporary table.
func (s *Store) appendRows(table string, rows [][]any) error {
	return s.conn.Raw(func(driverConn any) error {
		appender, err := duckdb.NewAppender(driverConn.(driver.Conn), "temp", "main", table)
		if err != nil {
			return err
		}
		values := make([]driver.Value, 0, 32)
		for _, row := range rows {
			values = values[:0]
			for _, v := range row {
				values = append(values, v)
			}
			if err := appender.AppendRow(values...); err != nil {
				return errors.Join(err, appender.Close())
			}
		}
		return appender.Close()
	})
}

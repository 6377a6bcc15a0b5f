package store

import (
	"context"
	"fmt"
	"strings"

	"bolyst/queries"
)

// Reference says that fields of one feed name a record of another. The last of the fields tells it from others of its
// programme.
type Reference struct {
	Feed         string
	Key          []string // of the feed
	Fields       []string
	Parent       string // the other feed
	ParentFields []string
}

// Orphan is the newest version of a fact that refers to a record which is not known yet.
type Orphan struct {
	Batch     int
	Sheet     string
	Row       int
	Reference string // what the last field of the reference says; of a person her pseudonym
}

// CountOrphans counts the orphans of a reference. They wait for their record.
func (s *Store) CountOrphans(ctx context.Context, r Reference) (orphans int, err error) {
	if err := s.viewOrphans(ctx, r); err != nil {
		return 0, err
	}
	err = s.conn.QueryRowContext(ctx, "SELECT count(*) FROM orphan").Scan(&orphans)
	return orphans, err
}

// Orphans lists the orphans of a reference, in the order of loading and of the files.
func (s *Store) Orphans(ctx context.Context, r Reference) ([]Orphan, error) {
	if err := s.viewOrphans(ctx, r); err != nil {
		return nil, err
	}
	rows, err := s.conn.QueryContext(ctx, `SELECT batch, coalesce(source_sheet, ''), source_row, reference
		FROM orphan ORDER BY batch, source_sheet NULLS FIRST, source_row, reference`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var orphans []Orphan
	for rows.Next() {
		var o Orphan
		if err := rows.Scan(&o.Batch, &o.Sheet, &o.Row, &o.Reference); err != nil {
			return nil, err
		}
		orphans = append(orphans, o)
	}
	return orphans, rows.Err()
}

// viewOrphans makes the view of the reference's orphans.
func (s *Store) viewOrphans(ctx context.Context, r Reference) error {
	var given, match []string
	for i, field := range r.Fields {
		given = append(given, "newest."+field+" IS NOT NULL")
		match = append(match, "p."+r.ParentFields[i]+" = newest."+field)
	}
	statement := strings.NewReplacer("{feed}", r.Feed, "{key}", strings.Join(r.Key, ", "), "{parent}", r.Parent, "{reference}", r.Fields[len(r.Fields)-1],
		"{given}", strings.Join(given, " AND "), "{match}", strings.Join(match, " AND ")).Replace(queries.Text("load/orphans.sql"))
	if _, err := s.conn.ExecContext(ctx, statement); err != nil {
		return fmt.Errorf("load/orphans.sql: %w", err)
	}
	return nil
}

package store

import (
	"context"
	"fmt"
	"strings"

	"bolyst/queries"
)

// Reference says that fields of one feed name a record of another.
type Reference struct {
	Feed         string
	Key          []string // of the feed
	Fields       []string
	Parent       string // the other feed
	ParentFields []string
}

// Orphans counts the newest facts of a feed that refer to a record which is not known yet. They wait for it.
func (s *Store) Orphans(ctx context.Context, r Reference) (int, error) {
	var given, match []string
	for i, field := range r.Fields {
		given = append(given, "newest."+field+" IS NOT NULL")
		match = append(match, "p."+r.ParentFields[i]+" = newest."+field)
	}
	statement := strings.NewReplacer("{feed}", r.Feed, "{key}", strings.Join(r.Key, ", "), "{parent}", r.Parent,
		"{given}", strings.Join(given, " AND "), "{match}", strings.Join(match, " AND ")).Replace(queries.Text("load/orphans.sql"))
	var orphans int
	if err := s.conn.QueryRowContext(ctx, statement).Scan(&orphans); err != nil {
		return 0, fmt.Errorf("load/orphans.sql: %w", err)
	}
	return orphans, nil
}

package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"bolyst/internal/batch"
	"bolyst/queries"
)

// Expired returns the hashes of the persons of whom a source holds nothing but records from before the day, and how many
// records that is. One without a date is not old: who is still a trainee has no last day. The records of the feed are told apart
// by the key fields.
func (s *Store) Expired(ctx context.Context, source, feed string, key []string, before time.Time) (hashes []string, records int, err error) {
	statement := aging(feed).Replace(strings.ReplaceAll(queries.Text("load/expired.sql"), "{key}", strings.Join(key, ", ")))
	rows, err := s.conn.QueryContext(ctx, statement, source, before)
	if err != nil {
		return nil, 0, fmt.Errorf("load/expired.sql: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var hash string
		var n int
		if err := rows.Scan(&hash, &n); err != nil {
			return nil, 0, err
		}
		hashes, records = append(hashes, hash), records+n
	}
	return hashes, records, rows.Err()
}

// withholdExpired takes out of the staged rows those of the persons whose time in the source was over, unless the file has
// something newer of them.
func (st *Stage) withholdExpired(ctx context.Context, e batch.Erasure) (int, error) {
	if _, ages := queries.Aging[st.feed]; !ages {
		return 0, nil // the source held another feed then
	}
	if err := st.store.nameErased(ctx, e.People); err != nil {
		return 0, err
	}
	result, err := st.store.conn.ExecContext(ctx, aging(st.feed).Replace(queries.Text("load/withheld_expired.sql")), e.Before)
	if err != nil {
		return 0, fmt.Errorf("load/withheld_expired.sql: %w", err)
	}
	n, err := result.RowsAffected()
	return int(n), err
}

func aging(feed string) *strings.Replacer {
	age := queries.Aging[feed]
	return strings.NewReplacer("{feed}", feed, "{person}", age.Person, "{date}", age.Date)
}

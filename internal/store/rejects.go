package store

import "context"

// Rejects lists the faults of the rows that were not accepted in a batch, in the order of the file.
func (s *Store) Rejects(ctx context.Context, number int) ([]Reject, error) {
	rows, err := s.conn.QueryContext(ctx, `SELECT sheet, row_number, column_letter, header, field, coalesce(found, ''), masked, rule, allowed
		FROM reject WHERE batch = ? ORDER BY sheet NULLS FIRST, row_number NULLS LAST, length(column_letter) NULLS LAST, column_letter NULLS LAST, rule NULLS LAST`, number)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var faults []Reject
	for rows.Next() {
		var r Reject
		if err := rows.Scan(&r.Sheet, &r.Row, &r.Column, &r.Header, &r.Field, &r.Found, &r.Masked, &r.Rule, &r.Allowed); err != nil {
			return nil, err
		}
		faults = append(faults, r)
	}
	return faults, rows.Err()
}

package store

import (
	"context"
	"errors"
	"fmt"

	"bolyst/internal/batch"
)

// ErrClosed says that the database is not open.
var ErrClosed = errors.New("the database is closed")

// Look opens the warehouse for one reader beside the work: as it is now, whatever is taken in meanwhile. Its ledger holds these
// batches, which must have been taken in. The engine refuses every change of the database; what a question works out lies in
// temporary tables of its own. The store is not closed before the look is.
func (s *Store) Look(ctx context.Context, batches []batch.Batch) (*Store, error) {
	s.looks.RLock()
	if s.db == nil {
		s.looks.RUnlock()
		return nil, ErrClosed
	}
	look := &Store{folder: s.folder, of: s, ledger: s.ledger.With(batches)}
	var err error
	if look.conn, err = s.db.Conn(ctx); err != nil {
		s.looks.RUnlock()
		return nil, err
	}
	var applied int // the engine takes the snapshot when the database is first asked
	if _, err = look.conn.ExecContext(ctx, "BEGIN TRANSACTION READ ONLY"); err == nil {
		err = look.conn.QueryRowContext(ctx, "SELECT count(*) FROM applied").Scan(&applied)
	}
	if err == nil && applied < len(batches) {
		err = fmt.Errorf("the database holds %d batches of %d", applied, len(batches))
	}
	if err != nil {
		return nil, errors.Join(err, look.Close())
	}
	return look, nil
}

// closeLook ends the transaction, and with it the temporary tables.
func (s *Store) closeLook() error {
	defer s.of.looks.RUnlock()
	_, err := s.conn.ExecContext(context.Background(), "ROLLBACK") // also when whoever asked has gone
	return errors.Join(err, s.conn.Close())
}

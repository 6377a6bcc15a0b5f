package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/duckdb/duckdb-go/v2"

	"bolyst/internal/batch"
)

const databaseName = "bolyst.duckdb"

// ErrInUse says that another process holds the database.
var ErrInUse = errors.New("the data folder is in use by another process")

// Store is the open warehouse of one data folder. It is used by one goroutine at a time; others have a Look.
type Store struct {
	folder    string
	db        *sql.DB
	conn      *sql.Conn // temporary tables live in a connection, so there is one
	lock      *os.File  // held as long as the store is open
	ledger    *batch.Ledger
	rebuilt   string
	takenBack int
	source    *source // of the file that is being read
	unsettled bool    // something was written and has only reached the engine's log

	looks sync.RWMutex // read by each look that is open
	of    *Store       // of a look: the store that it is a look into
}

// Open opens the warehouse of the data folder, which is made if it does not exist, and brings the database up to the
// ledger. Close it after use. It returns ErrInUse when another process has it.
func Open(ctx context.Context, folder string) (*Store, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	s := &Store{folder: folder}
	// The engine's own lock is on the database, which may be about to be made or moved aside.
	if s.lock, err = lockFolder(folder); err != nil {
		return nil, err
	}
	err = s.openDatabase(ctx)
	if err != nil && !errors.Is(err, ErrInUse) && !cannotWrite(err) && ctx.Err() == nil && s.exists() {
		err = s.startAnew(ctx, err.Error())
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	// Only now, with the locks in hand, may the record be swept and added to.
	if s.ledger, err = batch.Open(folder); err == nil {
		s.takenBack, err = s.ledger.Sweep()
	}
	if err == nil {
		err = s.catchUp(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Ledger is the record of the batches in the store.
func (s *Store) Ledger() *batch.Ledger { return s.ledger }

// Rebuilt tells why the database was made anew when it was opened, and is "" when it was not.
func (s *Store) Rebuilt() string { return s.rebuilt }

// TakenBack is how many batches the ledger had lost and was given back when the store was opened.
func (s *Store) TakenBack() int { return s.takenBack }

// Answers tells whether the engine still does. After a fault that it cannot get over, such as a full disk, it answers nothing
// more until the database is opened anew.
func (s *Store) Answers(ctx context.Context) error {
	var one int
	return s.conn.QueryRowContext(ctx, "SELECT 1").Scan(&one)
}

// Close closes the database and lets the folder go.
func (s *Store) Close() error {
	if s.of != nil {
		return s.closeLook()
	}
	s.looks.Lock()
	defer s.looks.Unlock()
	err := s.closeDatabase()
	if s.lock == nil {
		return err
	}
	lock := s.lock
	s.lock = nil
	return errors.Join(err, lock.Close())
}

func (s *Store) closeDatabase() error {
	if s.db == nil {
		return nil
	}
	err := errors.Join(s.settle(), s.conn.Close(), s.db.Close())
	s.db = nil
	return err
}

func (s *Store) path() string { return filepath.Join(s.folder, databaseName) }

func (s *Store) exists() bool {
	_, err := os.Stat(s.path())
	return err == nil
}

// openDatabase opens the file, or makes it, and locks the engine in.
func (s *Store) openDatabase(ctx context.Context) error {
	// v1.5.0 writes faster than the default storage, and no older program needs to read a cache.
	connector, err := duckdb.NewConnector(s.path()+"?storage_compatibility_version=v1.5.0", nil)
	if err != nil {
		return openError(err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxIdleConns(-1) // a connection that is given back is closed
	conn, err := db.Conn(ctx)
	if err != nil {
		return errors.Join(openError(err), db.Close())
	}
	s.db, s.conn = db, conn
	if err := os.Chmod(s.path(), 0o600); err != nil { // the engine makes it for everyone to read
		return errors.Join(err, s.closeDatabase())
	}
	if err := s.registerSource(); err != nil {
		return errors.Join(err, s.closeDatabase())
	}
	if err := s.lockDown(ctx); err != nil {
		return errors.Join(err, s.closeDatabase())
	}
	return nil
}

// Memory that the engine may take before it goes on in files in the data folder. Taking in a file needs little beside what the
// reader needs; the facts of a moment are asked many times over, and up to some five million applications fit.
const (
	memoryToTakeIn = "400MB"
	memoryToAsk    = "2500MB"
)

// lockDown leaves the engine nothing but this folder. The order matters: the last two close the door behind the others. Only
// how much memory and how many threads it takes may be changed later.
func (s *Store) lockDown(ctx context.Context) error {
	for _, setting := range []string{
		"SET allow_community_extensions = false",
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
		"SET allow_persistent_secrets = false",
		"SET memory_limit = " + literal(memoryToTakeIn),
		"SET temp_directory = " + literal(filepath.Join(s.folder, "tmp")),
		"SET allowed_directories = [" + literal(s.folder+string(filepath.Separator)) + "]",
		"SET enable_external_access = false",
		"SET allowed_configs = ['memory_limit', 'threads']",
		"SET lock_configuration = true",
	} {
		if _, err := s.conn.ExecContext(ctx, setting); err != nil {
			return fmt.Errorf("%s: %w", setting, err)
		}
	}
	return nil
}

// openError turns the engine's words for a held lock into ours, and names the file.
func openError(err error) error {
	if strings.Contains(err.Error(), "Could not set lock") {
		return ErrInUse
	}
	return fmt.Errorf("%s: %w", databaseName, err)
}

// literal quotes a path for the few statements that take no parameter.
func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

package fetch

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// Postgres is the answer to one SELECT, as a csv file: UTF-8, comma, a header
// row with the columns' names, nothing where there is NULL, true and false,
// dates as yyyy-mm-dd, numbers without exponents, all else as the server
// writes it.
//
// The query runs in a read-only transaction. That keeps this program honest,
// not a database: give it a role that may only read, and only what is needed.
// A moment of time (timestamptz) becomes a date in the query, column::date, by
// the clock of TimeZone.
type Postgres struct {
	DSN      string // a secret: postgres://… or key=value
	Query    string // SELECT …, or WITH … SELECT …
	TimeZone string // "" is UTC
	Name     string // of the file; "" is postgres.csv
	Limits   Limits
	Sleep    Sleep // nil waits for real
}

// Fetch asks the query and writes its rows to a file in the folder. Databases
// keep no State: whether the rows are new, the file's own digest tells.
func (p Postgres) Fetch(ctx context.Context, folder string, _ State) (File, error) {
	patience := newPatience("postgres", p.Limits, p.Sleep)
	return patience.within(ctx, func(ctx context.Context) (File, error) {
		config, err := p.config()
		if err != nil {
			return File{}, err
		}
		var file File
		err = patience.again(ctx, func() error {
			file, err = p.once(ctx, config, folder, patience.limits)
			return err
		})
		return file, err
	})
}

// config reads the DSN and the query.
func (p Postgres) config() (*pgconn.Config, error) {
	if strings.TrimSpace(p.DSN) == "" {
		return nil, &Fault{Code: CodeDSN}
	}
	config, err := pgconn.ParseConfig(strings.TrimSpace(p.DSN))
	if err != nil {
		return nil, &Fault{Code: CodeDSN} // the error quotes the DSN
	}
	if word := firstWord(p.Query); word != "SELECT" && word != "WITH" {
		return nil, &Fault{Code: CodeNotSelect, Asked: database(config)}
	}
	config.Fallbacks = slices.DeleteFunc(config.Fallbacks, func(f *pgconn.FallbackConfig) bool {
		return f.TLSConfig == nil && !onThisMachine(f.Host) && hasTLS(config, f.Host)
	})
	config.RuntimeParams["application_name"] = "bolyst"
	return config, nil
}

// hasTLS says whether a host is tried with TLS. Then it is not tried without:
// sslmode=prefer, which the DSN has when it says nothing, would send persons'
// data in the clear to whoever answers.
func hasTLS(config *pgconn.Config, host string) bool {
	return config.TLSConfig != nil && config.Host == host ||
		slices.ContainsFunc(config.Fallbacks, func(f *pgconn.FallbackConfig) bool { return f.TLSConfig != nil && f.Host == host })
}

func onThisMachine(host string) bool {
	return filepath.IsAbs(host) || host == "localhost" || host == "::1" || strings.HasPrefix(host, "127.")
}

// once asks a single time.
func (p Postgres) once(ctx context.Context, config *pgconn.Config, folder string, limits Limits) (File, error) {
	d, err := newDraft(folder, limits.Bytes)
	if err != nil {
		return File{}, err
	}
	defer d.discard()
	conn, err := pgconn.ConnectConfig(ctx, config)
	if err != nil {
		return File{}, p.fault(ctx, config, err)
	}
	defer hangUp(ctx, conn)
	if err := p.prepare(ctx, conn, limits); err != nil {
		return File{}, p.fault(ctx, config, err)
	}
	// The extended protocol: text results, and no more than one statement.
	rows := conn.ExecParams(ctx, p.Query, nil, nil, nil, nil)
	if err := writeRows(d, rows, limits.Rows); err != nil {
		return File{}, p.fault(ctx, config, err)
	}
	name := p.Name
	if name == "" {
		name = "postgres.csv"
	}
	return d.publish(safeName(name))
}

// hangUp says goodbye, also when the time of the fetch is over, but does not
// wait long for an answer.
func hangUp(ctx context.Context, conn *pgconn.PgConn) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	_ = conn.Close(ctx)
}

// prepare begins the transaction that the query runs in, and says in which
// form values are to come.
func (p Postgres) prepare(ctx context.Context, conn *pgconn.PgConn, limits Limits) error {
	if err := conn.Exec(ctx, "BEGIN TRANSACTION READ ONLY").Close(); err != nil {
		return err
	}
	zone := p.TimeZone
	if zone == "" {
		zone = "UTC"
	}
	settings := [][]byte{[]byte(strconv.FormatInt(limits.Time.Milliseconds(), 10)), []byte(zone)}
	const set = `SELECT set_config('statement_timeout', $1, true), set_config('TimeZone', $2, true),
		set_config('DateStyle', 'ISO, YMD', true), set_config('client_encoding', 'UTF8', true),
		set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true)`
	return conn.ExecParams(ctx, set, settings, nil, nil, nil).Read().Err
}

// database is how a database is named in a sentence: no user, no password.
func database(config *pgconn.Config) string { return clean(config.Host + "/" + config.Database) }

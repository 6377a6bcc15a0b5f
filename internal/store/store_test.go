package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"bolyst/internal/batch"
)

func day(text string) time.Time {
	d, err := time.Parse("2006-01-02", text)
	if err != nil {
		panic(err)
	}
	return d
}

func open(t *testing.T, folder string) *Store {
	t.Helper()
	s, err := Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// load takes in the companies, each row being org_no, name and the day on which it joined.
func load(t *testing.T, s *Store, sha string, rows ...[3]string) batch.Batch {
	t.Helper()
	stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	for i, r := range rows {
		if err := stage.Accept("", i+2, []any{"kom", r[0], r[1], nil, "1505", day(r[2]), nil}); err != nil {
			t.Fatal(err)
		}
	}
	if err := stage.Reject([]Reject{{Row: 99, Column: "B", Header: "Org.nr", Field: "org_no", Found: "123", Rule: "orgno"}}); err != nil {
		t.Fatal(err)
	}
	b, err := stage.Commit(t.Context(), batch.Batch{Source: "bedrifter", File: "b.xlsx", SHA256: sha, Mapping: "m",
		Balance: batch.Balance{Read: len(rows) + 1, Rejected: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// names lists the companies known at a batch.
func names(t *testing.T, s *Store, knownAt int) string {
	t.Helper()
	if _, err := s.Ask(t.Context(), Moment{AsOf: day("2010-12-31"), KnownAt: knownAt, FirstYear: 2006}); err != nil {
		t.Fatal(err)
	}
	rows, err := s.conn.QueryContext(t.Context(), "SELECT name FROM companies ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		all = append(all, name)
	}
	return strings.Join(all, " ")
}

func TestEveryRowIsAccountedFor(t *testing.T) {
	s := open(t, t.TempDir())
	first := load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"}, [3]string{"1", "Alfa AS", "2006-01-01"})
	if want := (batch.Balance{Read: 4, Loaded: 2, Superseded: 1, Rejected: 1}); first.Balance != want {
		t.Errorf("got %+v, want %+v", first.Balance, want)
	}
	second := load(t, s, "bb", [3]string{"1", "Alfa AS", "2006-01-01"}, [3]string{"2", "Beta ASA", "2006-01-01"}, [3]string{"3", "Gamma", "2007-01-01"})
	if want := (batch.Balance{Read: 4, Loaded: 2, Unchanged: 1, Rejected: 1}); second.Balance != want {
		t.Errorf("got %+v, want %+v", second.Balance, want)
	}
	if got, want := names(t, s, 1), "Alfa AS Beta"; got != want {
		t.Errorf("known at batch 1: got %q, want %q", got, want)
	}
	if got, want := names(t, s, 2), "Alfa AS Beta ASA Gamma"; got != want {
		t.Errorf("known at batch 2: got %q, want %q", got, want)
	}
}

func TestRowThatReturnsToAnEarlierContentIsNews(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	load(t, s, "bb", [3]string{"1", "Beta", "2006-01-01"})
	if b := load(t, s, "cc", [3]string{"1", "Alfa", "2006-01-01"}); b.Loaded != 1 {
		t.Errorf("got %d loaded, want 1", b.Loaded)
	}
	if got := names(t, s, 3); got != "Alfa" {
		t.Errorf("got %q, want Alfa", got)
	}
}

func TestCompleteDeliveryRemovesWhatItNoLongerHolds(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"})
	for _, c := range []struct {
		sha, want string
		rows      [][3]string
		balance   batch.Balance
	}{
		{"bb", "Beta Gamma", [][3]string{{"2", "Beta", "2006-01-01"}, {"3", "Gamma", "2006-01-01"}}, batch.Balance{Read: 2, Loaded: 1, Unchanged: 1, Removed: 1}},
		{"cc", "Alfa Beta", [][3]string{{"1", "Alfa", "2006-01-01"}, {"2", "Beta", "2006-01-01"}}, batch.Balance{Read: 2, Loaded: 1, Unchanged: 1, Removed: 1}},
	} {
		stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
		if err != nil {
			t.Fatal(err)
		}
		stage.Whole(nil)
		for i, r := range c.rows {
			stage.Accept("", i+2, []any{"kom", r[0], r[1], nil, "1505", day(r[2]), nil})
		}
		b, err := stage.Commit(t.Context(), batch.Batch{Source: "bedrifter", File: "b.xlsx", SHA256: c.sha, Balance: batch.Balance{Read: len(c.rows)}})
		if err != nil {
			t.Fatal(err)
		}
		if b.Balance != c.balance {
			t.Errorf("got %+v, want %+v", b.Balance, c.balance)
		}
		if got := names(t, s, b.Number); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got, want := names(t, s, 1), "Alfa Beta"; got != want {
		t.Errorf("known at batch 1: got %q, want %q", got, want)
	}
	if err := s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, s, 2), "Beta Gamma"; got != want {
		t.Errorf("known at batch 2, after a rebuild: got %q, want %q", got, want)
	}
}

func TestFactWithoutItsRecordWaits(t *testing.T) {
	s := open(t, t.TempDir())
	offers := Reference{Feed: "offers", Key: []string{"programme", "offer_id"}, Fields: []string{"programme", "trainee_id"}, Parent: "trainees", ParentFields: []string{"programme", "trainee_id"}}
	put(s, "fact_offers", [][]string{{"programme", "offer_id", "trainee_id", "source_sheet", "source_row", "batch"},
		{"kom", "o1", "t1", "Kull 2008", "2", "1"}, {"kom", "o2", "t2", "Kull 2008", "3", "1"}, {"kom", "o3", "-", "Kull 2008", "4", "1"},
		{"kom", "o4", "t4", "Kull 2007", "9", "1"}, {"kom", "o4", "t2", "Kull 2007", "5", "2"}})
	put(s, "fact_trainees", [][]string{{"programme", "trainee_id"}, {"kom", "t1"}})
	got, err := s.Orphans(t.Context(), offers)
	if want := []Orphan{{1, "Kull 2008", 3, "t2"}, {2, "Kull 2007", 5, "t2"}}; !slices.Equal(got, want) || err != nil {
		t.Errorf("got %v %v, want %v", got, err, want)
	}
	if got, err := s.CountOrphans(t.Context(), offers); got != 2 || err != nil {
		t.Errorf("got %d %v, want 2", got, err)
	}
	put(s, "fact_trainees", [][]string{{"programme", "trainee_id"}, {"kom", "t2"}})
	if got, err := s.Orphans(t.Context(), offers); len(got) != 0 || err != nil {
		t.Errorf("got %v %v, want none", got, err)
	}
}

func TestDatabaseIsOnlyACache(t *testing.T) {
	for name, harm := range map[string]func(t *testing.T, path string){
		"removed": func(t *testing.T, path string) { os.Remove(path) },
		"garbled": func(t *testing.T, path string) {
			content, _ := os.ReadFile(path)
			for i := range 4096 {
				content[i] ^= 0x5a
			}
			os.WriteFile(path, content, 0o600)
		},
		"not a database": func(t *testing.T, path string) { os.WriteFile(path, bytes.Repeat([]byte("x"), 9999), 0o600) },
		"another record": func(t *testing.T, path string) {
			other := open(t, t.TempDir())
			load(t, other, "zz", [3]string{"9", "Omega", "2006-01-01"})
			other.Close()
			content, _ := os.ReadFile(other.path())
			os.WriteFile(path, content, 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			s := open(t, folder)
			load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"})
			load(t, s, "bb", [3]string{"2", "Beta ASA", "2006-01-01"})
			s.Close()
			harm(t, filepath.Join(folder, databaseName))
			again := open(t, folder)
			if got, want := names(t, again, 2), "Alfa Beta ASA"; got != want {
				t.Errorf("got %q, want %q (%s)", got, want, again.Rebuilt())
			}
			if name != "removed" && again.Rebuilt() == "" {
				t.Error("the rebuild was not said")
			}
		})
	}
}

func TestSecondProcessIsToldThatTheFolderIsInUse(t *testing.T) {
	// The lock is the process's own, so the second process is this test's program, started again.
	if folder := os.Getenv("BOLYST_TEST_OPEN"); folder != "" {
		_, err := Open(t.Context(), folder)
		if !errors.Is(err, ErrInUse) {
			t.Fatalf("got %v, want %v", err, ErrInUse)
		}
		return
	}
	folder := t.TempDir()
	open(t, folder)
	rerun(t, "BOLYST_TEST_OPEN="+folder)
}

func TestEngineIsLockedIn(t *testing.T) {
	s := open(t, t.TempDir())
	outside := filepath.Join(t.TempDir(), "secret.csv")
	os.WriteFile(outside, []byte("a\n1\n"), 0o600)
	for _, attack := range []string{
		"SELECT * FROM read_csv(" + literal(outside) + ")",
		"SELECT * FROM read_text('/etc/hostname')",
		"SELECT * FROM glob('/etc/*')",
		"SELECT * FROM read_text(" + literal(s.folder+"/../secret") + ")",
		"COPY (SELECT 1) TO " + literal(outside),
		"ATTACH " + literal(outside) + " AS other",
		"INSTALL httpfs", "LOAD httpfs",
		"SELECT * FROM 'https://example.com/a.csv'",
		"SET temp_directory = ''", "SET allowed_configs = ['threads']", "SET enable_external_access = true", "RESET lock_configuration",
		"EXPORT DATABASE " + literal(filepath.Dir(outside)),
	} {
		if _, err := s.conn.ExecContext(t.Context(), attack); err == nil {
			t.Errorf("not refused: %s", attack)
		}
	}
}

func TestRebuildGivesTheSameRows(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"})
	load(t, s, "bb", [3]string{"2", "Beta ASA", "2006-01-01"})
	before := dump(t, s)
	if err := s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, s); !reflect.DeepEqual(before, after) {
		t.Errorf("got %v, want %v", after, before)
	}
}

// dump reads every fact of the companies with its way back to the source, and the rejects.
func dump(t *testing.T, s *Store) (all []string) {
	t.Helper()
	for _, query := range []string{
		"SELECT CAST(f AS VARCHAR) FROM fact_companies AS f", "SELECT CAST(r AS VARCHAR) FROM reject AS r",
	} {
		rows, err := s.conn.QueryContext(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var row string
			if err := rows.Scan(&row); err != nil {
				t.Fatal(err)
			}
			all = append(all, row)
		}
	}
	return all
}

func TestFailedRebuildLeavesTheDatabaseAsItWas(t *testing.T) {
	s := open(t, t.TempDir())
	b := load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	rows := filepath.Join(s.ledger.Path(b), "accepted.parquet")
	if err := os.WriteFile(rows, []byte("not parquet"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Rebuild(t.Context()); err == nil {
		t.Fatal("got no error for a batch that cannot be read")
	}
	if got := names(t, s, 1); got != "Alfa" {
		t.Errorf("got %q, want Alfa", got)
	}
}

func TestNobodyElseMayReadTheRows(t *testing.T) {
	s := open(t, t.TempDir())
	b := load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	for _, path := range []string{s.path(), filepath.Join(s.ledger.Path(b), "accepted.parquet"), filepath.Join(s.ledger.Path(b), "rejects.parquet")} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: got %v %v, want -rw-------", path, info.Mode(), err)
		}
	}
}

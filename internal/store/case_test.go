package store

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"bolyst/queries"
)

// indicatorCase is one file of rows in and rows out.
type indicatorCase struct {
	name, path, indicator string
	archive               *txtar.Archive
}

func indicatorCases(t *testing.T) []indicatorCase {
	t.Helper()
	paths, err := filepath.Glob("../../queries/testdata/*/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	var all []indicatorCase
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		id := filepath.Base(filepath.Dir(path))
		all = append(all, indicatorCase{id + "/" + strings.TrimSuffix(filepath.Base(path), ".txtar"), path, id, archive})
	}
	return all
}

// ask fills the store with the facts of the case, and asks as of its moment.
func (c indicatorCase) ask(t *testing.T, s *Store) *Question {
	t.Helper()
	if err := empty(s); err != nil {
		t.Fatal(err)
	}
	for _, file := range c.archive.Files {
		if strings.HasPrefix(file.Name, "fact_") {
			if err := put(s, file.Name, table(file.Data)); err != nil {
				t.Fatal(err)
			}
		}
	}
	question, err := s.Ask(t.Context(), c.moment())
	if err != nil {
		t.Fatal(err)
	}
	return question
}

func (c indicatorCase) moment() Moment {
	m := Moment{AsOf: day("2010-12-31"), KnownAt: 1, FirstYear: 2009}
	for _, file := range c.archive.Files {
		for _, row := range table(file.Data) {
			switch {
			case file.Name == "moment" && row[0] == "as_of":
				m.AsOf = day(row[1])
			case file.Name == "moment" && row[0] == "known_at":
				fmt.Sscan(row[1], &m.KnownAt)
			case file.Name == "moment" && row[0] == "first_year":
				fmt.Sscan(row[1], &m.FirstYear)
			case file.Name == "region":
				r := Region{Programme: row[0], Kommune: row[1], From: day(row[2])}
				if len(row) > 3 {
					r.To = day(row[3])
				}
				m.Regions = append(m.Regions, r)
			}
		}
	}
	return m
}

// another is the other region that the case asks about last, under within.
func (c indicatorCase) another() (m Moment) {
	for _, file := range c.archive.Files {
		for _, row := range table(file.Data) {
			switch file.Name {
			case "another region":
				m.Regions = append(m.Regions, Region{Programme: row[0], Kommune: row[1], From: day(row[2])})
			case "undecided":
				m.Undecided = append(m.Undecided, row[0])
			}
		}
	}
	return m
}

// answer is what came out, in the form of the section; ok is false where the section is none that is asked for.
func (c indicatorCase) answer(t *testing.T, question *Question, section string) (text string, ok bool) {
	t.Helper()
	var err error
	switch breakdown, by := strings.CutPrefix(section, "by "); {
	case section == "subject":
		text, err = subjects(t, question, c.indicator)
	case section == "tally", section == "mean", section == "breadth", section == "spell":
		text, err = counts(t.Context(), question, c.indicator, Whole)
	case section == "pool":
		text, err = counts(t.Context(), question, c.indicator, Pooled)
	case section == "within":
		another := c.another()
		if err = question.Within(t.Context(), another.Regions, another.Undecided); err == nil {
			text, err = counts(t.Context(), question, c.indicator, Whole)
		}
	case by:
		text, err = counts(t.Context(), question, c.indicator, By(definition(c.indicator).Unit, breakdown))
	default:
		return "", false
	}
	if err != nil {
		t.Fatalf("%s: %v", section, err)
	}
	return text, true
}

// table splits lines into cells; several spaces are one.
func table(data []byte) (rows [][]string) {
	for scanner := bufio.NewScanner(strings.NewReader(string(data))); scanner.Scan(); {
		if cells := strings.Fields(scanner.Text()); len(cells) > 0 {
			rows = append(rows, cells)
		}
	}
	return rows
}

// factTables are the tables of facts, in the order of schema.sql.
func factTables() (names []string) {
	for _, line := range strings.Split(queries.Text("schema.sql"), "\n") {
		if name, ok := strings.CutPrefix(line, "CREATE TABLE fact_"); ok {
			names = append(names, "fact_"+strings.Fields(name)[0])
		}
	}
	return names
}

// empty takes all facts out.
func empty(s *Store) error {
	for _, name := range factTables() {
		if _, err := s.conn.ExecContext(bg, "DELETE FROM "+name); err != nil {
			return err
		}
	}
	return nil
}

// put puts the rows of a case into a table, batch 1 where the case names none.
func put(s *Store, name string, rows [][]string) error {
	for _, statement := range inserts(name, rows) {
		if _, err := s.conn.ExecContext(bg, statement); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// inserts are the statements that put the rows of a case into a table.
func inserts(name string, rows [][]string) (statements []string) {
	for _, row := range rows[1:] {
		values := make([]string, len(row))
		for i, cell := range row {
			if values[i] = literal(cell); cell == "-" {
				values[i] = "NULL"
			}
		}
		statements = append(statements, fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", name, strings.Join(rows[0], ", "), strings.Join(values, ", ")))
	}
	return append(statements, "UPDATE "+name+" SET batch = COALESCE(batch, 1), removed = COALESCE(removed, FALSE)")
}

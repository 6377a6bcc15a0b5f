package store

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"bolyst/queries"
)

var (
	update = flag.Bool("update", false, "write what came out into the cases")
	bg     = context.Background()
)

// TestIndicatorCases runs queries/testdata/<indicator>/*.txtar: rows in, rows out. A case holds the facts as tables with
// spaces between the cells and - for an empty one, the moment, the region, and what must come out: the subjects and the
// tallies.
func TestIndicatorCases(t *testing.T) {
	cases, err := filepath.Glob("../../queries/testdata/*/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	s := open(t, t.TempDir())
	for _, path := range cases {
		id := filepath.Base(filepath.Dir(path))
		t.Run(id+"/"+strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			moment := Moment{AsOf: day("2010-12-31"), KnownAt: 1, FirstYear: 2009}
			if err := empty(s); err != nil {
				t.Fatal(err)
			}
			for _, file := range archive.Files {
				rows := table(file.Data)
				switch {
				case file.Name == "moment":
					moment.AsOf = day(rows[0][1])
					fmt.Sscan(rows[1][1], &moment.KnownAt)
				case file.Name == "region":
					for _, r := range rows {
						moment.Regions = append(moment.Regions, Region{Programme: r[0], Kommune: r[1], From: day(r[2])})
					}
				case strings.HasPrefix(file.Name, "fact_"):
					if err := put(s, file.Name, rows); err != nil {
						t.Fatal(err)
					}
				}
			}
			question, err := s.Ask(t.Context(), moment)
			if err != nil {
				t.Fatal(err)
			}
			how := "count"
			if strings.Contains(queries.Indicators()[id], "kind: ratio") {
				how = "sum"
			}
			tallies, err := question.Count(t.Context(), queries.Indicators()[id], how)
			if err != nil {
				t.Fatal(err)
			}
			var counted strings.Builder
			fmt.Fprintln(&counted, "programme period numerator denominator unknown immature")
			for _, c := range tallies {
				fmt.Fprintf(&counted, "%s %s %.0f %.0f %.0f %.0f\n", c.Programme, c.Period, c.Numerator, c.Denominator, c.Unknown, c.Immature)
			}
			subjects, err := subjects(s)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{"subject": subjects, "tally": counted.String()}
			for i, file := range archive.Files {
				if text, ok := got[file.Name]; ok {
					if diff := cmp.Diff(string(file.Data), text); diff != "" && !*update {
						t.Errorf("%s: -want +got\n%s", file.Name, diff)
					}
					archive.Files[i].Data = []byte(text)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
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

// empty takes all facts out.
func empty(s *Store) error {
	for _, line := range strings.Split(queries.Text("schema.sql"), "\n") {
		if name, ok := strings.CutPrefix(line, "CREATE TABLE fact_"); ok {
			if _, err := s.conn.ExecContext(bg, "DELETE FROM fact_"+strings.Fields(name)[0]); err != nil {
				return err
			}
		}
	}
	return nil
}

// put puts the rows of a case into a table, batch 1 where the case names none.
func put(s *Store, name string, rows [][]string) error {
	columns := rows[0]
	for _, row := range rows[1:] {
		places, values := make([]string, len(columns)), make([]any, len(columns))
		for i := range columns {
			places[i] = "?"
			if row[i] != "-" {
				values[i] = row[i]
			}
		}
		statement := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", name, strings.Join(columns, ", "), strings.Join(places, ", "))
		if _, err := s.conn.ExecContext(bg, statement, values...); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	_, err := s.conn.ExecContext(bg, "UPDATE "+name+" SET batch = COALESCE(batch, 1), removed = COALESCE(removed, FALSE)")
	return err
}

// subjects prints the rows of the view that the indicator became.
func subjects(s *Store) (string, error) {
	rows, err := s.conn.QueryContext(bg, `SELECT programme, period, subject, COALESCE(CAST(outcome AS VARCHAR), '-'), CAST(weight AS VARCHAR), mature
		FROM subject ORDER BY 1, 2, 3, 4`)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	text := "programme period subject outcome weight mature\n"
	for rows.Next() {
		var programme, period, subject, outcome, weight string
		var mature bool
		if err := rows.Scan(&programme, &period, &subject, &outcome, &weight, &mature); err != nil {
			return "", err
		}
		text += fmt.Sprintln(programme, period, strings.ReplaceAll(subject, " ", "_"), outcome, weight, mature)
	}
	return text, rows.Err()
}

package store

import (
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/metrics"
	"bolyst/queries"
)

// pandasSet are the indicators that pandas counts: a count and a rate of applicants, and of trainees a count, a rate by what
// was offered and a rate by where they live.
var pandasSet = []string{"applicants", "qualified_applicant_rate", "trainees_hired", "job_offer_rate", "regional_retention_now"}

// TestFiguresByHandAreTheSame holds the contenders of BenchmarkFigures to the same figures, each and every one.
func TestFiguresByHandAreTheSame(t *testing.T) {
	folder := t.TempDir()
	benchFacts(t, folder, 4000)
	asked, _, err := contender("bolyst", folder)
	if err != nil {
		t.Fatal(err)
	}
	byHand, _, err := contender("sql", folder)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(asked)
	slices.Sort(byHand)
	if diff := cmp.Diff(asked, byHand); diff != "" {
		t.Errorf("-asked +by hand\n%s", diff)
	}
	if exec.Command(python, "-c", "import pandas").Run() != nil {
		t.Skip("pandas is not installed: its figures are not compared")
	}
	asked, err = countAsAsked(folder, pandasSet, func() {}, func() {})
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "pandas.txt")
	if output, err := exec.Command(python, "testdata/bench/figures.py", folder, out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	inPandas := strings.Split(string(text), "\n")
	slices.Sort(asked)
	slices.Sort(inPandas)
	if diff := cmp.Diff(asked, inPandas); diff != "" {
		t.Errorf("-asked +in pandas\n%s", diff)
	}
}

// benchMoment is as of when the benchmark asks.
func benchMoment(folder string) (m Moment, err error) {
	m = Moment{AsOf: day("2017-06-30"), KnownAt: 4, FirstYear: 2006}
	file, err := os.Open(filepath.Join(folder, "member.csv"))
	if err != nil {
		return m, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return m, err
	}
	for _, row := range rows[1:] {
		m.Regions = append(m.Regions, Region{Programme: row[0], Kommune: row[1], From: day("2000-01-01")})
	}
	return m, nil
}

// countAsAsked counts as the program does when it is asked for figures.
func countAsAsked(folder string, only []string, restart, ready func()) (figures []string, err error) {
	s, err := Open(bg, folder)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	m, err := benchMoment(folder)
	if err != nil {
		return nil, err
	}
	restart()
	question, err := s.Ask(bg, m)
	if err != nil {
		return nil, err
	}
	ready()
	for _, id := range slices.Sorted(maps.Keys(queries.Indicators())) {
		if only != nil && !slices.Contains(only, id) {
			continue
		}
		d := definition(id)
		cuts := []Cut{Whole}
		if d.Period == "cohort" {
			cuts = append(cuts, Pooled)
		}
		if len(d.Breakdowns) > 0 {
			cuts = append(cuts, By(d.Unit, d.Breakdowns...))
		}
		counted, err := countOne(bg, question, d, cuts)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		figures = append(figures, counted...)
	}
	return figures, nil
}

// countOne counts an indicator in the way of its kind, a line for each cell, sort or spell.
func countOne(ctx context.Context, q *Question, d metrics.Definition, cuts []Cut) (lines []string, err error) {
	add := func(c Cell, sort string, values ...float64) {
		lines = append(lines, figureLine(d.ID, c, sort, values...))
	}
	switch d.Kind {
	case metrics.Score:
		means, err := q.Means(ctx, d.Statement, cuts...)
		for _, m := range means {
			add(m.Cell, "", m.Known, m.Sum, m.Squares, m.Unknown, m.Immature)
		}
		return lines, err
	case metrics.Breadth:
		breadths, err := q.Breadths(ctx, d.Statement, cuts...)
		for _, b := range breadths {
			for _, sort := range b.Sorts {
				add(b.Cell, sort.Name, sort.Persons, 0, 0, 0, 0)
			}
			if b.Unknown > 0 {
				add(b.Cell, "", 0, b.Unknown, 0, 0, 0)
			}
		}
		return lines, err
	case metrics.Duration:
		curves, err := q.Spells(ctx, d.Statement, cuts...)
		for _, c := range curves {
			for _, s := range c.Spells {
				add(c.Cell, fmt.Sprint(s.Left), s.Persons, 0, 0, s.Months, 0)
			}
			if c.Unknown+c.Immature > 0 {
				add(c.Cell, "false", 0, c.Unknown, c.Immature, 0, 0)
			}
		}
		return lines, err
	}
	how := "count"
	if d.Kind == metrics.Ratio {
		how = "sum"
	}
	tallies, err := q.Count(ctx, d.Statement, how, cuts...)
	for _, t := range tallies {
		add(t.Cell, "", t.Numerator, t.Denominator, t.Unknown, t.Immature, 0)
	}
	return lines, err
}

// countByHand runs the hand-written statements in a database of its own, which only reads the store's.
func countByHand(folder string, restart, ready func()) (figures []string, err error) {
	m, err := benchMoment(folder)
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile("testdata/bench/hand.sql")
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("duckdb", filepath.Join(folder, databaseName)+"?access_mode=read_only")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1) // temporary tables live in a connection
	for _, setting := range []string{"SET memory_limit = '3GB'", "SET temp_directory = " + literal(filepath.Join(folder, "by-hand"))} {
		if _, err := db.Exec(setting); err != nil {
			return nil, err
		}
	}
	for _, t := range m.tables() {
		if _, err := db.Exec("CREATE TEMP TABLE " + t.declared()); err != nil {
			return nil, err
		}
		if len(t.rows) > 0 {
			if _, err := db.Exec(insertion(t)); err != nil {
				return nil, err
			}
		}
	}
	restart()
	facts, counts, _ := strings.Cut(string(text), "-- figures --")
	if _, err := db.Exec(facts); err != nil {
		return nil, err
	}
	ready()
	if _, err := db.Exec("--" + counts); err != nil {
		return nil, err
	}
	rows, err := db.Query("SELECT indicator, programme, period, breakdown, category, COALESCE(sort, ''), COALESCE(a, 0), COALESCE(b, 0), COALESCE(c, 0), COALESCE(d, 0), COALESCE(e, 0) FROM figure")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, sort string
		var c Cell
		var v [5]float64
		if err := rows.Scan(&id, &c.Programme, &c.Period, &c.Breakdown, &c.Category, &sort, &v[0], &v[1], &v[2], &v[3], &v[4]); err != nil {
			return nil, err
		}
		figures = append(figures, figureLine(id, c, sort, v[:]...))
	}
	return figures, rows.Err()
}

func figureLine(id string, c Cell, sort string, values ...float64) string {
	line := strings.Join([]string{id, c.Programme, c.Period, c.Breakdown, c.Category, sort}, "|")
	for _, v := range values {
		line += "|" + rounded(v, 6)
	}
	return line
}

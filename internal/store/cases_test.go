package store

import (
	"context"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
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
// spaces between the cells and - for an empty one, the moment, the region, and what must come out: the subjects, and what is
// counted of them as a whole (tally, mean, breadth or spell), by a breakdown, and in pools of three periods.
func TestIndicatorCases(t *testing.T) {
	s := open(t, t.TempDir())
	for _, c := range indicatorCases(t) {
		t.Run(c.name, func(t *testing.T) {
			question := c.ask(t, s)
			for i, file := range c.archive.Files {
				text, ok := c.answer(t, question, file.Name)
				if !ok {
					continue
				}
				if diff := cmp.Diff(string(file.Data), text); diff != "" && !*update {
					t.Errorf("%s: -want +got\n%s", file.Name, diff)
				}
				c.archive.Files[i].Data = []byte(text)
			}
			if *update {
				if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestEveryIndicatorIsCountedByItsBreakdowns: what the front matter promises can be asked, also where nothing is known yet.
func TestEveryIndicatorIsCountedByItsBreakdowns(t *testing.T) {
	s := open(t, t.TempDir())
	question, err := s.Ask(t.Context(), Moment{AsOf: day("2010-12-31"), KnownAt: 0, FirstYear: 2006})
	if err != nil {
		t.Fatal(err)
	}
	for id := range queries.Indicators() {
		d := definition(id)
		for _, cut := range []Cut{Whole, Pooled, By(d.Unit, d.Breakdowns...)} {
			if _, err := counts(t.Context(), question, id, cut); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
	}
}

func TestProgrammesThatAreLeftOutAreNotCounted(t *testing.T) {
	s := open(t, t.TempDir())
	if err := put(s, "fact_trainees", table([]byte(`programme trainee_id cohort started_on planned_end_on
		kom t1 2008 2008-09-01 2010-08-31
		kom t2 2008 2008-09-01 2010-08-31
		salten t3 2008 2008-09-01 2010-08-31`))); err != nil {
		t.Fatal(err)
	}
	question, err := s.Ask(t.Context(), Moment{AsOf: day("2010-12-31"), KnownAt: 1, FirstYear: 2008})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		leftOut []string
		want    string
	}{
		{nil, "all 3 kom 2 salten 1"}, {[]string{"kom"}, "all 1 salten 1"}, {[]string{"salten"}, "all 2 kom 2"}, {[]string{"kom", "salten"}, ""}, {nil, "all 3 kom 2 salten 1"},
	} {
		if err := question.LeaveOut(t.Context(), c.leftOut...); err != nil {
			t.Fatal(err)
		}
		tallies, err := question.Count(t.Context(), queries.Indicators()["trainees_hired"], "count")
		if err != nil {
			t.Fatal(err)
		}
		persons, err := question.Persons(t.Context(), queries.Indicators()["trainees_hired"], "count")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, tally := range tallies {
			if tally.Period == "all" {
				got = append(got, fmt.Sprint(tally.Programme, " ", tally.Numerator))
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("without %v: -want +got\n%s", c.leftOut, diff)
		}
		if slices.ContainsFunc(persons, func(p Person) bool { return slices.Contains(c.leftOut, p.Programme) }) {
			t.Errorf("without %v: got %v", c.leftOut, persons)
		}
	}
}

func TestUnknownBreakdownIsRefused(t *testing.T) {
	s := open(t, t.TempDir())
	question, err := s.Ask(t.Context(), Moment{AsOf: day("2010-12-31"), FirstYear: 2006})
	if err != nil {
		t.Fatal(err)
	}
	_, err = question.Count(t.Context(), queries.Indicators()["trainees_hired"], "count", By("trainee", "channel"))
	want := `breakdown "channel": a subject of the unit "trainee" can be told apart by: gender, education, field, mobility, host_sector, centrality, origin, residence`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestTraitsAreThoseOfTheViews: the breakdowns that can be asked for are those that the views give, and that are counted.
func TestTraitsAreThoseOfTheViews(t *testing.T) {
	for unit, want := range queries.Traits {
		for name, pattern := range map[string]string{"known/" + unit + "_trait.sql": `(?m)^\t.* AS (\w+),?$`, "by/" + unit + ".sql": `THEN '(\w+)'`} {
			var got []string
			for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(queries.Text(name), -1) {
				if found[1] != "subject" {
					got = append(got, found[1])
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", name, diff)
			}
		}
	}
}

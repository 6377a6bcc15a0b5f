package metrics_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/metrics"
)

// stayed is an installation of four programmes, of which romerike has its own definition of who stayed: 7 of 15.
func stayed() metrics.Draft {
	d := metrics.Draft{
		Programmes: []metrics.Programme{{ID: "kom", Name: "KOM Trainee"}, {ID: "innlandet", Name: "Trainee Innlandet"}, {ID: "romerike", Name: "Romerike"}, {ID: "salten", Name: "Trainee Salten"}},
		Targets:    []metrics.Target{{Indicator: "works_there", Programme: "romerike", Period: "all", Value: 0.5}},
	}
	define := func(id, title string, programmes []string, replaces string) metrics.Definition {
		return metrics.Definition{ID: id, Version: 1, Rank: len(id), Kind: metrics.Rate, Unit: "trainee", Period: "cohort", Total: "pooled", Protected: true,
			Title: metrics.Words{"nb": title}, Meaning: metrics.Words{"nb": title + " teller."}, Audiences: []string{"board"}, Programmes: programmes, Replaces: replaces}
	}
	d.Definitions = metrics.Assign([]metrics.Definition{
		define("lives", "Bor der", nil, ""), define("works_there", "Arbeider der", []string{"romerike"}, "lives"),
	}, []string{"kom", "innlandet", "romerike", "salten"})
	count := func(id, programme string, k, n float64) {
		d.Tallies = append(d.Tallies, metrics.Tally{Indicator: id, Programme: programme, Period: "all", Numerator: k, Denominator: n})
	}
	count("lives", "all", 50, 80) // the statements were told to leave romerike out
	count("lives", "kom", 17, 21)
	count("lives", "innlandet", 20, 30)
	count("lives", "salten", 13, 29)
	count("lives", "romerike", 9, 15) // and one that has been counted all the same
	count("works_there", "all", 7, 15)
	count("works_there", "romerike", 7, 15)
	return d
}

func TestReplacedIndicatorSaysNothingOfTheProgramme(t *testing.T) {
	table := stayed().For(metrics.Audience{Name: "board", Floor: 5})
	for _, c := range []struct{ indicator, programme, want string }{
		{"lives", "all", "50 av 80 = 62,5 % (51,5–72,3 %)"}, {"lives", "kom", "17 av 21 = 81,0 % (60,0–92,3 %)"}, {"lives", "romerike", ""},
		{"works_there", "romerike", "7 av 15 = 46,7 % (24,8–69,9 %)"}, {"works_there", "all", "7 av 15 = 46,7 % (24,8–69,9 %)"}, {"works_there", "kom", ""},
	} {
		got := table.Figure(c.indicator, c.programme, "all")
		if (got.Indicator == "") != (c.want == "") || c.want != "" && ordinarySpaces(got.Text(nb)) != c.want {
			t.Errorf("%s of %s: got %q, want %q", c.indicator, c.programme, got.Text(nb), c.want)
		}
	}
	if _, ok := table.Progress(table.Total("works_there")); !ok {
		t.Error("the total of the only programme that counts has not got the programme's target")
	}
}

func TestTotalSaysWhichProgrammesItIsOf(t *testing.T) {
	table := stayed().For(metrics.Audience{Name: "board", Floor: 5})
	for _, c := range []struct{ indicator, whose, meaning string }{
		{"lives", "3 av 4 program", "Bor der teller. Tallet for alle program omfatter bare KOM Trainee, Trainee Innlandet, Trainee Salten. Med egen definisjon, og ikke med i tallet: Romerike."},
		{"works_there", "bare Romerike", "Arbeider der teller. Tallet for alle program omfatter bare Romerike."},
	} {
		if got := table.Whose(table.Total(c.indicator), nb); got != c.whose {
			t.Errorf("%s: got %q, want %q", c.indicator, got, c.whose)
		}
		if got := table.Definition(c.indicator).Meaning.In(nb); got != c.meaning {
			t.Errorf("%s: got %q, want %q", c.indicator, got, c.meaning)
		}
	}
}

func TestFunnelIsOfThoseWhoCountTheSameWay(t *testing.T) {
	funnel, ok := stayed().For(metrics.Audience{Name: "board", Floor: 5}).Funnel("lives")
	if !ok {
		t.Fatal("got no funnel")
	}
	var got []string
	for _, p := range funnel.Points {
		got = append(got, p.Programme)
	}
	if diff := cmp.Diff([]string{"kom", "innlandet", "salten"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]metrics.FunnelLeft{{Programme: "romerike", Why: metrics.LeftOther}}, funnel.Left); diff != "" {
		t.Errorf("left off: -want +got\n%s", diff)
	}
}

func TestIndicatorThatWouldCountNobodyIsLeftOut(t *testing.T) {
	definitions := []metrics.Definition{{ID: "lives"}, {ID: "works_there", Replaces: "lives"}, {ID: "other", Programmes: []string{"kom"}}}
	var got []string
	for _, d := range metrics.Assign(definitions, []string{"kom"}) {
		got = append(got, d.ID)
	}
	if diff := cmp.Diff([]string{"works_there", "other"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

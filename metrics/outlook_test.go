package metrics_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestOutlookOnATarget(t *testing.T) {
	for _, c := range []struct {
		name   string
		target metrics.Target
		want   metrics.Outlook
	}{
		{"18 of 21 may well be 90 % and may not", metrics.Target{Indicator: "job_offer_rate", Period: "all", Value: 0.9}, metrics.Uncertain},
		{"18 of 21 is hardly less than 60 %", metrics.Target{Indicator: "job_offer_rate", Period: "all", Value: 0.6}, metrics.OnTrack},
		{"18 of 21 is hardly as much as 99 %", metrics.Target{Indicator: "job_offer_rate", Period: "all", Value: 0.99}, metrics.OffTrack},
		{"a count is there or not", metrics.Target{Indicator: "trainees_hired", Period: "all", Value: 30}, metrics.OnTrack},
		{"and where no time is left it is lost", metrics.Target{Indicator: "trainees_hired", Period: "all", Value: 31}, metrics.OffTrack},
		{"but not while there is", metrics.Target{Indicator: "applicants", Period: "2014", Value: 200}, metrics.Uncertain},
		{"unless the series never comes so far", metrics.Target{Indicator: "applicants", Period: "2014", Value: 500}, metrics.OffTrack},
		{"of another programme", metrics.Target{Indicator: "applicants", Programme: "salten", Period: "all", Value: 1}, metrics.NotAgreed},
	} {
		draft := metricstest.KOM()
		if c.target.Programme == "" {
			c.target.Programme = "kom"
		}
		c.target.Owner, c.target.DecidedOn = "Styreleder", time.Date(2010, 3, 15, 0, 0, 0, 0, time.UTC)
		draft.Targets = []metrics.Target{c.target}
		if got := draft.For(staff).Outlook(c.target.Indicator); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestGoalIsNoBetterOffThanItsWorstIndicator(t *testing.T) {
	draft := metricstest.KOM()
	draft.KeyIndicators = []string{"job_offer_rate", "trainees_hired", "member_companies"}
	draft.Targets = append(draft.Targets, metrics.Target{Indicator: "trainees_hired", Programme: "kom", Period: "all", Value: 20})
	table := draft.For(board)
	var got []string
	for _, g := range table.GoalOutlooks() {
		got = append(got, g.Goal.ID+": "+string(g.Outlook)+". "+table.GoalSentence(g, nb))
	}
	want := []string{
		"recruit: uncertain. Usikkert. På vei: Traineer tatt inn. Usikkert: Andel med jobbtilbud.",
		"access: not_agreed. Kan ikke sies: måltall er ikke avtalt. Belyses av: Søkere, Andel godt kvalifiserte søkere, Bor og arbeider i regionen, av alle tatt inn.", // none of the key ones does
		"visible: not_agreed. Kan ikke sies: måltall er ikke avtalt. Belyses av: Medlemsbedrifter.",
		"market: nothing_yet. Ingen indikator belyser målet ennå.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestKeyIndicatorsStandInTheOrderAgreedOn(t *testing.T) {
	draft := metricstest.KOM()
	for _, c := range []struct {
		key, want []string
	}{
		{[]string{"member_companies", "unheard_of", "applicants"}, []string{"member_companies", "applicants"}},
		{nil, []string{"applicants", "qualified_applicant_rate", "trainees_hired", "job_offer_rate", "retained_of_hired", "regional_retention_now", "member_companies"}},
	} {
		draft.KeyIndicators = c.key
		var got []string
		for _, definition := range draft.For(board).KeyDefinitions() {
			got = append(got, definition.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestGistSaysHowMuchAFigureTells(t *testing.T) {
	table, kinds := metricstest.KOM().For(board), metricstest.Kinds().For(board)
	for _, c := range []struct {
		table     metrics.Table
		indicator string
		l         metrics.Language
		want      string
	}{
		{table, "retained_of_hired", nb, "17 av 30; mellom om lag 39 og 73 %: for få til å si at noe er endret."},
		{table, "retained_of_hired", en, "17 of 30; between about 39 and 73%: too few to call a change."},
		{table, "qualified_applicant_rate", nb, "452 av 640 (110 ukjente); mellom om lag 67 og 74 %: for få kull til å si at noe er endret."},
		{table, "regional_retention_now", nb, "17 av 21 (9 underveis); mellom om lag 60 og 92 %: for få til å si at noe er endret."},
		{table, "applicants", nb, "750 i alt; 110 i 2006, 177 i 2010: for få kull til å si at noe er endret."},
		{table, "member_companies", nb, "16; 14 i 2006, 16 i 2010: for få år til å si at noe er endret."},
		{table, "fee_per_member", nb, "kr 69 500; kr 69 500 i 2006, kr 69 500 i 2010: for få år til å si at noe er endret."},
		{kinds, "placement_evaluation", nb, "4,7 (15 ukjente); mellom om lag 4,5 og 4,9: for få kull til å si at noe er endret."},
		{kinds, "retention_curve", nb, "73,8 %; mellom om lag 61 og 83 %: for få kull til å si at noe er endret."},
	} {
		if got := ordinarySpaces(c.table.Gist(c.table.Total(c.indicator), c.l)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.indicator, got, c.want)
		}
	}
}

// Twelve cohorts are enough to know what is ordinary.
func TestGistOfALongSeries(t *testing.T) {
	draft := metricstest.KOM()
	draft.Tallies = nil
	for i := range 13 {
		n := float64(100 + i%3)
		if i == 12 {
			n = 200
		}
		draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "applicants", Programme: "all", Period: fmt.Sprint(1998 + i), Numerator: n, Denominator: n})
	}
	draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "applicants", Programme: "all", Period: "all", Numerator: 1412, Denominator: 1412})
	table := draft.For(board)
	want := "1 412 i alt; 100 i 1998, 200 i 2010: endret til det bedre."
	if got := ordinarySpaces(table.Gist(table.Total("applicants"), nb)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	draft.Tallies[12].Numerator = 101
	table = draft.For(board)
	want = "1 412 i alt; 100 i 1998, 101 i 2010: svinger ikke mer enn vanlig."
	if got := ordinarySpaces(table.Gist(table.Total("applicants"), nb)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGistOfWhatIsNotShown(t *testing.T) {
	table := metricstest.KOM().For(board)
	for _, c := range []struct {
		figure metrics.Figure
		want   string
	}{
		{metrics.Figure{Kind: metrics.Rate, Sign: metrics.Hidden}, "Vises ikke av hensyn til personvernet."},
		{metrics.Figure{Kind: metrics.Rate, Sign: metrics.Missing, Numerator: metrics.Of(0), Denominator: metrics.Of(0)}, "Tall mangler."},
		{metrics.Figure{Kind: metrics.Rate, Sign: metrics.NotPossible}, "Ingen hører med i grunnlaget ennå."},
		{metrics.Figure{Kind: metrics.Rate, Sign: metrics.Hidden, Numerator: metrics.Of(3), Denominator: metrics.Of(7)}, "3 av 7: for få til å vise prosent."},
	} {
		if got := table.Gist(c.figure, nb); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

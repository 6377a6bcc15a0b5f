package metrics_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

const (
	nb = metrics.Norwegian
	nn = metrics.Nynorsk
	en = metrics.English
)

func TestFiguresAreWrittenAsInTheLanguage(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{nb.Number(1234567.89, 1), "1\u00a0234\u00a0567,9"},
		{en.Number(1234567.89, 1), "1,234,567.9"},
		{nb.Number(-12.5, 1), "−12,5"},
		{en.Number(-12.5, 1), "−12.5"},
		{nb.Percent(0.567, 1), "56,7\u00a0%"},
		{en.Percent(0.567, 1), "56.7%"},
		{nn.Number(-1234567.89, 1), "−1\u00a0234\u00a0567,9"},
		{nn.Percent(0.567, 1), "56,7\u00a0%"},
		{nn.Date(time.Date(2010, 3, 5, 0, 0, 0, 0, time.UTC)), "05.03.2010"},
		{nb.Date(time.Date(2010, 3, 5, 0, 0, 0, 0, time.UTC)), "05.03.2010"},
		{en.Date(time.Date(2010, 3, 5, 0, 0, 0, 0, time.UTC)), "5 March 2010"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestFigureCarriesItsDoubt(t *testing.T) {
	table := metricstest.KOM().For(staff)
	for _, c := range []struct {
		indicator, period string
		l                 metrics.Language
		text, sentence    string
	}{
		{"retained_of_hired", "all", nb, "17 av 30 = 56,7 % (39,2–72,6 %)", "17 av 30. Med så få bak tallet kan det underliggende nivået ligge fra 39 til 73 %."},
		{"retained_of_hired", "all", en, "17 of 30 = 56.7% (39.2–72.6%)", "17 of 30. With so few behind the figure, the underlying level may lie anywhere from 39 to 73%."},
		{"qualified_applicant_rate", "2009", nb, "130 av 180 = 72,2 % (65,3–78,2 %)", "130 av 180. Det underliggende nivået ligger trolig mellom 65 og 78 %."},
		{"job_offer_rate", "2009", nb, ".", "Ingen hører med i grunnlaget ennå. 5 er fortsatt underveis og regnes ikke med."},
		{"member_companies", "all", nb, "16", ""},
		{"fee_per_member", "all", nb, "kr 69 500", ""},
		{"member_funded_share", "2010", nb, "1 112 000 av 1 112 000 = 100,0 %", ""},
	} {
		figure := table.Figure(c.indicator, "all", c.period)
		if got := ordinarySpaces(figure.Text(c.l)); got != c.text {
			t.Errorf("%s %s: got %q, want %q", c.indicator, c.period, got, c.text)
		}
		if got := ordinarySpaces(figure.Sentence(c.l)); got != c.sentence {
			t.Errorf("%s %s: got %q, want %q", c.indicator, c.period, got, c.sentence)
		}
	}
}

func TestOtherKindsOfFigures(t *testing.T) {
	spells := []metrics.Spell{{Months: 12, Left: true}, {Months: 14}, {Months: 20, Left: true}, {Months: 24}, {Months: 24, Left: true}, {Months: 30, Left: true},
		{Months: 36}, {Months: 36}, {Months: 36}, {Months: 36}}
	draft := metrics.Draft{Programmes: []metrics.Programme{{ID: "kom"}}, Definitions: []metrics.Definition{
		{ID: "score", Version: 1, Rank: 1, Kind: metrics.Score, Total: "pooled"}, {ID: "breadth", Version: 1, Rank: 2, Kind: metrics.Breadth, Total: "pooled"},
		{ID: "curve", Version: 1, Rank: 3, Kind: metrics.Duration, Total: "pooled"}, {ID: "cost", Version: 1, Rank: 4, Kind: metrics.Ratio, Unit: "applicant", Total: "pooled"},
	}, Tallies: []metrics.Tally{
		{Indicator: "score", Programme: "all", Period: "all", Numerator: 15, Denominator: 3, Squares: 77}, // 4, 5, 6
		{Indicator: "breadth", Programme: "all", Period: "all", Numerator: 10, Denominator: 10, Categories: []float64{8, 2}},
		{Indicator: "curve", Programme: "all", Period: "all", Denominator: 10, Spells: spells},
		{Indicator: "cost", Programme: "all", Period: "all", Numerator: 131, Denominator: 8},
	}}
	table := draft.For(staff)
	for _, c := range []struct{ indicator, text string }{
		{"score", "5,0 (2,5–7,5)"}, // 5 ± 4.303·1/√3
		{"breadth", "1,6"},         // exp(−0.8 ln 0.8 − 0.2 ln 0.2) = 1.65
		{"curve", "54,0 % (18,1–80,1 %)"},
		{"cost", "16,4"},
	} {
		if got := ordinarySpaces(table.Total(c.indicator).Text(nb)); got != c.text {
			t.Errorf("%s: got %q, want %q", c.indicator, got, c.text)
		}
	}
	var atMonths []string
	for _, f := range table.Figures {
		if f.Breakdown == "months" && f.Programme == metrics.All {
			atMonths = append(atMonths, f.Category+": "+ordinarySpaces(f.Amount(nb)))
		}
	}
	if diff := cmp.Diff([]string{"12: 90,0 %", "24: 67,5 %", "36: 54,0 %", "60: ."}, atMonths); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func ordinarySpaces(s string) string {
	runes := []rune(s)
	for i, r := range runes {
		if r == '\u00a0' {
			runes[i] = ' '
		}
	}
	return string(runes)
}

func TestUnknownsOfATooSmallGroupAreCountedAndNotTurnedIntoShares(t *testing.T) {
	draft := metricstest.KOM()
	draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "qualified_applicant_rate", Programme: "all", Period: "2005", Numerator: 4, Denominator: 6, Unknown: 2})
	few := draft.For(board).Figure("qualified_applicant_rate", "all", "2005")
	if got, want := few.Sentence(nb), "For 2 er utfallet ukjent."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownHasBounds(t *testing.T) {
	figure := metricstest.KOM().For(staff).Total("qualified_applicant_rate") // 452 of 640 known, 110 unknown
	lowest, highest := figure.Bounds()
	if got, want := lowest.Float(), 452.0/750; got != want {
		t.Errorf("lowest: got %v, want %v", got, want)
	}
	if got, want := highest.Float(), 562.0/750; got != want {
		t.Errorf("highest: got %v, want %v", got, want)
	}
	if got, want := figure.Coverage().Float(), 640.0/750; got != want {
		t.Errorf("coverage: got %v, want %v", got, want)
	}
}

func TestAbsentNumberIsNullAndNotZero(t *testing.T) {
	content, err := json.Marshal([]metrics.Number{metrics.Of(0), {}, metrics.Of(1112000)})
	if got, want := string(content), "[0,null,1112000]"; err != nil || got != want {
		t.Errorf("got %v %v, want %v", got, err, want)
	}
	var back []metrics.Number
	if err := json.Unmarshal(content, &back); err != nil || back[1].Given() || back[2].Float() != 1112000 {
		t.Errorf("got %v %v", back, err)
	}
}

func TestLanguagesSayTheSameThings(t *testing.T) { metricstest.SaysTheSame(t, metrics.Shared) }

func TestCapitalWritesNorwegianLetters(t *testing.T) {
	for text, want := range map[string]string{"måltall": "Måltall", "øvre": "Øvre", "": "", "95 %": "95 %"} {
		if got := metrics.Capital(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFrontMatterNamesItsMistake(t *testing.T) {
	good := "-- Who?\n/*---\nid: x\nversion: 1\nkind: rate\nunit: trainee\ngoal: access\ndirection: up\nperiod: cohort\ntotal: pooled\naudiences: [board]\ntitle: {nb: A, nn: A, en: A}\nmeaning: {nb: A, nn: A, en: A}\n---*/\nSELECT 1"
	if _, err := metrics.ParseDefinition("x", good); err != nil {
		t.Errorf("got %v, want none", err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"y", "", "", `y.sql: id: "x" is not the file's name`},
		{"x", "kind: rate", "kind: quota", `x.sql: kind: "quota" is not one of count, rate, share, ratio, mean, breadth, curve`},
		{"x", "version: 1", "version: 0", `x.sql: version: 0 is not 1 or more`},
		{"x", "title: {nb: A, nn: A, en: A}", "title: {nb: A}", `x.sql: title and meaning: nn is missing`},
		{"x", "/*---", "/*", `x.sql: no front matter: a comment that begins with /*--- and ends with ---*/`},
	} {
		_, err := metrics.ParseDefinition(c.name, strings.Replace(good, c.old, c.new, 1))
		if err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %v", err, c.want)
		}
	}
}

package reports_test

import (
	"math"
	"strings"
	"testing"

	"bolyst/metrics"
)

// evaluated is a draft with what only an evaluation tells: a county in which residence is told too, where people grew up, a curve
// of each programme, and what the programme meant.
func evaluated() metrics.Draft {
	d := several()
	d.Regions = []metrics.Region{{ID: "county", Title: metrics.Words{"nb": "Fylket", "en": "The county"}}}
	for i, definition := range d.Definitions {
		if definition.ID == "regional_retention_now" {
			d.Definitions[i].AnyRegion, d.Definitions[i].Breakdowns = true, []string{"mobility"}
		}
	}
	define := func(id string, kind metrics.Kind, nb, en string) {
		d.Definitions = append(d.Definitions, metrics.Definition{ID: id, Version: 2, Kind: kind, Unit: "trainee", Goal: "access", Direction: "up", Period: "cohort",
			Total: "pooled", Protected: true, Title: metrics.Words{"nb": nb, "en": en}, Meaning: metrics.Words{"nb": nb + ".", "en": en + "."}, Statement: "SELECT 1",
			Audiences: []string{"board", "centre", "staff"}, Rank: 10 * (len(d.Definitions) + 1)})
	}
	define("programme_importance", metrics.Rate, "Programmet betydde noe", "The programme mattered")
	define("retention_curve", metrics.Duration, "Hvor lenge de blir", "How long they stay")
	add := func(t metrics.Tally) {
		t.Period = metrics.All
		d.Tallies = append(d.Tallies, t)
	}
	for at, programme := range []string{"kom", "salten", "innlandet", metrics.All} {
		n := float64(20 + 13*at)
		add(metrics.Tally{Indicator: "regional_retention_now", Programme: programme, Region: "county", Numerator: n - 7, Denominator: n, Unknown: 6})
		for i, category := range []string{"grew_up", "moved_back", "newcomer"} {
			add(metrics.Tally{Indicator: "regional_retention_now", Programme: programme, Breakdown: "mobility", Category: category,
				Numerator: n - 7 - float64(i), Denominator: n, Unknown: 6})
		}
		add(metrics.Tally{Indicator: "programme_importance", Programme: programme, Numerator: n - 8, Denominator: n, Unknown: 9})
		var spells []metrics.Spell
		for months := 2; months < 75; months += 3 - at%3 {
			spells = append(spells, metrics.Spell{Months: float64(months), Left: months%4 == 1})
		}
		add(metrics.Tally{Indicator: "retention_curve", Programme: programme, Denominator: float64(len(spells)), Spells: spells})
	}
	return d
}

var centre = metrics.Audience{Name: "centre", Floor: 5}

func TestFunnelOfTheWorkbookIsThatOfTheFigures(t *testing.T) {
	table := evaluated().For(centre)
	f := opened(t, written(t, table, nb))
	funnels := 0
	for _, definition := range table.Definitions {
		funnel, ok := table.Funnel(definition.ID)
		if !ok {
			continue
		}
		funnels++
		sheet := ""
		for _, name := range f.GetSheetList() {
			if strings.HasPrefix(name, "Trakt "+definition.ShortTitle(nb)[:8]) && sheet == "" {
				sheet = name
			}
		}
		if strings.Contains(definition.ID, "retain") || strings.Contains(definition.ID, "regional") {
			continue // two whose sheets begin the same
		}
		rows := rowsOf(t, f, sheet, 0)
		if len(rows) != len(funnel.Points) {
			t.Fatalf("%s: got %d programmes, want %d", sheet, len(rows), len(funnel.Points))
		}
		for i, dot := range funnel.Points {
			for head, want := range map[string]metrics.Number{"Teller": metrics.Of(float64(dot.K)), "Nevner": metrics.Of(float64(dot.N)),
				"Nedre 99,8 %": dot.Limits.Low998, "Nedre 95 %": dot.Limits.Low95, "Øvre 95 %": dot.Limits.High95, "Øvre 99,8 %": dot.Limits.High998} {
				if got := rows[i][head].number(); got != want {
					t.Errorf("%s, %s, %s: got %v, want %v", sheet, dot.Programme, head, got, want)
				}
			}
			if got := rows[i]["Mot de andre programmene"].text; got != dot.Place.Text(nb) {
				t.Errorf("%s, %s: got %q, want %q", sheet, dot.Programme, got, dot.Place.Text(nb))
			}
		}
		lines := 0 // that the chart draws, found again by their heads
		eachCell(t, f, sheet, func(_ string, c place) {
			for _, at := range funnel.Curve {
				if c.isNumber() && c.number() == at.High998 {
					lines++
					break
				}
			}
		})
		if lines < len(funnel.Curve) {
			t.Errorf("%s: got %d points of the upper line, want %d", sheet, lines, len(funnel.Curve))
		}
	}
	if funnels < 4 {
		t.Errorf("got %d funnels, want those of the rates", funnels)
	}
}

// Every row of the analyses is the figure that it says it is, to the last digit, with the bounds of the unknown beside it.
func TestAnalysesShowTheFigures(t *testing.T) {
	for _, audience := range []metrics.Audience{centre, staff} {
		table := evaluated().For(audience)
		f := opened(t, written(t, table, en))
		compared := 0
		for _, sheet := range []string{"Stayed", "Grew up there or moved in", "Unknown outcomes", "What the programme meant"} {
			for _, row := range rowsOf(t, f, sheet, 0) {
				figure := theFigure(table, row)
				if figure.Indicator == "" {
					t.Errorf("%s: no figure for %v", sheet, row)
					continue
				}
				compared++
				lowest, highest := figure.Bounds()
				for head, want := range map[string]metrics.Number{"Numerator": figure.Numerator, "Denominator": figure.Denominator, "Unknown": figure.Unknown,
					"Value": figure.Value, "Lower limit": figure.Low, "Upper limit": figure.High, "Coverage": figure.Coverage(), "Lowest": lowest, "Highest": highest} {
					got := row[head]
					if g, w := got.number(), want; g.Given() != w.Given() || math.Abs(g.Float()-w.Float()) > 1e-12 {
						t.Errorf("%s %s %s: got %q, want %v", sheet, figure.Indicator, head, got.text, want)
					}
					if head == "Value" && want.Given() && got.formula == "" {
						t.Errorf("%s %s: the value is no formula", sheet, figure.Indicator)
					}
				}
			}
		}
		if compared < 35 {
			t.Errorf("%s: compared %d figures", audience.Name, compared)
		}
	}
}

// theFigure is the figure that the words of a row name.
func theFigure(table metrics.Table, row map[string]place) metrics.Figure {
	for _, f := range table.Figures {
		breakdown := ""
		if _, ok := row["Category"]; ok {
			breakdown = "mobility"
		}
		programme := en.Say("all_programmes")
		for _, p := range table.Programmes {
			if p.ID == f.Programme {
				programme = p.Name
			}
		}
		words := table.Definition(f.Indicator).Title.In(en) == row["Indicator"].text && f.Period == metrics.All && f.Breakdown == breakdown
		words = words && (row[en.Say("region")].text == "" && f.Region == "" || row[en.Say("region")].text == table.RegionName(f.Cell, en))
		words = words && (row["Category"].text == "" || row["Category"].text == table.CategoryName(f.Cell, en))
		if words && (row[en.Say("programme")].text == programme || breakdown != "" && f.Programme == metrics.All) {
			return f
		}
	}
	return metrics.Figure{}
}

func TestOnlyStaffSeeTheStepsOfACurve(t *testing.T) {
	for _, c := range []struct {
		audience metrics.Audience
		want     bool
	}{{staff, true}, {centre, false}} {
		table := evaluated().For(c.audience)
		curve, _ := table.Curve("retention_curve", metrics.All)
		f := opened(t, written(t, table, nb))
		steps := 0
		eachCell(t, f, "Kurve Hvor lenge de blir", func(_ string, at place) {
			if at.isNumber() && at.format == "#,##0.0" && math.Mod(at.number().Float(), 12) != 0 {
				steps++
			}
		})
		if (steps > 0) != c.want {
			t.Errorf("%s: got %d months between the years", c.audience.Name, steps)
		}
		for i, programme := range []string{metrics.All, "kom", "salten", "innlandet"} {
			row := rowsOf(t, f, "Kurve Hvor lenge de blir", 0)[i]
			for _, figure := range table.Figures {
				if figure.Indicator == "retention_curve" && figure.Programme == programme && figure.Breakdown == "months" && figure.Period == metrics.All {
					shows(t, programme+figure.Category, row["Fulgt "+figure.Category+" md."], figure.Denominator, figure.Sign)
					shows(t, programme+figure.Category, row["Andel "+figure.Category+" md."], figure.Value, figure.Sign)
				}
			}
		}
		if len(curve.Points) == 0 {
			t.Errorf("%s is told no curve", c.audience.Name)
		}
	}
}

func TestBasisTellsWhatTheFiguresAreMadeFrom(t *testing.T) {
	for _, c := range []struct {
		audience metrics.Audience
		file     string
	}{{staff, "traineeliste.xlsx"}, {centre, ""}} {
		f := opened(t, written(t, evaluated().For(c.audience), nb))
		source := rowsOf(t, f, "Grunnlag", 0)[1]
		if source["SHA-256"].text != "d4e5f6" || source["Innlesing"].text != "6" || source["Fil"].text != c.file {
			t.Errorf("%s: got %v", c.audience.Name, source)
		}
		asked := rowsOf(t, f, "Grunnlag", 1)
		const ofSelect1 = "e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5"
		if got := asked[len(asked)-1]; got["Versjon"].text != "2" || got["Spørringen (SHA-256)"].text != ofSelect1 {
			t.Errorf("%s: got %v, want the version and %s", c.audience.Name, got, ofSelect1)
		}
	}
}

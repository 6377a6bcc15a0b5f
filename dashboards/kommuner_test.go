package dashboards_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// TestWhereTheyComeFromIsSaidOnTheComparison: in a sentence, as bars of those with most first, and in a table, each by its name.
func TestWhereTheyComeFromIsSaidOnTheComparison(t *testing.T) {
	for _, c := range []struct {
		audience metrics.Audience
		language metrics.Language
		want     []string
	}{
		{centre, metrics.Norwegian, []string{"Flest kommer fra Kristiansund: 36 av 90. Kommunen ligger i en av regionene.", "◆ Kristiansund", ">36 av 90<", ">Smøla<", ">Utlandet eller Svalbard<", ">Ikke oppgitt<",
			`data-f="trainees_hired|all|all|origin|1505|"`, `class="decal of-4"`, "4</li>", "1 (mest sentral)</li>"}},
		{staff, metrics.Nynorsk, []string{"Flest kjem frå Kristiansund: 36 av 90. Kommunen ligg i ein av regionane.", ">Utlandet eller Svalbard<", ">ja<"}},
		{centre, metrics.English, []string{"Most come from Kristiansund: 36 of 90. The municipality is in one of the regions.", ">Abroad or Svalbard<"}},
	} {
		page := pageOf(t, metricstest.Kinds().For(c.audience), c.language, "comparison.html")
		for _, want := range c.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s %s: %q is not there", c.audience.Name, c.language, want)
			}
		}
		if strings.Index(page, ">◆ Kristiansund<") > strings.Index(page, ">Oslo<") {
			t.Errorf("%s: Oslo, with fewer, stands first", c.language)
		}
	}
}

// TestTheProgrammesOwnRegionIsMarkedOnItsPage: Bodø lies in another region.
func TestTheProgrammesOwnRegionIsMarkedOnItsPage(t *testing.T) {
	page := pageOf(t, metricstest.Kinds().For(staff), metrics.Norwegian, "programme/kom.html")
	if !strings.Contains(page, ">◆ Smøla<") || strings.Contains(page, ">◆ Bodø<") || !strings.Contains(page, ">3 av 30<") {
		t.Error("the region of the programme is not marked")
	}
	if page := pageOf(t, metricstest.Kinds().For(centre), metrics.Norwegian, "programme/kom.html"); strings.Contains(page, "◆") {
		t.Error("the centre is told places by programme")
	}
}

// TestManyMunicipalitiesAreDrawnAsOne beyond the first fifteen, and all of them stand in the table.
func TestManyMunicipalitiesAreDrawnAsOne(t *testing.T) {
	d := metricstest.KOM()
	for i := range 20 {
		code := fmt.Sprint(3001 + i)
		d.Kommuner = append(d.Kommuner, metrics.Kommune{Code: code, Name: "Kommune " + string(rune('A'+i))})
		for _, programme := range []string{metrics.All, "kom"} {
			d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "trainees_hired", Programme: programme, Period: metrics.All,
				Breakdown: metrics.Origin, Category: code, Numerator: float64(5 + i/19), Denominator: float64(5 + i/19)})
		}
	}
	page := pageOf(t, d.For(centre), metrics.Norwegian, "comparison.html")
	for want, times := range map[string]int{`class="bar of-none"`: 16, ">5 kommuner til<": 1, ">25<": 1, `|origin|30`: 20} {
		if got := strings.Count(page, want); got != times {
			t.Errorf("%s: got %d, want %d", want, got, times)
		}
	}
	if !strings.Contains(page, "Flest kommer fra Kommune T: 6 av 30.") {
		t.Error("the one with most is not named")
	}
}

// TestHiddenPlacesAreNotDrawn: where nothing can be told, there is no chart of places.
func TestHiddenPlacesAreNotDrawn(t *testing.T) {
	d := metricstest.KOM()
	d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "trainees_hired", Programme: metrics.All, Period: metrics.All, Breakdown: metrics.Origin, Category: "0301", Numerator: 3, Denominator: 3})
	table := d.For(centre)
	if !slices.ContainsFunc(table.Figures, func(f metrics.Figure) bool { return f.Category == metrics.OtherPlaces && f.Sign == metrics.Hidden }) {
		t.Fatal("nothing is hidden")
	}
	if page := pageOf(t, table, metrics.Norwegian, "comparison.html"); strings.Contains(page, "place-trainees_hired-origin") {
		t.Error("a chart of nothing is there")
	}
}

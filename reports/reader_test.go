package reports_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestPublishedFigureStaysAsItsSourceGaveIt(t *testing.T) {
	f := opened(t, written(t, metricstest.KOM().For(board), metrics.Norwegian))
	published := map[string]place{}
	for _, row := range rowsOf(t, f, "Nøkkeltall", 0) {
		published[row["Indikator"].text] = row["Publisert"]
	}
	// Printed as 86 %, and as 17 of 30 with no percentage: none is worked out.
	if got := published["Andel med jobbtilbud"]; got.number() != metrics.Of(0.86) || got.format != "0%" {
		t.Errorf("86 %%: got %+v, want the number as a whole percentage", got)
	}
	if got := published["Bor og arbeider i regionen, av alle tatt inn"]; got.isNumber() || got.text != "17 av 30" {
		t.Errorf("17 of 30: got %+v, want the words", got)
	}
	if got := published["Søkere"]; got.text != "" {
		t.Errorf("nothing published: got %+v", got)
	}
	// The indicator's own sheet tells the source, beside what is computed.
	want := "I alt: 86 % (Distriktssenteret, prosjektdatabasen, per 31.12.2010). Beregnet her: 18 av 21 = 85,7 % (65,4–95,0 %)."
	found := false
	eachCell(t, f, "4 Andel med jobbtilbud", func(_ string, c place) {
		found = found || strings.ReplaceAll(c.text, "\u00a0", " ") == want
	})
	if !found {
		t.Errorf("got no line %q", want)
	}
}

func TestSheetsHaveShortNamesOfTheirOwn(t *testing.T) {
	draft := metricstest.KOM()
	for at, definition := range draft.Definitions {
		switch definition.ID {
		case "retained_of_hired":
			draft.Definitions[at].Short = metrics.Words{nb: "Blitt, av alle tatt inn"}
		case "regional_retention_now":
			draft.Definitions[at].Short = metrics.Words{nb: "Blitt, av fullførte"}
		}
	}
	got := opened(t, written(t, draft.For(board), metrics.Norwegian)).GetSheetList()
	for _, want := range []string{"5 Blitt, av alle tatt inn", "6 Blitt, av fullførte", "7 Medlemsbedrifter"} {
		if !slices.Contains(got, want) {
			t.Errorf("got the sheets %v, want %s among them", got, want)
		}
	}
}

func TestNoTargetIsSaidOnceOnASheet(t *testing.T) {
	draft := metricstest.KOM()
	draft.Targets = nil
	f := opened(t, written(t, draft.For(board), metrics.Norwegian))
	sheets := []string{"Nøkkeltall"}
	for i := range draft.Definitions {
		sheets = append(sheets, sheetOf(t, f, i))
	}
	for _, sheet := range sheets {
		said := 0
		eachCell(t, f, sheet, func(_ string, c place) {
			said += strings.Count(strings.ToLower(c.text), "ikke avtalt")
		})
		if said != 1 {
			t.Errorf("%s: got it said %d times, want once", sheet, said)
		}
	}
}

func TestOnlyTheDataHaveButtonsToChooseRows(t *testing.T) {
	filters := 0
	for name, part := range partsOf(t, written(t, metricstest.KOM().For(board), metrics.Norwegian)) {
		if strings.HasPrefix(name, "xl/tables/") && bytes.Contains(part, []byte("<autoFilter")) {
			filters++
		}
	}
	if filters != 1 {
		t.Errorf("got %d tables with buttons, want 1", filters)
	}
}

func TestFeedsHaveNamesInTheLanguageOfTheWorkbook(t *testing.T) {
	for language, want := range map[metrics.Language]string{nb: "Søknader", en: "Applications"} {
		f := opened(t, written(t, metricstest.KOM().For(staff), language))
		row := rowsOf(t, f, language.Say("data_quality"), 0)[0]
		if got := row[map[metrics.Language]string{nb: "Innhold", en: "Content"}[language]].text; got != want {
			t.Errorf("%s: got %q, want %q", language, got, want)
		}
	}
}

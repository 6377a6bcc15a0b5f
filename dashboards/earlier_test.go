package dashboards_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// withEarlier is the table of an audience beside two earlier editions, of which the older one had a tenth fewer with the outcome,
// and no figures of 2010.
func withEarlier(draft metrics.Draft, audience metrics.Audience) metrics.Table {
	table := draft.For(audience)
	table.Edition = "2011-06-30-b0014-0a1b2c3d"
	for at, day := range []time.Time{time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC), time.Date(2009, 12, 31, 0, 0, 0, 0, time.UTC)} {
		then := draft
		then.Tallies = slices.Clone(draft.Tallies)
		for i := range then.Tallies {
			then.Tallies[i].Numerator -= float64(at) * float64(int(then.Tallies[i].Numerator)/10)
		}
		figures := then.For(audience).Figures
		if at == 1 {
			figures = slices.DeleteFunc(figures, func(f metrics.Figure) bool { return f.Period == "2010" })
		}
		for i := range figures {
			figures[i].Kind = "" // as figures.json has them
		}
		table.Before = append(table.Before, metrics.Before{Edition: day.Format(time.DateOnly) + "-b0012-0a1b2c3d", AsOf: day, KnownAt: 12 - at, Figures: figures})
	}
	return table
}

const earlierOne = "earlier/qualified_applicant_rate.html"

func TestEarlierPage(t *testing.T) {
	got := pageOf(t, withEarlier(metricstest.KOM(), board), metrics.Norwegian, earlierOne)
	compareGolden(t, "earlier.board.nb.html", got)
	if strings.Contains(got, "⟨") || strings.Contains(got, "%!") {
		t.Error("a text is missing, or what stands in it")
	}
}

func TestEarlierFigureStandsAboveTheFigureOfNow(t *testing.T) {
	table := withEarlier(metricstest.KOM(), board)
	l := func(page string) string { return strings.ReplaceAll(page, "\u00a0", " ") }
	page := l(pageOf(t, table, metrics.Norwegian, earlierOne))
	older := between(t, page, `id="view-all-2009-12-31-b0012-0a1b2c3d"`, "</section>")
	for _, want := range []string{`data-edition="2009-12-31-b0012-0a1b2c3d"`, "per 31.12.2009, innlesing 11", "denne utgaven", " prosentpoeng</td>", ">ny</td>"} {
		if !strings.Contains(older, want) {
			t.Errorf("got no %s in %s", want, older)
		}
	}
	newer := between(t, page, `id="view-all-2010-12-31-b0012-0a1b2c3d"`, "</section>")
	if strings.Contains(newer, "prosentpoeng") || !strings.Contains(newer, ">uendret</td>") {
		t.Errorf("the edition of the same figures: got %s", newer)
	}
	if there := strings.Contains(pageOf(t, table, metrics.Norwegian, "indicator/qualified_applicant_rate.html"), `href="../`+earlierOne+`"`); !there {
		t.Error("the page of the indicator does not lead there")
	}
	if _, there := pagesOf(t, metricstest.KOM().For(board), metrics.Norwegian)[earlierOne]; there {
		t.Error("without an earlier edition there is a page of them")
	}
}

// What an earlier edition hid is hidden beside this one, whatever this one shows, and nothing is worked out of it.
func TestWhatAnEarlierEditionHidStaysHidden(t *testing.T) {
	table := withEarlier(metricstest.KOM(), staff)
	for i, f := range table.Before[1].Figures {
		if f.Indicator == "qualified_applicant_rate" {
			table.Before[1].Figures[i] = metrics.Figure{Cell: f.Cell, Unit: f.Unit, Sign: metrics.Hidden}
		}
	}
	older := between(t, pageOf(t, table, metrics.Norwegian, earlierOne), `id="view-all-2009-12-31-b0012-0a1b2c3d"`, "</section>")
	if !strings.Contains(older, ">:</td>") || strings.Contains(older, "prosentpoeng") || strings.Contains(older, "uendret") {
		t.Errorf("got %s", older)
	}
}

func TestReasonForTheChangeIsToldWhereItIsKnown(t *testing.T) {
	table := withEarlier(metricstest.KOM(), board)
	table.Definitions = slices.Clone(table.Definitions)
	now := table.Total("qualified_applicant_rate")
	table.Since = metrics.Since{Edition: table.Before[0].Edition, Changes: []metrics.Change{{Before: now, After: now, Parts: []metrics.Part{{Cause: metrics.Came, Subjects: 12, Denominator: 12}}}}}
	for i := range table.Before[1].Figures {
		table.Before[1].Figures[i].Version = 7
	}
	page := pageOf(t, table, metrics.Norwegian, earlierOne)
	if newer := between(t, page, `id="view-all-2010-12-31-b0012-0a1b2c3d"`, "</section>"); !strings.Contains(newer, "Dette har endret seg bak tallet i alt: ") || strings.Contains(newer, "versjon") {
		t.Errorf("the edition before: got %s", newer)
	}
	if older := between(t, page, `id="view-all-2009-12-31-b0012-0a1b2c3d"`, "</section>"); strings.Contains(older, "Dette har endret") || !strings.Contains(older, "versjon 7 den gangen, 1 nå") {
		t.Errorf("the one before that: got %s", older)
	}
}

func TestEarlierEditionIsChosenInTheAddress(t *testing.T) {
	folder := t.TempDir()
	table := withEarlier(metricstest.Kinds(), staff)
	writePages(t, folder, table, metrics.Norwegian)
	server, tab := serve(t, folder), openTab(t)
	address := server.URL + "/" + earlierOne
	tab.visit(server.URL+"/indicator/qualified_applicant_rate.html#programme=salten", 1280)
	ask[bool](tab, `(document.querySelector('a[data-choice]').click(), true)`)
	tab.settle()
	if got, want := ask[string](tab, `location.href`), address+"#programme=salten"; got != want {
		t.Fatalf("the choice on the page of the indicator leads to %s, want %s", got, want)
	}
	if got, want := ask[string](tab, shownViews), "view-salten-2010-12-31-b0012-0a1b2c3d"; got != want {
		t.Errorf("at first: got %s, want %s", got, want)
	}
	tab.choose("earlier", "2009-12-31-b0012-0a1b2c3d")
	if got, want := ask[string](tab, shownViews), "view-salten-2009-12-31-b0012-0a1b2c3d"; got != want {
		t.Errorf("chosen: got %s, want %s", got, want)
	}
	tab.choose("from", "2007")
	tab.choose("to", "2007")
	if got, want := ask[string](tab, shownRows), "I alt I alt 2007 2007"; got != want {
		t.Errorf("rows of 2007: got %s, want %s", got, want)
	}
	if got, want := ask[string](tab, `location.hash`), "#earlier=2009-12-31-b0012-0a1b2c3d&programme=salten&from=2007&to=2007"; got != want {
		t.Errorf("address: got %s, want %s", got, want)
	}
	for range 3 {
		ask[bool](tab, `(history.back(), true)`)
		tab.settle()
	}
	if got, want := ask[string](tab, shownViews), "view-salten-2010-12-31-b0012-0a1b2c3d"; got != want {
		t.Errorf("back: got %s, want %s", got, want)
	}
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.visit(address, 1280)
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
	if got := len(strings.Fields(ask[string](tab, shownViews))); got < 6 {
		t.Errorf("without a script: got %d views, want those of every edition and programme", got)
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

func TestEarlierPageIsForEverybody(t *testing.T) {
	script, folder := axe(t), t.TempDir()
	writePages(t, folder, withEarlier(metricstest.Kinds(), staff), metrics.Nynorsk)
	address, tab := serve(t, folder).URL+"/"+earlierOne, openTab(t)
	for _, theme := range []string{"light", "dark"} {
		command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
		tab.visit(address, 1280)
		if found := violations(tab, script); found != "" {
			t.Errorf("%s: %s", theme, found)
		}
	}
	tab.visit(address, 320)
	if wide := ask[int](tab, `document.documentElement.scrollWidth`); wide > 320 {
		t.Errorf("got a page %d px wide", wide)
	}
}

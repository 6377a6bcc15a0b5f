package dashboards_test

import (
	"encoding/base64"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// shownRows are the rows that a reader sees of the table that is chosen.
const shownRows = `[...document.querySelectorAll('.chosen tbody tr')].filter(r => r.checkVisibility()).map(r => r.cells[0].textContent).join(' ')`

const shownViews = `[...document.querySelectorAll('.view')].filter(v => v.checkVisibility()).map(v => v.id).join(' ')`

func TestChoiceIsInTheAddressAndTheBackButtonTakesItBack(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.Kinds().For(staff), metrics.Norwegian)
	server := serve(t, folder)
	tab := openTab(t)
	address := server.URL + "/indicator/qualified_applicant_rate.html"
	tab.visit(address, 1280)
	if got, want := ask[string](tab, shownViews), "view-all"; got != want {
		t.Errorf("at first: got %s, want %s", got, want)
	}
	tab.choose("programme", "salten")
	tab.choose("breakdown", "gender")
	if got, want := ask[string](tab, shownViews), "view-salten-gender"; got != want {
		t.Errorf("chosen: got %s, want %s", got, want)
	}
	permalink := ask[string](tab, `location.href`)
	if want := address + "#programme=salten&breakdown=gender"; permalink != want {
		t.Errorf("address: got %s, want %s", permalink, want)
	}
	if said := ask[string](tab, `document.querySelector('[role=status]').textContent`); !strings.Contains(said, "Trainee Salten, etter kjønn") {
		t.Errorf("announced: got %q", said)
	}
	ask[bool](tab, `(history.back(), true)`)
	tab.settle()
	if got, want := ask[string](tab, shownViews), "view-salten"; got != want {
		t.Errorf("back: got %s, want %s", got, want)
	}
	if got := ask[string](tab, `document.querySelector('[name=breakdown]').value`); got != "" {
		t.Errorf("back: got the breakdown %s in the list, want none", got)
	}
	another := openTab(t)
	another.visit(permalink, 1280)
	if got, want := ask[string](another, shownViews), "view-salten-gender"; got != want {
		t.Errorf("permalink: got %s, want %s", got, want)
	}
	another.visit(address+"#programme=nobody&breakdown=%3Cimg%3E", 1280)
	if got, want := ask[string](another, shownViews), "view-all"; got != want {
		t.Errorf("an address that chooses nothing there is: got %s, want %s", got, want)
	}
}

func TestPeriodsThatAreLeftOutAreInNeitherChartNorTable(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.KOM().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/indicator/qualified_applicant_rate.html#from=2007&to=2009", 1280)
	if got, want := ask[string](tab, shownRows), "I alt 2007 2008 2009"; got != want {
		t.Errorf("rows: got %s, want %s", got, want)
	}
	drawn := ask[string](tab, `echarts.getInstanceByDom(document.querySelector('.chosen .chart')).getOption().series.map(s => s.data.map(d => d.name.slice(0, 4)).join(' ')).join(', ')`)
	if want := "2007 2008 2009, 2007 2008 2009"; drawn != want { // the whiskers, and the dots
		t.Errorf("chart: got %s, want %s", drawn, want)
	}
	tab.choose("show", "table")
	if ask[bool](tab, `document.querySelector('.chosen .chart').checkVisibility()`) || !ask[bool](tab, `document.querySelector('.chosen table').checkVisibility()`) {
		t.Error("table alone: got the chart, or no table")
	}
	tab.choose("show", "chart")
	if !ask[bool](tab, `document.querySelector('.chosen .chart').checkVisibility()`) || ask[bool](tab, `document.querySelector('.chosen table').checkVisibility()`) {
		t.Error("chart alone: got the table, or no chart")
	}
}

// The bars of a breakdown are of all periods together, which is said where only some of them are chosen for the table.
func TestChosenPeriodsAreToldAsWhatTheyAre(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.Kinds().For(staff), metrics.Norwegian)
	server := serve(t, folder)
	tab := openTab(t)
	const whole = "Diagrammet viser alle periodene samlet."
	for chosen, want := range map[string]string{
		"from=2008": "etter kull, fra 2008", "to=2008": "etter kull, til 2008", "from=2008&to=2008": "etter kull, 2008", "from=2007&to=2008": "etter kull, 2007–2008",
		"breakdown=gender&from=2008": "etter kjønn, fra 2008. " + whole, "breakdown=gender": "etter kjønn",
	} {
		tab.visit("about:blank", 1280) // since a new # alone loads no page
		tab.visit(server.URL+"/indicator/qualified_applicant_rate.html#"+chosen, 1280)
		if said := ask[string](tab, `document.querySelector('[role=status]').textContent`); !strings.HasSuffix(said, want) {
			t.Errorf("%s: got %q, want it to end with %q", chosen, said, want)
		}
	}
}

func TestEverythingIsReachedByKeyboard(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.Kinds().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/indicator/applicants.html", 1280)
	press := func(key string, code int64) {
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			command(tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Code: key, WindowsVirtualKeyCode: code})
		}
	}
	reached := map[string]bool{}
	for range 40 {
		press("Tab", 9)
		reached[ask[string](tab, `(e => e.name || e.dataset.save || e.className || e.tagName)(document.activeElement)`)] = true
		if !ask[bool](tab, `document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none'`) {
			t.Errorf("focus is not seen on %s", ask[string](tab, `document.activeElement.outerHTML.slice(0, 80)`))
		}
		if ask[string](tab, `document.activeElement.name || ''`) == "programme" {
			press("ArrowDown", 40)
			tab.settle()
		}
	}
	for _, want := range []string{"skip", "programme", "from", "to", "show", "png", "svg", "scroll"} {
		if !reached[want] {
			t.Errorf("got no focus on %s; got %v", want, reached)
		}
	}
	if got := ask[string](tab, shownViews); got == "view-all" {
		t.Error("arrow down in the list of programmes: got the same view")
	}
}

func TestChartIsSavedAsAPictureOfItsOwn(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.KOM().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/indicator/qualified_applicant_rate.html", 1280)
	const saved = `(() => { window.saved = []; HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, this.href]); };
		document.querySelectorAll('.chosen [data-save]').forEach(b => b.click()); return true; })()`
	ask[bool](tab, saved)
	tab.settle()
	files := map[string]string{}
	for _, file := range ask[[][2]string](tab, `window.saved`) {
		files[file[0]] = file[1]
	}
	svg, err := url.PathUnescape(strings.TrimPrefix(files["view-all.svg"], "data:image/svg+xml;charset=utf-8,"))
	if err != nil || !strings.Contains(svg, "Andel godt kvalifiserte søkere, etter kull") || !strings.Contains(svg, "Kilde: KOM Trainee, per 31.12.2010") || strings.Contains(svg, "var(") {
		t.Errorf("svg: got %v %.300s, want the title, the source, and no colour that only the page knows", err, svg)
	}
	png, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(files["view-all.png"], "data:image/png;base64,"))
	if err != nil || len(png) < 5000 || string(png[1:4]) != "PNG" {
		t.Errorf("png: got %d bytes, %v", len(png), err)
	}
	if got := ask[string](tab, `document.querySelector('[role=status]').textContent`); got != "Diagrammet er lastet ned." {
		t.Errorf("announced: got %q", got)
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

func TestPaperHoldsWhatIsOnScreen(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.Kinds().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/indicator/qualified_applicant_rate.html#programme=salten", 1280)
	command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	ask[bool](tab, `dispatchEvent(new Event('beforeprint'))`)
	if got, want := ask[string](tab, shownViews), "view-salten"; got != want {
		t.Errorf("got %s on paper, want %s", got, want)
	}
	if ask[bool](tab, `[...document.querySelectorAll('.choose, .tools, .contents')].some(e => e.checkVisibility())`) {
		t.Error("got on paper what only a screen can do")
	}
	printed, err := chromedp.Call(tab.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	if err != nil || len(printed.Data) < 10_000 {
		t.Errorf("got a PDF of %d bytes, %v", len(printed.Data), err)
	}
}

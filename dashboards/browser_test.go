package dashboards_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// policy is the strictest that pages are served under.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func TestBrowserDrawsChartsUnderTheStrictPolicyAndAsksNobodyElse(t *testing.T) {
	for _, table := range rounds(1, metricstest.Kinds().For(staff), metricstest.KOM().For(board)) {
		folder := t.TempDir()
		writePages(t, folder, table, metrics.Norwegian)
		server := serve(t, folder)
		tab := openTab(t)
		for name := range pagesOf(t, table, metrics.Norwegian) {
			tab.visit(server.URL+"/"+name, 1280)
			pictures := ask[int](tab, `document.querySelectorAll('.chosen .picture, .chosen .small-multiple').length`)
			told := ask[int](tab, `[...document.querySelectorAll('.chosen .picture, .chosen .small-multiple')].filter(p => (p.querySelector('[role=img]') || {ariaLabel: ''}).ariaLabel.length > 20).length`)
			shapes := ask[int](tab, `[...document.querySelectorAll('.chosen .picture svg, .chosen .small-multiple svg.plot')].filter(svg => svg.querySelectorAll('path, rect, line').length > 4).length`)
			if told != pictures || shapes < pictures {
				t.Errorf("%s: got %d charts, %d with shapes and %d told in words", name, pictures, shapes, told)
			}
			if strings.HasPrefix(name, "indicator/") && pictures != 1 {
				t.Errorf("%s: got %d charts shown at first, want 1", name, pictures)
			}
		}
		for _, address := range tab.requests() {
			if !strings.HasPrefix(address, server.URL+"/") && !strings.HasPrefix(address, "data:") {
				t.Errorf("%s: asked for %s", table.Name, address)
			}
		}
		for _, message := range tab.complaints() {
			t.Errorf("%s: browser: %s", table.Name, message)
		}
	}
}

func TestTooltipIsDrawnInsideTheChart(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.KOM().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/indicator/qualified_applicant_rate.html", 1280)
	said := ask[string](tab, `(() => {
		const chart = echarts.getInstanceByDom(document.querySelector('.chosen .chart'));
		chart.dispatchAction({type: 'showTip', seriesIndex: 1, dataIndex: 3}); // 0 is the whiskers
		chart.getZr().flush();
		return [...chart.getDom().querySelectorAll('text')].map(t => t.textContent).join(' | ');
	})()`)
	if want := "2009: 130 av 180 = 72,2\u00a0% (65,3–78,2\u00a0%)"; !strings.Contains(said, want) {
		t.Errorf("tooltip: got %q, want %q in it", said, want)
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

func TestNoPageScrollsSideways(t *testing.T) {
	folder := t.TempDir()
	table := metricstest.Kinds().For(staff)
	writePages(t, folder, table, metrics.Norwegian)
	writeLanding(t, folder)
	server := serve(t, folder)
	tab := openTab(t)
	for _, width := range rounds[int64](2, 320, 1280, 390, 768, 3840) { // 320 is also 1280 at 400 %
		for _, name := range append(kindsOfPages(t, table), "landing.html") {
			tab.visit(server.URL+"/"+name, width)
			wide := ask[int64](tab, `document.documentElement.scrollWidth`)
			if wide > width {
				widest := ask[string](tab, `[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll')).map(e => e.outerHTML.slice(0, 90)).slice(0, 3).join(' | ')`)
				t.Errorf("%s at %d px: got a page %d px wide, want it no wider than the screen: %s", name, width, wide, widest)
			}
		}
	}
}

func TestPhoneFoldsTheTablesThatItCan(t *testing.T) {
	folder := t.TempDir()
	table := metricstest.Kinds().For(board)
	writePages(t, folder, table, metrics.Norwegian)
	server := serve(t, folder)
	tab := openTab(t)
	for _, name := range kindsOfPages(t, table) {
		tab.visit(server.URL+"/"+name, 320)
		cut := ask[string](tab, `[...document.querySelectorAll('.scroll:has(.folding, .narrow)')].filter(t => t.scrollWidth > t.clientWidth).map(t => t.ariaLabel).join(' | ')`)
		if cut != "" {
			t.Errorf("%s: got tables cut off: %s", name, cut)
		}
	}
}

func TestPagesWorkFromDisk(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.KOM().For(board), metrics.Norwegian)
	tab := openTab(t)
	tab.visit("file://"+filepath.Join(folder, "indicator/applicants.html"), 1280)
	if drawn := ask[int](tab, `document.querySelectorAll('.chosen .chart svg').length`); drawn != 1 {
		t.Errorf("got %d charts from disk, want 1", drawn)
	}
	tab.choose("from", "2008")
	if got, want := ask[string](tab, shownRows), "I alt 2008 2009 2010"; got != want {
		t.Errorf("from 2008: got the rows %s, want %s", got, want)
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

func TestWithoutScriptEveryTableAndChartIsThere(t *testing.T) {
	folder := t.TempDir()
	writePages(t, folder, metricstest.Kinds().For(staff), metrics.Norwegian)
	tab := openTab(t)
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.visit(serve(t, folder).URL+"/indicator/qualified_applicant_rate.html", 1280)
	const seen = `[...document.querySelectorAll('.view')].filter(v => v.checkVisibility()).map(v => v.querySelector('table').rows.length > 1 && Boolean(v.querySelector('svg.plot, .alone')))`
	if got := ask[int](tab, seen+`.filter(Boolean).length`); got < 5 || got != ask[int](tab, seen+`.length`) {
		t.Errorf("got %d views with a table and a chart, want all, five at least", got)
	}
	if ask[bool](tab, `[...document.querySelectorAll('form, button')].some(e => e.checkVisibility())`) {
		t.Error("got something to choose or to press, which does nothing")
	}
}

// kindsOfPages is one page of every kind.
func kindsOfPages(t *testing.T, table metrics.Table) []string {
	names := []string{"index.html", "quality.html", "indicator/qualified_applicant_rate.html", "indicator/applicants.html", "programme/kom.html"}
	if _, there := pagesOf(t, table, metrics.Norwegian)["comparison.html"]; there {
		names = append(names, "comparison.html")
	}
	return names
}

// writePages writes all pages with their assets into the folder.
func writePages(t *testing.T, folder string, table metrics.Table, language metrics.Language) {
	t.Helper()
	err := dashboards.Assets(func(name string, content []byte) error {
		return writeFile(filepath.Join(folder, "assets", name), string(content))
	})
	if errors.Is(err, dashboards.ErrNotBuilt) {
		skip(t, "run `make build`, which fetches ECharts into dashboards/assets")
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range pagesOf(t, table, language) {
		if err := writeFile(filepath.Join(folder, name), page); err != nil {
			t.Fatal(err)
		}
	}
}

func writeLanding(t *testing.T, folder string) {
	t.Helper()
	var page strings.Builder
	doors := []dashboards.Door{{Audience: "board", Address: "./index.html"}, {Audience: "centre", Address: "./index.html"}, {Audience: "staff", Address: "./index.html"}}
	if err := dashboards.Landing(&page, "KOM Trainee", "2010-12-31-b0013-0a1b2c3d", "assets", metrics.Norwegian, doors); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(folder, "landing.html"), page.String()); err != nil {
		t.Fatal(err)
	}
}

func writeFile(name, content string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(content), 0o666)
}

// serve serves the folder on this machine under the policy.
func serve(t *testing.T, folder string) *httptest.Server {
	files := http.FileServer(http.Dir(folder))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

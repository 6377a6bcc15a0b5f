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
	for _, table := range []metrics.Table{metricstest.KOM().For(staff), metricstest.KOM().For(board), hostile().For(staff)} {
		folder := t.TempDir()
		writePage(t, folder, table, metrics.Norwegian)
		server := serve(t, folder)
		tab := openTab(t)
		tab.visit(server.URL+"/index.html", 1280)
		tab.unfold()

		figures := ask[int](tab, `document.querySelectorAll('script[data-chart]').length`)
		drawn := ask[int](tab, `document.querySelectorAll('.chart svg').length`)
		shapes := ask[int](tab, `[...document.querySelectorAll('.chart svg')].filter(svg => svg.querySelectorAll('path').length > 5).length`)
		if figures < 6 || drawn != figures || shapes != figures {
			t.Errorf("%s: got %d charts drawn, %d with shapes, want all %d", table.Name, drawn, shapes, figures)
		}
		told := ask[int](tab, `[...document.querySelectorAll('.chart[role=img]')].filter(c => c.ariaLabel.startsWith('Diagram: ')).length`)
		if told != figures {
			t.Errorf("%s: got %d charts said in words, want all %d", table.Name, told, figures)
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
	writePage(t, folder, metricstest.KOM().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/index.html", 1280)
	said := ask[string](tab, `(() => {
		const chart = echarts.getInstanceByDom(document.getElementById('chart-qualified_applicant_rate'));
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

func TestPageNeverScrollsSideways(t *testing.T) {
	folder := t.TempDir()
	writePage(t, folder, metricstest.KOM().For(staff), metrics.Norwegian)
	writeLanding(t, folder)
	server := serve(t, folder)
	tab := openTab(t)
	for _, width := range []int64{320, 390, 768, 1280, 3840} {
		for _, name := range []string{"index.html", "landing.html"} {
			tab.visit(server.URL+"/"+name, width)
			tab.unfold()
			wide := ask[int64](tab, `document.documentElement.scrollWidth`)
			if wide > width {
				t.Errorf("%s at %d px: got a page %d px wide, want it no wider than the screen", name, width, wide)
			}
		}
	}
}

func TestPhoneCutsNoTableOff(t *testing.T) {
	for _, table := range []metrics.Table{metricstest.KOM().For(staff), metricstest.Kinds().For(board)} {
		folder := t.TempDir()
		writePage(t, folder, table, metrics.Norwegian)
		server := serve(t, folder)
		tab := openTab(t)
		for _, width := range []int64{320, 390, 430} {
			tab.visit(server.URL+"/index.html", width)
			tab.unfold()
			cut := ask[string](tab, `[...document.querySelectorAll('.scroll')].filter(t => t.scrollWidth > t.clientWidth).map(t => t.ariaLabel).join(' | ')`)
			if cut != "" {
				t.Errorf("%d programmes at %d px: got tables cut off: %s", len(table.Programmes), width, cut)
			}
		}
	}
}

func TestLinkUnfoldsTheIndicatorThatItLeadsTo(t *testing.T) {
	folder := t.TempDir()
	writePage(t, folder, metricstest.KOM().For(board), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/index.html", 1280)
	const unfolded = `[...document.querySelectorAll('.indicator[open] > .inside')].map(s => s.id).join(' ')`
	if got := ask[string](tab, unfolded); got != "" {
		t.Errorf("at first: got %s unfolded, want nothing", got)
	}
	ask[bool](tab, `(document.querySelector('.card a[href="#job_offer_rate"]').click(), true)`)
	tab.settle()
	got := ask[string](tab, unfolded+` + ', ' + document.querySelectorAll('.chart svg').length + ' drawn'`)
	if want := "job_offer_rate, 1 drawn"; got != want {
		t.Errorf("after the click: got %s, want %s", got, want)
	}
}

func TestPaperIsUnfolded(t *testing.T) {
	folder := t.TempDir()
	writePage(t, folder, metricstest.KOM().For(board), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/index.html", 1280)
	const count = `(what => [...document.querySelectorAll(what)].length + ' of ' + document.querySelectorAll('.indicator').length)`
	if got, want := ask[string](tab, count+`('.indicator[open]')`), "0 of 9"; got != want {
		t.Fatalf("on screen: got %s unfolded, want %s", got, want)
	}
	ask[bool](tab, `dispatchEvent(new Event('beforeprint'))`)
	if got, want := ask[string](tab, count+`('.indicator[open] .chart svg')`), "9 of 9"; got != want {
		t.Errorf("on paper: got %s drawn, want %s", got, want)
	}
	ask[bool](tab, `dispatchEvent(new Event('afterprint'))`)
	if got, want := ask[string](tab, count+`('.indicator[open]')`), "0 of 9"; got != want {
		t.Errorf("on screen again: got %s unfolded, want %s", got, want)
	}
	// Without JavaScript the style unfolds it.
	command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	tab.settle()
	seen := ask[int](tab, `[...document.querySelectorAll('.indicator:not([open]) > .inside')].filter(s => s.checkVisibility({contentVisibilityAuto: true})).length`)
	if seen != 9 {
		t.Errorf("on paper without JavaScript: got %d indicators seen, want 9", seen)
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

func TestPageWorksFromDisk(t *testing.T) {
	folder := t.TempDir()
	writePage(t, folder, metricstest.KOM().For(board), metrics.Norwegian)
	tab := openTab(t)
	tab.visit("file://"+filepath.Join(folder, "index.html"), 1280)
	tab.unfold()
	drawn := ask[int](tab, `document.querySelectorAll('.chart svg').length`)
	if drawn < 6 {
		t.Errorf("got %d charts from disk, want at least 6", drawn)
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

func TestHostileLabelsNeverRun(t *testing.T) {
	folder := t.TempDir()
	writePage(t, folder, hostile().For(staff), metrics.Norwegian)
	tab := openTab(t)
	tab.visit(serve(t, folder).URL+"/index.html", 1280)
	ran := ask[bool](tab, `(() => { // the tooltips too
		for (const place of document.querySelectorAll('.chart')) {
			const chart = echarts.getInstanceByDom(place);
			chart.getOption().series.forEach((series, at) => {
				chart.dispatchAction({type: 'showTip', seriesIndex: at, dataIndex: 0});
				chart.getZr().flush();
			});
		}
		return window.ran === true;
	})()`)
	images := ask[int](tab, `document.images.length`)
	title := ask[string](tab, `document.querySelector('h1').textContent`)
	if ran || images != 0 {
		t.Errorf("got a label that ran (%v) or became an image (%d)", ran, images)
	}
	if title != hostile().Name {
		t.Errorf("heading: got %q, want the text as it is: %q", title, hostile().Name)
	}
}

// writePage writes a page with its assets into the folder.
func writePage(t *testing.T, folder string, table metrics.Table, language metrics.Language) {
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
	if err := writeFile(filepath.Join(folder, "index.html"), pageText(t, table, language)); err != nil {
		t.Fatal(err)
	}
}

func writeLanding(t *testing.T, folder string) {
	t.Helper()
	var page strings.Builder
	doors := []dashboards.Door{{Audience: "board", Address: "./index.html"}, {Audience: "centre", Address: "./index.html"}, {Audience: "staff", Address: "./index.html"}}
	if err := dashboards.Landing(&page, "KOM Trainee", "2010-12-31-b0013-0a1b2c3d", metrics.Norwegian, doors); err != nil {
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

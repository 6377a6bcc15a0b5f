package dashboards_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
			wide := ask[int64](tab, `document.documentElement.scrollWidth`)
			if wide > width {
				t.Errorf("%s at %d px: got a page %d px wide, want it no wider than the screen", name, width, wide)
			}
		}
	}
}

func TestPageWorksFromDisk(t *testing.T) {
	folder := t.TempDir()
	writePage(t, folder, metricstest.KOM().For(board), metrics.Norwegian)
	tab := openTab(t)
	tab.visit("file://"+filepath.Join(folder, "index.html"), 1280)
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

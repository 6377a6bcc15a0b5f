package dashboards_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	board = metrics.Audience{Name: "board", Floor: 5}
	staff = metrics.Audience{Name: "staff", Floor: 1}
)

func TestPages(t *testing.T) {
	for _, test := range []struct {
		golden   string
		audience metrics.Audience
		language metrics.Language
	}{
		{"staff.nb.html", staff, metrics.Norwegian},
		{"board.nb.html", board, metrics.Norwegian},
		{"board.en.html", board, metrics.English},
	} {
		got := pageText(t, metricstest.KOM().For(test.audience), test.language)
		compareGolden(t, test.golden, got)
		if strings.Contains(got, "⟨") {
			t.Errorf("%s: a text is missing: %s", test.golden, got[strings.Index(got, "⟨"):][:40])
		}
	}
}

func TestSameTableGivesTheSameBytes(t *testing.T) {
	first := pageText(t, metricstest.KOM().For(staff), metrics.Norwegian)
	for range 5 {
		if again := pageText(t, metricstest.KOM().For(staff), metrics.Norwegian); again != first {
			t.Fatalf("got another page: %s", cmp.Diff(first, again))
		}
	}
}

func TestPageHasNoInlineScriptOrStyleAndNoOtherHost(t *testing.T) {
	page := pageText(t, metricstest.KOM().For(staff), metrics.Norwegian)
	for _, forbidden := range []string{"style=", "<style", "onclick", "onload", "http://", "https://", "//cdn", "go-echarts.github.io"} {
		if strings.Contains(page, forbidden) {
			t.Errorf("got a page with %q", forbidden)
		}
	}
	for _, element := range strings.SplitAfter(page, "<script")[1:] {
		if !strings.HasPrefix(element, ` type="application/json"`) && !strings.HasPrefix(element, ` src="assets/`) {
			t.Errorf("got an inline script: <script%.60s", element)
		}
	}
}

func TestOnlyTheStaffSeeFileNames(t *testing.T) {
	const file = "traineeliste.xlsx"
	if page := pageText(t, metricstest.KOM().For(staff), metrics.Norwegian); !strings.Contains(page, file) {
		t.Errorf("staff: got a page without %s", file)
	}
	page := pageText(t, metricstest.KOM().For(board), metrics.Norwegian)
	if strings.Contains(page, file) {
		t.Errorf("board: got a page with %s", file)
	}
	if want := "2 av 214 rader ble avvist"; !strings.Contains(page, want) { // 184 + 30 rows read
		t.Errorf("board: got a page without %q", want)
	}
}

func TestPublishedFigureStandsBesideTheComputedOneAsItsSourceGaveIt(t *testing.T) {
	page := pageText(t, metricstest.KOM().For(board), metrics.Norwegian)
	// Published as 86 % and as 17 of 30; computed 18 of 21 = 85.7 % and 17 of 30 = 56.7 %.
	for _, want := range []string{
		"<td class=\"published\">86\u00a0%</td><td>18 av 21 = 85,7\u00a0% (65,4–95,0\u00a0%)</td>",
		"<td class=\"published\">17 av 30</td><td>17 av 30 = 56,7\u00a0% (39,2–72,6\u00a0%)</td>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("got a page without %s", want)
		}
	}
}

func TestUnknownLanguageIsNamed(t *testing.T) {
	err := dashboards.Page(&strings.Builder{}, metricstest.KOM().For(board), "se", nil)
	if want := `page: language "se": the languages are [nb en]`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestLandingLeadsToEveryDoorAndHasNoFigures(t *testing.T) {
	var page strings.Builder
	doors := []dashboards.Door{{Audience: "board", Address: "board/index.html"}, {Audience: "staff", Address: "staff/index.html"}}
	english := dashboards.Link{Text: "English", Address: "index.en.html", Language: metrics.English}
	if err := dashboards.Landing(&page, "KOM Trainee", "2010-12-31-b0013-0a1b2c3d", metrics.Norwegian, doors, english); err != nil {
		t.Fatal(err)
	}
	compareGolden(t, "landing.nb.html", page.String())
}

func pageText(t *testing.T, table metrics.Table, language metrics.Language) string {
	t.Helper()
	var page strings.Builder
	others := []dashboards.Link{{Text: "English", Address: "index.en.html", Language: metrics.English}}
	if err := dashboards.Page(&page, table, language, others); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := writeFile(path, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", name, diff)
	}
}

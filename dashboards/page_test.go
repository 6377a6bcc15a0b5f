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
		draft    metrics.Draft
		audience metrics.Audience
		language metrics.Language
	}{
		{"staff.nb.html", metricstest.KOM(), staff, metrics.Norwegian},
		{"board.nb.html", metricstest.KOM(), board, metrics.Norwegian},
		{"board.en.html", metricstest.KOM(), board, metrics.English},
		{"kinds.nb.html", metricstest.Kinds(), board, metrics.Norwegian},
	} {
		got := pageText(t, test.draft.For(test.audience), test.language)
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
		`>86 %</td><td role="cell" class="name" data-head="Beregnet her">18 av 21 = 85,7 % (65,4–95,0 %)</td>`,
		`>17 av 30</td><td role="cell" class="name" data-head="Beregnet her">17 av 30 = 56,7 % (39,2–72,6 %)</td>`,
	} {
		if !strings.Contains(strings.ReplaceAll(page, "\u00a0", " "), want) {
			t.Errorf("got a page without %s", want)
		}
	}
}

func TestNoTargetIsSaidOnce(t *testing.T) {
	const said = "åltall er ikke avtalt"
	draft := metricstest.KOM()
	if got, want := strings.Count(pageText(t, draft.For(board), metrics.Norwegian), said), 3; got != want {
		// In two goals for all their key figures, and in the one whose other key figure has a target.
		t.Errorf("one target: got it said %d times, want %d", got, want)
	}
	draft.Targets = nil
	page := pageText(t, draft.For(board), metrics.Norwegian)
	if got := strings.Count(page, said); got != 1 {
		t.Errorf("no target: got it said %d times, want once", got)
	}
	if strings.Contains(page, `class="goal-mark"`) {
		t.Error("no target: got a mark of one")
	}
}

func TestOnlyTheStaffAreToldThatThePageIsForThem(t *testing.T) {
	const forStaff, smallGroups = "Denne siden er for programstaben.", "også tall for små grupper"
	page := pageText(t, metricstest.KOM().For(staff), metrics.Norwegian)
	if !strings.Contains(page, forStaff) {
		t.Errorf("staff: got a page without %q", forStaff)
	}
	page = pageText(t, metricstest.KOM().For(metrics.Audience{Name: "board", Floor: 1}), metrics.Norwegian)
	if strings.Contains(page, forStaff) || !strings.Contains(page, smallGroups) {
		t.Errorf("board without a floor: got a page with %q, or without %q", forStaff, smallGroups)
	}
}

func TestFeedsHaveNamesInTheLanguageOfThePage(t *testing.T) {
	for language, name := range map[metrics.Language]string{metrics.Norwegian: "Søknader", metrics.English: "Applications"} {
		page := pageText(t, metricstest.KOM().For(staff), language)
		if want := `<th role="rowheader" scope="row">` + name + "</th>"; !strings.Contains(page, want) || strings.Contains(page, ">applications<") {
			t.Errorf("%s: got a page without %s, or with its code", language, want)
		}
	}
}

func TestCardsFillTheirRows(t *testing.T) {
	for cards, across := range map[int]string{1: "across-1", 2: "across-2", 4: "across-4", 5: "across-3", 6: "across-3", 7: "across-4", 9: "across-3"} {
		draft := metricstest.KOM()
		draft.Goals = draft.Goals[:1]
		draft.Definitions = nil
		for range cards {
			definition := metricstest.KOM().Definitions[0]
			definition.Goal = draft.Goals[0].ID
			draft.Definitions = append(draft.Definitions, definition)
		}
		if page := pageText(t, draft.For(board), metrics.Norwegian); !strings.Contains(page, `class="cards `+across+`"`) {
			t.Errorf("%d cards: got a page without %s", cards, across)
		}
	}
}

func TestUnknownLanguageIsNamed(t *testing.T) {
	err := dashboards.Page(&strings.Builder{}, metricstest.KOM().For(board), "se", nil)
	if want := `page: language "se": the languages are [nb nn en]`; err == nil || err.Error() != want {
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
	workbook := dashboards.Link{Text: "Evaluering (Excel, .xlsx)", Address: "evaluering.xlsx"}
	if err := dashboards.Page(&page, table, language, others, workbook); err != nil {
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

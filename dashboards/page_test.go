package dashboards_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	board  = metrics.Audience{Name: "board", Floor: 5}
	centre = metrics.Audience{Name: "centre", Floor: 5}
	staff  = metrics.Audience{Name: "staff", Floor: 1}
)

func TestPages(t *testing.T) {
	for _, test := range []struct {
		golden   string
		draft    metrics.Draft
		audience metrics.Audience
		language metrics.Language
		page     string
	}{
		{"front.board.nb", metricstest.KOM(), board, metrics.Norwegian, "index.html"},
		{"front.board.en", metricstest.KOM(), board, metrics.English, "index.html"},
		{"front.staff.nb", metricstest.Kinds(), staff, metrics.Norwegian, "index.html"},
		{"indicator.board.nb", metricstest.KOM(), board, metrics.Norwegian, "indicator/qualified_applicant_rate.html"},
		{"indicator.staff.nn", metricstest.Kinds(), staff, metrics.Nynorsk, "indicator/retention_curve.html"},
		{"programme.board.nb", metricstest.KOM(), board, metrics.Norwegian, "programme/kom.html"},
		{"comparison.centre.nb", metricstest.Kinds(), centre, metrics.Norwegian, "comparison.html"},
		{"quality.staff.nb", metricstest.KOM(), staff, metrics.Norwegian, "quality.html"},
	} {
		got := pageOf(t, test.draft.For(test.audience), test.language, test.page)
		compareGolden(t, test.golden+".html", got)
		if strings.Contains(got, "⟨") || strings.Contains(got, "%!") {
			t.Errorf("%s: a text is missing, or what stands in it", test.golden)
		}
	}
}

func TestSameTableGivesTheSameBytes(t *testing.T) {
	first := pagesOf(t, metricstest.Kinds().For(centre), metrics.Norwegian)
	for range 3 {
		if diff := cmp.Diff(first, pagesOf(t, metricstest.Kinds().For(centre), metrics.Norwegian)); diff != "" {
			t.Fatalf("got other pages: %s", diff)
		}
	}
}

func TestNoPageHasInlineScriptOrStyleOrAnotherHost(t *testing.T) {
	for name, page := range pagesOf(t, metricstest.Kinds().For(staff), metrics.Norwegian) {
		for _, forbidden := range []string{"style=", "<style", "onclick", "onload", "https://", "//cdn", "go-echarts.github.io"} {
			if strings.Contains(page, forbidden) {
				t.Errorf("%s: got %q", name, forbidden)
			}
		}
		for _, element := range strings.SplitAfter(page, "<script")[1:] {
			if !strings.HasPrefix(element, ` type="application/json"`) && !regexp.MustCompile(`^ src="(\.\./)*assets/`).MatchString(element) {
				t.Errorf("%s: got an inline script: <script%.60s", name, element)
			}
		}
	}
}

func TestOnlyTheStaffSeeFileNames(t *testing.T) {
	const file = "traineeliste.xlsx"
	if page := pageOf(t, metricstest.KOM().For(staff), metrics.Norwegian, "quality.html"); !strings.Contains(page, file) {
		t.Errorf("staff: got a page without %s", file)
	}
	for name, page := range pagesOf(t, metricstest.KOM().For(board), metrics.Norwegian) {
		if strings.Contains(page, file) {
			t.Errorf("board: got %s with %s", name, file)
		}
	}
	page := pageOf(t, metricstest.KOM().For(board), metrics.Norwegian, "quality.html")
	if want := "2 av 214 rader ble avvist"; !strings.Contains(page, want) { // 184 + 30 rows read
		t.Errorf("board: got a page without %q", want)
	}
}

func TestOnlyTheStaffAreToldWhatIsWrongInTheFiles(t *testing.T) {
	draft := metricstest.KOM()
	say := func(text string) metrics.Words { return metrics.Words{"nb": text, "nn": text, "en": text} }
	draft.Faults = []metrics.Fault{{Source: "soknader", File: "soknader-2009.csv", Column: "Søkt dato", Rows: 2, Reason: say("Ikke en dato"), Remedy: say("Skriv en dato som finnes.")}}
	if page := pageOf(t, draft.For(staff), metrics.Norwegian, "quality.html"); !strings.Contains(page, "Skriv en dato som finnes.") {
		t.Error("staff: got a page without what to do")
	}
	for name, page := range pagesOf(t, draft.For(board), metrics.Norwegian) {
		if strings.Contains(page, "Søkt dato") {
			t.Errorf("board: got %s with a fault", name)
		}
	}
}

func TestPublishedFigureStandsBesideTheComputedOneAsItsSourceGaveIt(t *testing.T) {
	pages := pagesOf(t, metricstest.KOM().For(board), metrics.Norwegian)
	// Published as 86 % and as 17 of 30; computed 18 of 21 = 85.7 % and 17 of 30 = 56.7 %.
	for id, want := range map[string]string{
		"job_offer_rate":    `>86 %</td><td role="cell" class="name" data-head="Beregnet her">18 av 21 = 85,7 % (65,4–95,0 %)</td>`,
		"retained_of_hired": `>17 av 30</td><td role="cell" class="name" data-head="Beregnet her">17 av 30 = 56,7 % (39,2–72,6 %)</td>`,
	} {
		for _, name := range []string{"indicator/" + id + ".html", "programme/kom.html"} {
			if !strings.Contains(strings.ReplaceAll(pages[name], "\u00a0", " "), want) {
				t.Errorf("%s: got a page without %s", name, want)
			}
		}
	}
}

func TestProfileHasTheFiguresOfItsAudienceInItsSentences(t *testing.T) {
	draft := metricstest.KOM()
	say := metrics.Words{"nb": "Startet i 2006. {job_offer_rate} fikk tilbud, {applicants 2009} søkte i 2009, {retained_of_hired 2009} ble, {channel_yield} kom."}
	draft.Programmes[0].Profile = []metrics.Fact{{Name: metrics.Words{"nb": "Bakgrunn"}, Text: say}}
	page := strings.ReplaceAll(pageOf(t, draft.For(board), metrics.Norwegian, "programme/kom.html"), "\u00a0", " ")
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(between(t, page, "<dt>Bakgrunn</dt>", "</dd>"), "")
	// The board is not shown who of the cohort of 2009 has stayed, and has no indicator of channels.
	if want := "Startet i 2006. 18 av 21 (85,7 %) fikk tilbud, 180 søkte i 2009, : ble, (tallet vises ikke her) kom."; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
}

func TestNoTargetIsSaidOnceAboveTheCards(t *testing.T) {
	const said = "Måltall er ikke avtalt."
	draft := metricstest.KOM()
	draft.Targets = nil
	page := pageOf(t, draft.For(board), metrics.Norwegian, "index.html")
	if got := strings.Count(page, said); got != 1 {
		t.Errorf("no target: got it said %d times, want once", got)
	}
	if strings.Contains(page, `class="goal-mark"`) {
		t.Error("no target: got a mark of one")
	}
	if page := pageOf(t, metricstest.KOM().For(board), metrics.Norwegian, "index.html"); strings.Count(page, `class="goal-mark"`) != 1 || strings.Contains(page, said) {
		t.Error("one target: want its mark on its card, and nothing said of all")
	}
}

func TestOnlyTheStaffAreToldThatThePageIsForThem(t *testing.T) {
	const forStaff, smallGroups = "Denne siden er for programstaben.", "også tall for små grupper"
	page := pageOf(t, metricstest.KOM().For(staff), metrics.Norwegian, "index.html")
	if !strings.Contains(page, forStaff) {
		t.Errorf("staff: got a page without %q", forStaff)
	}
	page = pageOf(t, metricstest.KOM().For(metrics.Audience{Name: "board", Floor: 1}), metrics.Norwegian, "index.html")
	if strings.Contains(page, forStaff) || !strings.Contains(page, smallGroups) {
		t.Errorf("board without a floor: got a page with %q, or without %q", forStaff, smallGroups)
	}
}

func TestBoardSeesTheFewThatWereAgreedOn(t *testing.T) {
	draft := metricstest.KOM()
	draft.KeyIndicators = []string{"retained_of_hired", "applicants"}
	page := pageOf(t, draft.For(board), metrics.Norwegian, "index.html")
	var cards []string
	for _, found := range regexp.MustCompile(`id="card-([a-z_]+)"`).FindAllStringSubmatch(page, -1) {
		cards = append(cards, found[1])
	}
	if !slices.Equal(cards, draft.KeyIndicators) {
		t.Errorf("got the cards %v, want %v", cards, draft.KeyIndicators)
	}
	if _, there := pagesOf(t, draft.For(board), metrics.Norwegian)["indicator/job_offer_rate.html"]; !there {
		t.Error("got no page of the others")
	}
}

func TestFeedsHaveNamesInTheLanguageOfThePage(t *testing.T) {
	for language, name := range map[metrics.Language]string{metrics.Norwegian: "Søknader", metrics.Nynorsk: "Søknader", metrics.English: "Applications"} {
		page := pageOf(t, metricstest.KOM().For(staff), language, "quality.html")
		if want := `<th role="rowheader" scope="row">` + name + "</th>"; !strings.Contains(page, want) || strings.Contains(page, ">applications<") {
			t.Errorf("%s: got a page without %s, or with its code", language, want)
		}
	}
}

func TestCardsFillTheirRows(t *testing.T) {
	for cards, across := range map[int]string{1: "across-1", 2: "across-2", 4: "across-4", 5: "across-3", 6: "across-3", 7: "across-4"} {
		draft := metricstest.KOM()
		draft.KeyIndicators = nil
		for _, definition := range draft.Definitions[:cards] {
			draft.KeyIndicators = append(draft.KeyIndicators, definition.ID)
		}
		if page := pageOf(t, draft.For(board), metrics.Norwegian, "index.html"); !strings.Contains(page, `class="cards `+across+`"`) {
			t.Errorf("%d cards: got a page without %s", cards, across)
		}
	}
}

func TestUnknownLanguageIsNamed(t *testing.T) {
	_, err := dashboards.Pages(metricstest.KOM().For(board), "se", dashboards.Beside{})
	if want := `pages: language "se": the languages are [nb nn en]`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestLandingLeadsToEveryDoorAndHasNoFigures(t *testing.T) {
	var page strings.Builder
	doors := []dashboards.Door{{Audience: "board", Address: "board/index.html"}, {Audience: "staff", Address: "staff/index.html"}}
	english := dashboards.Link{Text: "English", Address: "index.en.html", Language: metrics.English}
	if err := dashboards.Landing(&page, "KOM Trainee", "2010-12-31-b0013-0a1b2c3d", "board/assets", metrics.Norwegian, doors, english); err != nil {
		t.Fatal(err)
	}
	compareGolden(t, "landing.nb.html", page.String())
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

package dashboards_test

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

var link = regexp.MustCompile(`(?:href|src)="([^"]*)"`)

// TestEveryLinkLeadsToAPageThatIsThere follows every link of every page, those to a place on a page too.
func TestEveryLinkLeadsToAPageThatIsThere(t *testing.T) {
	beside := []string{"data/columns.csv", "data/" + dashboards.ReadMeName(metrics.Norwegian), "evaluering.xlsx", "assets/style.css", "assets/app.js", "assets/echarts.min.js"}
	for _, f := range dashboards.DataFiles() {
		beside = append(beside, "data/"+f.Name)
	}
	for _, audience := range []metrics.Audience{board, centre, staff} {
		pages := pagesOf(t, metricstest.Kinds().For(audience), metrics.Norwegian)
		for name, page := range pages {
			for _, found := range link.FindAllStringSubmatch(page, -1) {
				address, place, _ := strings.Cut(found[1], "#")
				if address == "data:," || strings.Contains(address, "en/") {
					continue
				}
				to := path.Join(path.Dir(name), address)
				if address == "" {
					to = name
				}
				if _, there := pages[to]; !there && !slices.Contains(beside, to) {
					t.Errorf("%s, %s: got a link to %s, which is not there", audience.Name, name, to)
				} else if place != "" && !strings.Contains(place, "=") && !strings.Contains(pages[to], `id="`+place+`"`) {
					t.Errorf("%s, %s: got a link to #%s of %s, which is not there", audience.Name, name, place, to)
				}
			}
		}
	}
}

// pagesOf are all pages of a table by name.
func pagesOf(t *testing.T, table metrics.Table, language metrics.Language) map[string]string {
	t.Helper()
	pages, err := dashboards.Pages(table, language, dashboards.Beside{Assets: "assets",
		Others:    []dashboards.Link{{Text: "English", Address: "en", Language: metrics.English}},
		Workbooks: []dashboards.Link{{Text: "Evaluering (Excel, .xlsx)", Address: "evaluering.xlsx"}}})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		var page strings.Builder
		if err := pages[name](&page); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		texts[name] = page.String()
	}
	return texts
}

func pageOf(t *testing.T, table metrics.Table, language metrics.Language, name string) string {
	t.Helper()
	page, there := pagesOf(t, table, language)[name]
	if !there {
		t.Fatalf("got no page %s", name)
	}
	return page
}

// allText is every page of a table, one after the other.
func allText(t *testing.T, table metrics.Table, language metrics.Language) string {
	t.Helper()
	pages := pagesOf(t, table, language)
	var all strings.Builder
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		all.WriteString(pages[name])
	}
	return all.String()
}

package dashboards_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// hostileText holds what has broken pages before: the end of a script, the markers that go-echarts takes for a function, an
// image with a handler, quotes of every kind, a line separator that ends a JavaScript string, a right-to-left override, and
// template and tooltip braces.
const hostileText = "</script><script>window.ran=true</script>__f__window.ran=true__f__<img src=x onerror=window.ran=true>\"'`&<!--\u2028\u202e{{.}}{b}${window.ran=true}"

// hostile is a draft with that text in every place that a source or a configuration fills in.
func hostile() metrics.Draft {
	d := metricstest.KOM()
	say := metrics.Words{"nb": hostileText, "en": hostileText}
	d.Name, d.Edition, d.Program = hostileText, hostileText, hostileText
	d.Programmes[0].Name = hostileText
	d.Programmes[0].Facts[0] = metrics.Fact{Name: say, Text: say}
	d.Programmes = append(d.Programmes, metrics.Programme{ID: "other", Name: hostileText})
	d.Goals[0].Title, d.Goals[0].Text = say, say
	d.Targets[0].Owner = hostileText
	for i := range d.Reported {
		d.Reported[i].Source, d.Reported[i].Note = hostileText, hostileText
	}
	for i := range d.Loads {
		d.Loads[i].Source, d.Loads[i].File = hostileText, hostileText
	}
	for i := range d.Definitions {
		d.Definitions[i].Title, d.Definitions[i].Meaning = say, say
	}
	d.Kommuner = []metrics.Kommune{{Code: "1505", Name: hostileText, Centrality: "4", Of: []string{"kom"}}}
	d.Tallies = append(d.Tallies,
		metrics.Tally{Indicator: "trainees_hired", Programme: "all", Period: "all", Breakdown: metrics.Origin, Category: "1505", Numerator: 12, Denominator: 12},
		metrics.Tally{Indicator: "applicants", Programme: "all", Period: hostileText, Numerator: 12, Denominator: 12},
		metrics.Tally{Indicator: "qualified_applicant_rate", Programme: "all", Period: hostileText, Numerator: 6, Denominator: 12},
		metrics.Tally{Indicator: "applicants", Programme: "all", Period: "all", Breakdown: hostileText, Category: hostileText, Numerator: 12, Denominator: 12})
	return d
}

var assetScript = regexp.MustCompile(`^<script src="(\.\./)*assets/`)

var element = regexp.MustCompile(`(?i)<(/?)(script|img|style|iframe|!--)`)

func TestHostileTextIsNeverMoreThanText(t *testing.T) {
	for _, language := range metrics.Languages() {
		page := allText(t, hostile().For(staff), language)
		for _, found := range element.FindAllStringIndex(page, -1) {
			here := page[found[0]:min(len(page), found[0]+60)]
			if !assetScript.MatchString(here) && !strings.HasPrefix(here, `<script type="application/json"`) && !strings.HasPrefix(here, "</script>") {
				t.Errorf("%s: got %q as markup", language, here)
			}
		}
		if opened, closed := strings.Count(page, "<script"), strings.Count(page, "</script>"); opened != closed {
			t.Errorf("%s: got %d scripts opened and %d closed", language, opened, closed)
		}
	}
}

func TestHostileTextArrivesInTheChartAsItIs(t *testing.T) {
	chart := chartOf(t, hostile().For(staff), "applicants")
	if strings.ContainsAny(chart, "<>&\u2028") {
		t.Errorf("got a chart with <, >, & or U+2028 unescaped")
	}
	var option struct {
		BaseOption struct {
			Series []struct{ Name string }
		}
	}
	if err := json.Unmarshal([]byte(chart), &option); err != nil {
		t.Fatal(err)
	}
	if got := option.BaseOption.Series[0].Name; got != hostileText {
		t.Errorf("got %q, want %q", got, hostileText)
	}
}

package dashboards_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// hostileLabels are sixty names that have broken pages, scripts, charts, style sheets or addresses somewhere.
func hostileLabels() []string {
	labels := []string{hostileText}
	run := `window.ran=true`
	for _, pattern := range []string{
		"</script><script>%s</script>", "__f__%s__f__", "__f__function(){%s}__f__", "<img src=x onerror=%s>", `"><img src=x onerror=%s>`, "'><img src=x onerror=%s>",
		"<svg onload=%s>", "<svg><script>%s</script></svg>", "<iframe srcdoc=\"<script>parent.%s</script>\">", "<body onload=%s>", "<details open ontoggle=%s>",
		"<input autofocus onfocus=%s>", "<a href=javascript:%s>x</a>", "javascript:%s", "data:text/html,<script>%s</script>", "\" onmouseover=\"%s", "' onmouseover='%s",
		"` onmouseover=`%s", "<!--<script>%s//-->", "--><script>%s</script>", "]]><script>%s</script>", "<![CDATA[<script>%s</script>]]>", "</title><script>%s</script>",
		"</style><script>%s</script>", "</textarea><script>%s</script>", "</select><script>%s</script>", "</option></select><img src=x onerror=%s>", "</caption></table><script>%s</script>",
		"</text></svg><script>%s</script>", "{{%s}}", "${%s}", "#{%s}", "<%%= %s %%>", "{b}{c}{%s}", "\\u003cscript\\u003e%s\\u003c/script\\u003e", "&lt;script&gt;%s&lt;/script&gt;",
		"&#60;script&#62;%s&#60;/script&#62;", "%%3Cscript%%3E%s%%3C/script%%3E", "\u2028%s\u2029", "\u202e%s\u202c", "\u2066%s\u2069", "\ufeff%s", "\u200b%s", "\\';%s//", "\\\";%s//",
		"*/%s/*", "//%s", "expression(%s)", "url(javascript:%s)", "@import '%s'", "<link rel=stylesheet href='//%s'>", "<meta http-equiv=refresh content='0;%s'>", "<base href='//%s'>",
		"<form action='//%s'><button>", "<math><mi xlink:href='%s'>", "constructor.constructor('%s')()", "__proto__[%s]", "all|all|%s||", "#programme=%s&breakdown=", "\t%s\r\n",
	} {
		labels = append(labels, fmt.Sprintf(pattern, run))
	}
	return labels
}

// TestHostileLabelsNeverRun shows them on every page: as programme, category, file, source, goal, title, comment and fact.
func TestHostileLabelsNeverRun(t *testing.T) {
	labels := hostileLabels()
	if len(labels) < 60 {
		t.Fatalf("got %d labels, want 60", len(labels))
	}
	draft := metricstest.Kinds()
	say := func(at int) metrics.Words {
		text := labels[at%len(labels)]
		return metrics.Words{"nb": text, "nn": text, "en": text}
	}
	for at, label := range labels {
		draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "applicants", Programme: metrics.All, Period: metrics.All, Breakdown: "channel", Category: label, Numerator: 12, Denominator: 12},
			metrics.Tally{Indicator: "qualified_applicant_rate", Programme: "kom", Period: metrics.All, Breakdown: label, Category: label, Numerator: 6, Denominator: 12})
		draft.Loads = append(draft.Loads, metrics.Load{Source: label, Feed: "trainees", File: label, Batch: at, Read: 1, Loaded: 1})
		draft.Faults = append(draft.Faults, metrics.Fault{File: label, Column: label, Rows: 1, Reason: say(at), Remedy: say(at + 1)})
		draft.Comments = append(draft.Comments, metrics.Comment{Kind: metrics.Remark, Indicator: "applicants", Programme: metrics.All, Period: metrics.All, Text: say(at), Author: label})
		draft.Reported = append(draft.Reported, metrics.Reported{Indicator: "applicants", Programme: "kom", Period: metrics.All, Source: label, Note: label, Value: metrics.Of(1)})
		draft.Programmes[0].Facts = append(draft.Programmes[0].Facts, metrics.Fact{Name: say(at), Text: say(at + 1)})
		draft.Goals[at%len(draft.Goals)].Title, draft.Goals[at%len(draft.Goals)].Text = say(at), say(at+1)
		draft.Definitions[at%len(draft.Definitions)].Title, draft.Definitions[at%len(draft.Definitions)].Meaning = say(at), say(at+1)
	}
	draft.Name, draft.Programmes[0].Name, draft.Programmes[1].Name = labels[1], labels[4], labels[26]
	table := draft.For(staff)
	folder := t.TempDir()
	writePages(t, folder, table, metrics.Norwegian)
	server := serve(t, folder)
	tab := openTab(t)
	for _, name := range slices.Sorted(maps.Keys(pagesOf(t, table, metrics.Norwegian))) {
		tab.visit(server.URL+"/"+name, 1280)
		ran := ask[bool](tab, `(() => { // every choice, and what stands under the pointer
			for (const list of document.querySelectorAll('.choose select')) for (const choice of list.options) {
				list.value = choice.value;
				list.dispatchEvent(new Event('change', {bubbles: true}));
			}
			for (const place of document.querySelectorAll('.chosen .chart')) {
				const chart = window.echarts && echarts.getInstanceByDom(place);
				if (chart) chart.getOption().series.forEach((series, at) => { chart.dispatchAction({type: 'showTip', seriesIndex: at, dataIndex: 0}); chart.getZr().flush(); });
			}
			for (const button of document.querySelectorAll('.chosen [data-save=svg]')) button.click();
			return window.ran === true;
		})()`)
		if images := ask[int](tab, `document.querySelectorAll('img, iframe, object, embed, base, main link, main meta, main style').length`); ran || images != 0 {
			t.Errorf("%s: got a label that ran (%v), or became %d elements", name, ran, images)
		}
		if foreign := ask[string](tab, `[...document.querySelectorAll('a[href]')].filter(a => new URL(a.href).origin !== location.origin).map(a => a.href).join(' ')`); foreign != "" {
			t.Errorf("%s: got a link out of the edition: %s", name, foreign)
		}
	}
	for _, message := range tab.complaints() {
		t.Errorf("browser: %s", message)
	}
}

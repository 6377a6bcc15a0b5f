package dashboards_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// Twelve programmes of nearly the same size and rate: too close for every name, and none may cover another or a dot.
func TestNamesOnTheFunnelCoverNothing(t *testing.T) {
	draft := metricstest.KOM()
	draft.Programmes, draft.Tallies = nil, nil
	for at := range 12 {
		id := fmt.Sprint("p", at)
		draft.Programmes = append(draft.Programmes, metrics.Programme{ID: id, Name: fmt.Sprint("Regionalt traineeprogram nummer ", at)})
		n := float64(200 + 7*at)
		draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "qualified_applicant_rate", Programme: id, Period: metrics.All, Numerator: 100 + float64(11*at%40), Denominator: n})
	}
	folder := t.TempDir()
	writePages(t, folder, draft.For(staff), metrics.Norwegian)
	server := serve(t, folder)
	tab := openTab(t)
	command(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}) // ECharts hides what is covered
	tab.visit(server.URL+"/comparison.html", 1280)
	covered := ask[string](tab, `(() => {
		const names = [...document.querySelectorAll('#funnel-qualified_applicant_rate .chart text')].filter(text => text.textContent.startsWith('Regionalt'));
		const covered = names.length < 4 ? ['only ' + names.length + ' names'] : [];
		names.forEach((name, at) => names.slice(at + 1).forEach(other => {
			const a = name.getBoundingClientRect(), b = other.getBoundingClientRect();
			if (a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1) covered.push(name.textContent + ' / ' + other.textContent);
		}));
		return covered.join(', ');
	})()`)
	if covered != "" {
		t.Errorf("got names that cover each other: %s", covered)
	}
}

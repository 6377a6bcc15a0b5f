package dashboards_test

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// axe reads the checker that package.json pins.
func axe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile("../node_modules/axe-core/axe.min.js")
	if err != nil {
		skip(t, "run `make build`, which fetches axe-core into node_modules")
	}
	return string(script)
}

// violations runs axe on the page as it stands.
func violations(b *tab, script string) string {
	b.t.Helper()
	ask[bool](b, script+"; true")
	return ask[string](b, `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(found =>
		found.violations.map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes[0].html.slice(0, 160) + ' ' + (v.nodes[0].any[0] || {message: ''}).message).join('\n'))`)
}

// TestAxeFindsNothing holds every kind of page to WCAG 2.1 AA as far as a machine can, in both themes.
func TestAxeFindsNothing(t *testing.T) {
	script := axe(t)
	for at, table := range []metrics.Table{metricstest.Kinds().For(staff), metricstest.KOM().For(board)} {
		folder := t.TempDir()
		writePages(t, folder, table, metrics.Norwegian)
		writeLanding(t, folder)
		server := serve(t, folder)
		tab := openTab(t)
		themes := []string{"light", "dark"}
		for _, theme := range rounds(1, themes[at], themes[1-at]) {
			command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
			for _, name := range append(kindsOfPages(t, table), "landing.html") {
				tab.visit(server.URL+"/"+name, 1280)
				if found := violations(tab, script); found != "" {
					t.Errorf("%s, %s, %s:\n%s", table.Audience.Name, theme, name, strings.TrimSpace(found))
				}
			}
		}
	}
}

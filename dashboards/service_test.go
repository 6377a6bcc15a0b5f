package dashboards_test

import (
	"path/filepath"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// The service alone can show the rows behind a figure: a page that lies in a folder, or with another server, tells the command.
func TestLinkToTheRowsIsThereWhereTheServiceIs(t *testing.T) {
	folder := t.TempDir()
	writePages(t, filepath.Join(folder, "editions", "e1", "staff"), metricstest.KOM().For(staff), metrics.Norwegian)
	writePages(t, filepath.Join(folder, "elsewhere"), metricstest.KOM().For(staff), metrics.Norwegian)
	server := serve(t, folder).URL
	tab := openTab(t)
	const page = "/indicator/qualified_applicant_rate.html"
	for address, want := range map[string]string{
		server + "/editions/e1/staff" + page:                                server + "/trace?as_of=2010-12-31&figure=qualified_applicant_rate%7Call%7Call%7C%7C%7C&known_at=13&lang=nb",
		server + "/elsewhere" + page:                                        "",
		"file://" + filepath.Join(folder, "editions", "e1", "staff") + page: "",
	} {
		tab.visit(address, 1280)
		if got := ask[string](tab, `[...document.querySelectorAll('[data-service]')].filter(a => a.checkVisibility()).map(a => a.href).join(' ')`); got != want {
			t.Errorf("%s: got the link %q, want %q", address, got, want)
		}
		if got := ask[string](tab, `document.querySelector('#about code').textContent`); !strings.HasPrefix(got, "bolyst trace qualified_applicant_rate --as-of 2010-12-31 --known-at ") {
			t.Errorf("%s: got the command %q", address, got)
		}
	}
}

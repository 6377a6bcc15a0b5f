package main

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestPagesOfTheServiceAreForEverybody signs in with a browser, and holds the pages that it meets to what is asked of those of an
// edition. The way out is on the front, and by the jobs.
func TestPagesOfTheServiceAreForEverybody(t *testing.T) {
	long(t)
	ctx := openBrowser(t)
	folder := t.TempDir()
	layOutGuarded(t, folder)
	s := serving(t, folder, "2026-11-30T12:00:00Z")
	defer s.stop(t)
	checkForEverybody(t, ctx, s.url+"sign-in?lang=nn")
	press := func(selector, want string) {
		t.Helper()
		if err := chromedp.Do(ctx, chromedp.Click(selector), chromedp.Sleep(700*time.Millisecond)); err != nil {
			t.Fatalf("%s: %v", selector, err)
		}
		if at, err := chromedp.Run(ctx, chromedp.Location()); err != nil || !strings.HasSuffix(at, want) {
			t.Fatalf("%s: led to %s, %v, want %s", selector, at, err, want)
		}
	}
	look(t, ctx, s.url+"jobs", 1280) // leads to the page to sign in, and from there back
	if err := chromedp.Do(ctx, chromedp.SendKeys("#name", "kari"), chromedp.SendKeys("#password", "fjord og fjell i nord")); err != nil {
		t.Fatal(err)
	}
	press("main button", "/jobs")
	checkForEverybody(t, ctx, s.url+"jobs?lang=en")
	checkForEverybody(t, ctx, s.url+"data?lang=nn")
	look(t, ctx, s.url+"data", 1280)
	press(`nav a[href^="/trace"]`, "/trace?lang=en")
	if err := chromedp.Do(ctx, chromedp.SetValue("#indicator", "qualified_applicant_rate")); err != nil {
		t.Fatal(err)
	}
	press("main button", "lang=en&indicator=qualified_applicant_rate&programme=all&period=all&as_of=&known_at=")
	if rows, err := chromedp.Run(ctx, chromedp.Evaluate[string](`[...document.querySelectorAll('tbody tr')].map(r => r.cells.length + ' ' + r.cells[4].innerText).join(' ')`)); err != nil ||
		!strings.Contains(rows, "9 filer/soknader") {
		t.Errorf("the rows behind the figure: got %q, %v", rows, err)
	}
	checkForEverybody(t, ctx, s.url+"trace?lang=en&figure=qualified_applicant_rate%7Call%7Call%7C%7C%7C")
	look(t, ctx, s.url+"latest/staff/indicator/qualified_applicant_rate.html", 1280)
	press("a[data-service]", "&lang=en")
	if figure, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector('h2').innerText`)); err != nil || !strings.Contains(figure, "qualified") {
		t.Errorf("from the page of the indicator: got %q, %v", figure, err)
	}
	checkForEverybody(t, ctx, s.url)
	checkForEverybody(t, ctx, s.url+"board/") // is not for the staff
	look(t, ctx, s.url, 1280)
	press("main .button", "/staff/")
	look(t, ctx, s.url+"jobs", 1280)
	press("nav button", "/sign-in")
	look(t, ctx, s.url+"jobs", 1280)
	if at, err := chromedp.Run(ctx, chromedp.Location()); err != nil || !strings.Contains(at, "/sign-in?to=") {
		t.Errorf("the jobs after the way out: got %s, %v", at, err)
	}
}

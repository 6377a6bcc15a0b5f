package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestPagesOfBothExamplesAreForEverybody holds a page of every kind, as it is published, to WCAG 2.1 AA as far as axe-core can
// tell, in both themes, and to the width of a phone. The quick run looks at one example in one theme.
func TestPagesOfBothExamplesAreForEverybody(t *testing.T) {
	ctx := openBrowser(t)
	kom, _ := demo()
	pages := func(folder, programme string, names ...string) {
		for _, name := range append([]string{"board/programme/" + programme + ".html", "centre/comparison.html"}, names...) {
			checkForEverybody(t, ctx, "file://"+filepath.Join(editionOf(t, folder), name))
		}
	}
	if !thorough {
		pages(kom, "kom")
		return
	}
	rest := []string{"index.html", "board/index.html", "centre/indicator/retention_curve.html", "staff/quality.html", "staff/indicator/job_offer_rate.html"}
	nine, _ := demoNine()
	pages(kom, "kom", rest...)
	pages(nine, "innlandet", rest...)
}

// openBrowser opens one tab of a browser with an empty profile, or passes over the test where there is none.
func openBrowser(t *testing.T) context.Context {
	t.Helper()
	browser, err := exec.LookPath("chromium")
	if err != nil {
		missing(t, err)
	}
	temporary, err := os.MkdirTemp("", "tab") // shorter than t.TempDir, since the browser puts a socket there
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(temporary) })
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, chromedp.ExecPath(browser), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.UserDataDir(filepath.Join(temporary, "profile")), chromedp.Flag("disable-dev-shm-usage", true), chromedp.Env("TMPDIR="+temporary))
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

func missing(t *testing.T, err error) {
	t.Helper()
	if thorough {
		t.Fatalf("cannot run: %v", err)
	}
	t.Skipf("to run this test, install chromium and run `make build`, which fetches axe-core: %v", err)
}

// checkForEverybody opens the address in both themes, in the quick run in the dark one, and at the width of a phone.
func checkForEverybody(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	axe, err := os.ReadFile("../../node_modules/axe-core/axe.min.js")
	if err != nil {
		missing(t, err)
	}
	for _, theme := range []string{"dark", "light"}[:often(2, 1)] {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		look(t, ctx, address, 1280)
		found, err := chromedp.Run(ctx, chromedp.Evaluate[string](string(axe)+`; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
			.then(found => found.violations.map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes[0].html.slice(0, 160)).join('\n'))`, chromedp.EvalAwaitPromise))
		if err != nil || found != "" {
			t.Errorf("%s, %s: got %v %s", address, theme, err, found)
		}
	}
	look(t, ctx, address, 320)
	cut, err := chromedp.Run(ctx, chromedp.Evaluate[string](`[...document.querySelectorAll('button, input')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 90)).join(' ')`))
	if err != nil || cut != "" {
		t.Errorf("%s at 320 px: got cut off %s, %v", address, cut, err)
	}
	wide, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth`))
	if err != nil || wide > 320 {
		t.Errorf("%s at 320 px: got a page %d px wide, %v", address, wide, err)
	}
}

func look(t *testing.T, ctx context.Context, address string, width int64) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address), chromedp.Sleep(300*time.Millisecond)); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
}

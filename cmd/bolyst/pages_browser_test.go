package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestPagesOfBothExamplesAreForEverybody holds a page of every kind, as it is published, to WCAG 2.1 AA as far as axe-core can
// tell, in both themes, and to the width of a phone.
func TestPagesOfBothExamplesAreForEverybody(t *testing.T) {
	axe, err := os.ReadFile("../../node_modules/axe-core/axe.min.js")
	browser, missing := exec.LookPath("chromium")
	if err != nil || missing != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("cannot run: %v %v", err, missing)
		}
		t.Skip("to run this test, install chromium and run `make build`, which fetches axe-core")
	}
	temporary, err := os.MkdirTemp("", "tab") // shorter than t.TempDir, since the browser puts a socket there
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(temporary)
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	ctx, cancel = chromedp.NewExecAllocator(ctx, chromedp.ExecPath(browser), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.UserDataDir(filepath.Join(temporary, "profile")), chromedp.Flag("disable-dev-shm-usage", true), chromedp.Env("TMPDIR="+temporary))
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	kom, _ := demo()
	nine, _ := demoNine()
	for folder, programme := range map[string]string{kom: "kom", nine: "innlandet"} {
		for _, page := range []string{"index.html", "board/index.html", "board/programme/" + programme + ".html", "centre/comparison.html",
			"centre/indicator/retention_curve.html", "staff/quality.html", "staff/indicator/job_offer_rate.html"} {
			address := "file://" + filepath.Join(editionOf(t, folder), page)
			for _, theme := range []string{"light", "dark"} {
				media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}}
				_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media)
				if err == nil {
					err = chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address), chromedp.Sleep(300*time.Millisecond))
				}
				if err != nil {
					t.Fatalf("%s: %v", page, err)
				}
				found, err := chromedp.Run(ctx, chromedp.Evaluate[string](string(axe)+`; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
					.then(found => found.violations.map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes[0].html.slice(0, 160)).join('\n'))`, chromedp.EvalAwaitPromise))
				if err != nil || found != "" {
					t.Errorf("%s, %s: got %v %s", strings.TrimPrefix(address, "file://"), theme, err, found)
				}
			}
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 700), chromedp.Navigate(address), chromedp.Sleep(300*time.Millisecond)); err != nil {
				t.Fatalf("%s: %v", page, err)
			}
			wide, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth`))
			if err != nil || wide > 320 {
				t.Errorf("%s at 320 px: got a page %d px wide, %v", page, wide, err)
			}
		}
	}
}

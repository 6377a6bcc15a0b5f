package dashboards_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// thorough says that there is time for every round of a test: in .ci/run, which sets CI=true.
var thorough = os.Getenv("CI") == "true"

// rounds are those that a test does: all of them when there is time, else the first few.
func rounds[T any](few int, all ...T) []T {
	if thorough {
		return all
	}
	return all[:few]
}

// tab is one tab of a browser with an empty profile, with all that it asked for and complained of.
type tab struct {
	t       *testing.T
	ctx     context.Context
	mu      sync.Mutex
	asked   []string
	grieved []string
}

func openTab(t *testing.T) *tab {
	t.Helper()
	var browser string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		skip(t, "install chromium")
	}
	temporary, err := os.MkdirTemp("", "tab") // shorter than t.TempDir, since the browser puts a socket there
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(temporary) })
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, chromedp.ExecPath(browser), chromedp.Headless, chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.UserDataDir(filepath.Join(temporary, "profile")), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Env("TMPDIR="+temporary))
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	opened := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, opened.hear); err != nil {
		t.Fatalf("browser: %v", err)
	}
	command(opened, network.Enable, network.EnableParams{})
	command(opened, log.Enable, cdp.Empty{})
	command(opened, runtime.Enable, cdp.Empty{})
	return opened
}

// command sends the browser a command of its protocol.
func command[P, R any](b *tab, name cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, name, params); err != nil {
		b.t.Fatalf("browser: %v", err)
	}
}

// ask evaluates JavaScript in the page, and waits for what it promises.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	answer, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("browser: %s: %v", expression, err)
	}
	return answer
}

// hear keeps what the browser reports: every request, and everything it writes to its console, refusals by policy included.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.asked = append(b.asked, e.Request.URL)
	case *network.EventLoadingFailed:
		b.grieved = append(b.grieved, "loading failed: "+e.ErrorText)
	case *log.EventEntryAdded:
		b.grieved = append(b.grieved, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.grieved = append(b.grieved, fmt.Sprint("console.", e.Type))
	case *runtime.EventExceptionThrown:
		b.grieved = append(b.grieved, e.ExceptionDetails.Text)
	}
}

func (b *tab) visit(address string, width int64) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(address), chromedp.Sleep(300*time.Millisecond)); err != nil {
		b.t.Fatalf("browser: %s: %v", address, err)
	}
}

// choose sets a list of choices as a reader does.
func (b *tab) choose(name, value string) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`(() => { const list = document.querySelector('.choose [name=%s]'); list.value = %q; list.dispatchEvent(new Event('change', {bubbles: true})); return true; })()`, name, value))
	b.settle()
}

// settle waits until what was asked for is drawn.
func (b *tab) settle() {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Sleep(300*time.Millisecond)); err != nil {
		b.t.Fatalf("browser: %v", err)
	}
}

func (b *tab) requests() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.asked)
}

func (b *tab) complaints() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.grieved)
}

// skip passes over a test whose real part is missing on this machine; in CI nothing may be missing.
func skip(t *testing.T, remedy string) {
	t.Helper()
	if thorough {
		t.Fatalf("cannot run: %s", remedy)
	}
	t.Skipf("to run this test, %s", remedy)
}

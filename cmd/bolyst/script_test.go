package main

import (
	"context"
	"crypto/sha256"
	"encoding/pem"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts of testdata/script run the program as main does, in an empty folder each: `exec bolyst demo`.
func TestMain(m *testing.M) {
	if who := os.Getenv("BOLYST_CONTENDER"); who != "" { // see BenchmarkIngest
		if err := compete(who, os.Getenv("BOLYST_FILE"), os.Getenv("BOLYST_OUT")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	testscript.Main(swept{m}, map[string]func(){
		"bolyst": func() {
			code := untilStopped(programClock())
			if file := os.Getenv("BOLYST_STATUS"); file != "" { // what the system says of the process in the end
				status, _ := os.ReadFile("/proc/self/status")
				if err := os.WriteFile(file, status, 0o600); err != nil {
					panic(err)
				}
			}
			os.Exit(code)
		},
	})
}

// demoFolder holds what tests share: the demo's folder.
var demoFolder string

var bg = context.Background()

// swept removes the shared folder after the tests.
type swept struct{ *testing.M }

func (m swept) Run() int {
	var err error
	if demoFolder, err = os.MkdirTemp("", "bolyst-test-"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(demoFolder)
	if !thorough && os.Getenv("GOGC") == "" { // the quick run spends memory rather than time, here and in what it starts
		debug.SetGCPercent(400)
		os.Setenv("GOGC", "400")
	}
	return m.M.Run()
}

// programClock is that of a program that a test starts: it goes from the moment that the test wants ("2026-11-30T05:00:00Z"),
// or stands still there ("still 2026-11-30T05:00:00Z"), or else at that of the scripts.
func programClock() func() time.Time {
	moment, still := strings.CutPrefix(os.Getenv("BOLYST_TEST_CLOCK"), "still ")
	from, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return scriptClock
	}
	if still {
		return func() time.Time { return from }
	}
	began := time.Now()
	return func() time.Time { return from.Add(time.Since(began)).UTC() }
}

// scriptClock stands still, so that what is due next is the same every day.
func scriptClock() time.Time { return time.Date(2011, time.January, 10, 9, 0, 0, 0, time.UTC) }

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("BOLYST_UPDATE") != "",
		Setup:               webServer,
		Condition: func(name string) (bool, error) {
			switch name {
			case "root": // whom no permission holds back
				return os.Getuid() == 0, nil
			case "thorough":
				return thorough, nil
			}
			return false, fmt.Errorf("condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"demo":     copyDemo,
			"status":   exitStatus,
			"same":     sameFolders,
			"mkconfig": makeConfig,
			"join":     joinFiles,
			"newest":   newestEdition,
			"replace":  replaceInFile,
		},
	})
}

// webServer gives each script a web server of its own: $URL serves the folder www, and its certificate is trusted.
func webServer(env *testscript.Env) error {
	www := filepath.Join(env.WorkDir, "www")
	files := http.FileServer(http.Dir(www))
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// By its time alone a file that changes within a second is the same file.
		if content, err := os.ReadFile(filepath.Join(www, filepath.FromSlash(r.URL.Path))); err == nil {
			w.Header().Set("ETag", fmt.Sprintf("%q", fmt.Sprintf("%x", sha256.Sum256(content))))
		}
		files.ServeHTTP(w, r)
	}))
	env.Defer(server.Close)
	env.Setenv("GOGC", os.Getenv("GOGC"))
	certificate := filepath.Join(env.WorkDir, "ca.pem")
	env.Setenv("URL", server.URL)
	env.Setenv("SSL_CERT_FILE", certificate)
	block := &pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}
	return os.WriteFile(certificate, pem.EncodeToMemory(block), 0o600)
}

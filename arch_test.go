// The design as a test: who may import whom, where a library has its home, and
// the few rules that a reader of this tree may rely on. Nothing is built for it.
package bolyst_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ours says, for every folder with Go code, which packages of ours it may
// import. It is a star: no stage knows another, the program knows them all.
var ours = map[string][]string{
	"cmd/bolyst":        {"every package"},
	"ingest":            {},
	"queries":           {},
	"metrics":           {},
	"reports":           {"metrics"},
	"dashboards":        {"metrics"},
	"internal/store":    {"queries", "internal/batch"},
	"internal/journal":  {},
	"internal/batch":    {"internal/journal", "internal/seal"},
	"internal/seal":     {"internal/journal"},
	"internal/backup":   {"internal/journal", "internal/seal"},
	"internal/edition":  {"internal/journal", "internal/seal"},
	"internal/fetch":    {},
	"internal/jobs":     {"internal/journal", "internal/seal"},
	"internal/deliver":  {"internal/journal", "internal/seal"},
	"deploy":            {},
	"internal/audit":    {"internal/journal"},
	"internal/signin":   {"internal/journal"},
	"internal/web":      {"internal/signin"},
	"examples":          {},
	"examples/generate": {},
	// A PostgreSQL server, for the tests of those who read from one.
	"internal/fetch/postgrestest": {},
	// Figures of the example, for the tests of those who show figures.
	"metrics/metricstest": {"metrics"},
}

// homes says which folders may import a library. What is not here has no home.
var homes = map[string][]string{
	"github.com/duckdb/duckdb-go":      {"internal/store"},
	"github.com/xuri/excelize":         {"ingest", "reports", "examples/generate"},
	"github.com/go-echarts/go-echarts": {"dashboards"},
	"github.com/robfig/cron":           {"internal/jobs"},
	"github.com/alecthomas/kong":       {"cmd/bolyst"},
	"github.com/goccy/go-yaml":         {"cmd/bolyst", "metrics"}, // configuration; definitions and words
	"github.com/jackc/pgx":             {"internal/fetch", "internal/fetch/postgrestest"},
	"github.com/prometheus":            {"cmd/bolyst"},
	"github.com/schollz/progressbar":   {"cmd/bolyst"},
	"github.com/klauspost/compress":    {"reports"},
	"github.com/google/renameio":       {"internal/edition", "internal/audit", "internal/signin", "cmd/bolyst"},
	"github.com/rogpeppe/go-internal":  {"internal/audit", "internal/edition"}, // lockedfile
	"github.com/alexedwards/argon2id":  {"internal/signin"},
	"github.com/coreos/go-oidc":        {"internal/signin"},
	"golang.org/x/oauth2":              {"internal/signin", "internal/deliver"},
	"github.com/wneessen/go-mail":      {"internal/deliver"},
	"gocloud.dev":                      {"internal/deliver"},
	"golang.org/x/time":                {"internal/signin"},
	"golang.org/x/term":                {"cmd/bolyst"},
	"github.com/andybalholm/brotli":    {"internal/web"},
	"gonum.org/v1/gonum":               {"metrics"},
	"golang.org/x/text":                {"cmd/bolyst", "ingest", "metrics", "reports", "dashboards", "examples/generate"},
}

// A test plays the program's part, so test files may import every package of
// ours, and besides the libraries of their folder these, wherever they are.
var homesOfTests = map[string][]string{
	"github.com/google/go-cmp":          {"every folder"},
	"pgregory.net/rapid":                {"every folder"},
	"github.com/rogpeppe/go-internal":   {"every folder"},
	"golang.org/x/tools/txtar":          {"every folder"},
	"github.com/chromedp":               {"dashboards", "cmd/bolyst"},
	"github.com/xuri/excelize":          {"cmd/bolyst"}, // reads the published workbook back
	"github.com/oauth2-proxy/mockoidc":  {"internal/signin", "internal/web", "cmd/bolyst"},
	"github.com/emersion/go-smtp":       {"internal/deliver", "cmd/bolyst"}, // a mail server
	"github.com/emersion/go-sasl":       {"internal/deliver", "cmd/bolyst"},
	"github.com/johannesboyne/gofakes3": {"internal/deliver"},
	"github.com/duckdb/duckdb-go":       {"cmd/bolyst"},     // reads the batches back
	"github.com/jackc/pgx":              {"internal/store"}, // the same statements on another engine
}

// vague are names that say nothing about what is inside.
var vague = []string{"util", "utils", "common", "types", "model", "models", "helper", "helpers", "misc", "shared", "base"}

// longest is the soft ceiling of a file; who goes over it is named here with the reason.
const longest = 250

var longer = map[string]string{}

// clocks are the folders in which time.Now may stand. A stage is told the date
// that counts, or it could not give the same bytes twice.
var clocks = []string{"cmd/bolyst", "internal/jobs"}

// goFile is one file of Go code, parsed as far as its imports.
type goFile struct {
	name, folder string
	test         bool
	syntax       *ast.File
}

// files are the names of all files that are written by hand.
func files(t *testing.T) []string {
	t.Helper()
	notOurs := []string{".git", "node_modules", "bin", "data"}
	var names []string
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && slices.Contains(notOurs, name):
			return fs.SkipDir
		case e.IsDir(), name == ".git", path.Dir(name) == "dashboards/assets" && path.Base(name) != "README.md":
			return nil // the mark of a second working tree, and what is fetched from npm
		}
		names = append(names, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var all []goFile
	for _, name := range files(t) {
		if path.Ext(name) != ".go" || strings.Contains(name, "testdata/") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, goFile{name, path.Dir(name), strings.HasSuffix(name, "_test.go"), syntax})
	}
	return all
}

func TestImportsFormAStar(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.folder == "." {
			continue // this test
		}
		allowed, ok := ours[f.folder]
		if !ok {
			t.Errorf("%s lies in a folder that the table does not know: name it in arch_test.go, with what it may import", f.name)
			continue
		}
		for _, spec := range f.syntax.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			first, _, _ := strings.Cut(imported, "/")
			switch {
			case first == "bolyst":
				if !f.test && !slices.Contains(allowed, "every package") && !slices.Contains(allowed, strings.TrimPrefix(imported, "bolyst/")) {
					t.Errorf("%s imports %s; of ours, %s may import %s", f.name, imported, f.folder, list(allowed))
				}
			case strings.Contains(first, "."):
				checkHome(t, f, imported)
			}
		}
	}
}

func checkHome(t *testing.T, f goFile, imported string) {
	t.Helper()
	where, known := lookUp(homes, imported)
	if f.test {
		more, knownInTests := lookUp(homesOfTests, imported)
		where, known = slices.Concat(where, more), known || knownInTests
	} else if _, inTests := lookUp(homesOfTests, imported); !known && inTests {
		t.Errorf("%s imports %s; only test files may import it", f.name, imported)
		return
	}
	switch {
	case !known:
		t.Errorf("%s imports %s, which has no home: name one in arch_test.go, and the reason in DECISIONS.md", f.name, imported)
	case !slices.Contains(where, "every folder") && !slices.Contains(where, f.folder):
		t.Errorf("%s imports %s; only %s may import it", f.name, imported, list(where))
	}
}

// lookUp finds the library that a package belongs to.
func lookUp(table map[string][]string, imported string) (where []string, known bool) {
	for library, folders := range table {
		if imported == library || strings.HasPrefix(imported, library+"/") {
			return folders, true
		}
	}
	return nil, false
}

func list(names []string) string {
	if len(names) == 0 {
		return "nothing"
	}
	return strings.Join(names, ", ")
}

func TestTableNamesOnlyWhatExists(t *testing.T) {
	exists := map[string]bool{}
	for _, f := range goFiles(t) {
		exists[f.folder] = true
	}
	for folder := range ours {
		if !exists[folder] {
			t.Errorf("the table of imports names %s, which has no Go code", folder)
		}
	}
}

func TestEveryPackageSaysOnceWhatItIs(t *testing.T) {
	docs := map[string][]string{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		name := f.syntax.Name.Name
		if slices.Contains(vague, name) || slices.Contains(vague, path.Base(f.folder)) {
			t.Errorf("%s: the package name %s says nothing about what is inside", f.name, name)
		}
		in := docs[f.folder]
		if f.syntax.Doc != nil {
			in = append(in, f.name)
			if text := f.syntax.Doc.Text(); name != "main" && !strings.HasPrefix(text, "Package "+name+" ") {
				t.Errorf("%s: the doc comment begins with %q, not with \"Package %s \"", f.name, firstLine(text), name)
			}
		}
		docs[f.folder] = in // also when it is empty: then no file has one
	}
	for folder, in := range docs {
		if len(in) != 1 {
			t.Errorf("%s: one file carries the package's doc comment; here it is in %s", folder, list(in))
		}
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimRight(line, "\r")
}

func TestEveryStatementBeginsWithItsQuestion(t *testing.T) {
	for _, name := range files(t) {
		if path.Ext(name) != ".sql" {
			continue
		}
		if line := firstLine(read(t, name)); !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, "?") {
			t.Errorf("%s begins with %q, not with the question it answers: -- …?", name, line)
		}
	}
}

func TestEveryIndicatorHasACase(t *testing.T) {
	names := files(t)
	for _, name := range names {
		id, isSQL := strings.CutSuffix(path.Base(name), ".sql")
		if !isSQL || path.Dir(name) != "queries/indicators" {
			continue
		}
		hasCase := slices.ContainsFunc(names, func(n string) bool {
			return path.Dir(n) == "queries/testdata/"+id && path.Ext(n) == ".txtar"
		})
		if !hasCase {
			t.Errorf("%s has no case: rows in and rows out belong in queries/testdata/%s/*.txtar", name, id)
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		lines := strings.Count(read(t, f.name), "\n")
		switch _, excused := longer[f.name]; {
		case lines > longest && !excused:
			t.Errorf("%s has %d lines: a file holds one noun, in %d lines at most, or its reason stands in arch_test.go", f.name, lines, longest)
		case lines <= longest && excused:
			t.Errorf("%s has %d lines and needs no excuse any more", f.name, lines)
		}
	}
}

func TestStagesAreToldTheTime(t *testing.T) {
	for _, f := range goFiles(t) {
		if !f.test && !slices.Contains(clocks, f.folder) && strings.Contains(read(t, f.name), "time.Now()") {
			t.Errorf("%s calls time.Now; only %s may, all others are handed the date", f.name, list(clocks))
		}
	}
}

// machinePath finds a path that exists on one machine only.
var machinePath = regexp.MustCompile(`(?m)(?:^|[\s"'(=:,>` + "`" + `])(/(?:work|home|root|Users)/[\w.-]+|[A-Z]:\\Users\\\w+)`)

func TestNoTextNamesAPathOfOneMachine(t *testing.T) {
	for _, name := range files(t) {
		text := read(t, name)
		if strings.Contains(text, "\x00") || name == "go.sum" {
			continue
		}
		for _, hit := range machinePath.FindAllStringSubmatchIndex(text, -1) {
			line := 1 + strings.Count(text[:hit[2]], "\n")
			t.Errorf("%s:%d names a path of one machine: %s", name, line, text[hit[2]:hit[3]])
		}
	}
}

func TestLockFileNamesPackagesByIntegrityAlone(t *testing.T) {
	text := read(t, "package-lock.json")
	if strings.Contains(text, `"resolved"`) || strings.Contains(text, "://") {
		t.Error("package-lock.json names where a package was fetched from; .npmrc keeps that out: run npm install again with it")
	}
	if versions, hashes := strings.Count(text, `"version":`), strings.Count(text, `"integrity": "sha512-`); versions != hashes {
		t.Errorf("package-lock.json: %d packages, but %d of them with their integrity", versions, hashes)
	}
}

func TestEveryDirectDependencyHasItsReason(t *testing.T) {
	decisions := read(t, "DECISIONS.md")
	direct := regexp.MustCompile(`(?m)^\t(\S+\.\S+) v\S+(.*)$`)
	for _, m := range direct.FindAllStringSubmatch(read(t, "go.mod"), -1) {
		if !strings.Contains(m[2], "// indirect") && !strings.Contains(decisions, "`"+m[1]+"`") {
			t.Errorf("go.mod requires %s, and DECISIONS.md does not say why", m[1])
		}
	}
}

package ingest

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var update = flag.Bool("update", false, "write what the cases give now as what they should give")

// testKey is the key of all tests; it is no secret.
var testKey = func() Key {
	k, err := NewKey([]byte("a key for tests, and nothing else"))
	if err != nil {
		panic(err)
	}
	return k
}()

// A case is an archive: mapping.json, the file of the source, and what becomes
// of it. A line "encoding: windows-1252" above the files says how the source's
// file is written to disk, and a line "notices: shown" that the notices are
// part of what becomes of it. A workbook is written as workbookText says.
func TestCases(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			m := mappingOf(t, file(t, archive, "mapping.json").Data)
			source := archive.Files[1]
			data := encoded(t, archive, source.Data)
			if m.Format.Type == "xlsx" && directive(archive, "encoding") == "" {
				data = withDamage(t, archive, workbookText(t, string(source.Data)))
			}
			got := told(t, writeSource(t, source.Name, data), m)
			if directive(archive, "notices") == "shown" {
				got += notices(t, writeSource(t, source.Name, data), m)
			}
			want := file(t, archive, "want")
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("differs from want (-), got (+):\n%s", diff)
			}
		})
	}
}

func file(t *testing.T, a *txtar.Archive, name string) *txtar.File {
	t.Helper()
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	t.Fatalf("no file %s in the case", name)
	return nil
}

// mappingOf reads a mapping as a case writes it, with the feed by its name.
func mappingOf(t *testing.T, text []byte) Mapping {
	t.Helper()
	var c struct {
		Feed, Programme string
		Format          Format
		Columns         map[string][]string
		Values          map[string]map[string]string
		Constants       map[string]string
		Dates           []string
		Aliases         map[string]string
		County          map[string]string
		CountyColumns   map[string][]string `json:"county_columns"`
		Multi           map[string]string
		Ignore          []string
		Policy          Policy
		Preset          string
	}
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	feed, ok := FeedNamed(c.Feed)
	if !ok {
		t.Fatalf("no feed %q", c.Feed)
	}
	m := Mapping{
		Source: "test", Programme: c.Programme, Feed: feed, Format: c.Format,
		Columns: c.Columns, Values: c.Values, Constants: c.Constants, Dates: c.Dates,
		Aliases: c.Aliases, County: c.County, CountyColumns: c.CountyColumns,
		Multi: c.Multi, Ignore: c.Ignore, Policy: c.Policy,
	}
	if c.Preset == "" {
		return m
	}
	preset, ok := PresetNamed(c.Preset)
	if !ok {
		t.Fatalf("no preset %q", c.Preset)
	}
	return m.With(preset)
}

// directive is what a line above the files says.
func directive(a *txtar.Archive, name string) string {
	for line := range strings.Lines(string(a.Comment)) {
		if said, ok := strings.CutPrefix(strings.TrimSpace(line), name+": "); ok {
			return said
		}
	}
	return ""
}

// withDamage is a workbook with its first sheet changed or cut as the case says.
func withDamage(t *testing.T, a *txtar.Archive, workbook []byte) []byte {
	t.Helper()
	for line := range strings.Lines(string(a.Comment)) {
		said, ok := strings.CutPrefix(strings.TrimSpace(line), "damage: ")
		if !ok {
			continue
		}
		from, to, _ := strings.Cut(said, "=>")
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		workbook = repacked(t, workbook, sheetXML, func(text string) string {
			before, after, found := strings.Cut(text, from)
			if !found {
				t.Fatalf("%q is not in the sheet: %s", from, text)
			}
			if to == "" {
				return before
			}
			return before + to + after
		})
	}
	return workbook
}

func encoded(t *testing.T, a *txtar.Archive, text []byte) []byte {
	t.Helper()
	out, err := text, error(nil)
	switch said := directive(a, "encoding"); said {
	case "":
	case "the old Excel format":
		out = compound("Workbook")
	case "an Excel file with a password":
		out = compound("EncryptedPackage")
	case "utf-8 with a byte order mark":
		out = append([]byte("\xef\xbb\xbf"), text...)
	case "windows-1252":
		out, err = charmap.Windows1252.NewEncoder().Bytes(text)
	case "macintosh":
		out, err = charmap.Macintosh.NewEncoder().Bytes(text)
	case "utf-16 with a byte order mark":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(text)
	case "utf-16, big end first":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes(text)
	default:
		t.Fatalf("no encoding %q", said)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func writeSource(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// told is what becomes of a file, one line for each record and each problem.
// Values that are not known are left out, and pseudonyms are cut.
func told(t testing.TB, path string, m Mapping) string {
	t.Helper()
	var out strings.Builder
	records, rejected := 0, 0
	summary, err := Read(context.Background(), path, m, testKey,
		func(r Record) error {
			records++
			if isPattern(m.Format.Sheet) {
				fmt.Fprintf(&out, "sheet %s, ", r.Sheet)
			}
			fmt.Fprintf(&out, "row %d:%s\n", r.Row, valuesText(m.Feed, r.Values))
			return nil
		},
		func(problems []Problem, _ []any) error {
			rejected++
			for _, p := range problems {
				fmt.Fprintf(&out, "%s | %s\n", p.Rule, p.Text("nb"))
			}
			return nil
		})
	if err != nil {
		return fmt.Sprintf("refused: %v\n", err)
	}
	if summary.Rows != records+rejected {
		t.Errorf("%d rows are not %d records and %d rejected rows", summary.Rows, records, rejected)
	}
	fmt.Fprintf(&out, "%d rows: %d records, %d rejected\n", summary.Rows, records, rejected)
	return out.String()
}

// notices are what else Read tells of a file.
func notices(t testing.TB, path string, m Mapping) string {
	t.Helper()
	var out strings.Builder
	summary, err := Read(context.Background(), path, m, testKey, func(Record) error { return nil }, func([]Problem, []any) error { return nil })
	if err != nil {
		return ""
	}
	for _, n := range summary.Notices {
		fmt.Fprintf(&out, "notice %s | %s\n", n.Rule, n.Text("nb"))
	}
	fmt.Fprintf(&out, "%d ignored\n", summary.Ignored)
	return out.String()
}

func valuesText(feed Feed, values []any) string {
	var out strings.Builder
	for i, value := range values {
		switch v := value.(type) {
		case nil:
			continue
		case time.Time:
			value = v.Format("2006-01-02")
		case string:
			if feed.Fields[i].Pseudonym {
				value = v[:6] + "…"
			}
		}
		fmt.Fprintf(&out, " %s=%v", feed.Fields[i].Name, value)
	}
	return out.String()
}

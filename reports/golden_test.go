package reports_test

import (
	"flag"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The whole workbook as text: every sheet with its page, tables and charts, and every cell with its type (s text, n number),
// value, format and formula. A change of a word, a number or a place shows in the difference of two versions.
func TestWorkbookIsAsItWas(t *testing.T) {
	for _, c := range []struct {
		name     string
		draft    metrics.Draft
		audience metrics.Audience
		language metrics.Language
	}{
		{"staff-nb", metricstest.KOM(), staff, metrics.Norwegian},
		{"board-nb", metricstest.KOM(), board, metrics.Norwegian},
		{"board-en", metricstest.KOM(), board, metrics.English},
		{"kinds-nb", metricstest.Kinds(), board, metrics.Norwegian},
		{"evaluated-nb", evaluated(), centre, metrics.Norwegian},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := written(t, c.draft.For(c.audience), c.language)
			got := dump(t, opened(t, content)) + dumpCharts(t, content)
			golden(t, c.name, got)
		})
	}
}

// golden compares the text with what is kept of it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s has changed (-want +got); go test ./reports -update when that is right:\n%s", name, diff)
	}
}

// dump is the workbook as text.
func dump(t *testing.T, f *excelize.File) string {
	var b strings.Builder
	props, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&b, "title %q subject %q language %s created %s modified %s\n", props.Title, props.Subject, props.Language, props.Created, props.Modified)
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "\n== %s\n", sheet)
		if page, _ := f.GetHeaderFooter(sheet); page != nil {
			fmt.Fprintf(&b, "head %q foot %q\n", page.OddHeader, page.OddFooter)
		}
		for _, name := range f.GetDefinedName() {
			if name.Scope == sheet {
				fmt.Fprintf(&b, "%s %s\n", strings.TrimPrefix(name.Name, "_xlnm."), name.RefersTo)
			}
		}
		panes, _ := f.GetPanes(sheet)
		fmt.Fprintf(&b, "frozen %v before %s\n", panes.Freeze, panes.TopLeftCell)
		tables, _ := f.GetTables(sheet)
		for _, table := range tables {
			fmt.Fprintf(&b, "table %s %s\n", table.Name, table.Range)
		}
		line := ""
		eachCell(t, f, sheet, func(at string, c place) {
			if row := strings.TrimLeft(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); row != line {
				line = row
				fmt.Fprintf(&b, "%s", row)
			}
			column := strings.TrimRight(at, "0123456789")
			if c.isNumber() {
				fmt.Fprintf(&b, "\t%s n %s %s", column, c.text, c.format)
			} else {
				fmt.Fprintf(&b, "\t%s s %q %s", column, c.text, c.format)
			}
			if c.formula != "" {
				fmt.Fprintf(&b, " =%s", c.formula)
			}
			fmt.Fprintln(&b)
		})
	}
	return b.String()
}

var (
	chartKind = regexp.MustCompile(`<plotArea><(\w+)>|<(errBars)>|<f>([^<]*)</f>`)
	frame     = regexp.MustCompile(`<xdr:cNvPr id="\d+" name="([^"]*)" descr="([^"]*)"`)
)

// dumpCharts is what the charts draw and what they say to those who do not see them.
func dumpCharts(t *testing.T, content []byte) string {
	var b strings.Builder
	parts := partsOf(t, content)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		switch {
		case strings.HasPrefix(name, "xl/drawings/drawing"):
			for _, m := range frame.FindAllSubmatch(parts[name], -1) {
				fmt.Fprintf(&b, "\n== %s\n%s\n%s\n", name, m[1], m[2])
			}
		case strings.HasPrefix(name, "xl/charts/chart"):
			fmt.Fprintf(&b, "\n== %s\n", name)
			for _, m := range chartKind.FindAllSubmatch(parts[name], -1) {
				fmt.Fprintf(&b, "%s\n", html.UnescapeString(string(slices.Concat(m[1], m[2], m[3]))))
			}
		}
	}
	return b.String()
}

// eachCell calls use with every cell of the sheet that holds something, row by row.
func eachCell(t testing.TB, f *excelize.File, sheet string, use func(at string, c place)) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, value := range row {
			if value != "" {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				use(at, read(t, f, sheet, at))
			}
		}
	}
}

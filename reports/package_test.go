package reports_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestPackageIsWhole(t *testing.T) {
	every(t, func(t *testing.T, e evaluation) { checkPackage(t, e.content) })
}

// Before the first file is loaded, and for an audience without indicators, there is a workbook all the same.
func TestNothingToShowIsAWorkbookToo(t *testing.T) {
	draft := metricstest.KOM()
	draft.Tallies, draft.Loads, draft.Goals, draft.Targets, draft.Reported, draft.Edition = nil, nil, nil, nil, nil, ""
	for _, table := range []metrics.Table{draft.For(board), draft.For(staff), (metrics.Draft{}).For(board)} {
		for _, language := range metrics.Languages() {
			checkPackage(t, written(t, table, language))
		}
	}
	f := opened(t, written(t, draft.For(board), metrics.Norwegian))
	if got := rowsOf(t, f, "Nøkkeltall", 0)[1]["Slik leses tallet"].text; got != "Ingen hører med i grunnlaget ennå." {
		t.Errorf("got %q", got)
	}
}

// checkPackage fails where an office program would offer to repair the file: a part that is referred to and missing, one
// without a type, one that is no XML, two sheets of one name, a table whose columns are not its head.
func checkPackage(t *testing.T, content []byte) {
	t.Helper()
	parts := partsOf(t, content)
	list := string(parts["[Content_Types].xml"])
	typed := func(name string) bool {
		return strings.Contains(list, `PartName="/`+name+`"`) || strings.Contains(list, `Extension="`+strings.TrimPrefix(path.Ext(name), ".")+`"`)
	}
	for name, part := range parts {
		if err := wellFormed(part); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name != "[Content_Types].xml" && !typed(name) {
			t.Errorf("%s has no content type", name)
		}
		if strings.HasSuffix(name, ".rels") {
			checkRelations(t, parts, name)
		}
	}
	for _, m := range regexp.MustCompile(`PartName="/([^"]*)"`).FindAllStringSubmatch(list, -1) {
		if parts[m[1]] == nil {
			t.Errorf("[Content_Types].xml: %s is missing", m[1])
		}
	}
	checkSheets(t, opened(t, content))
	checkCharts(t, parts)
}

// checkRelations fails unless every target within the package is there.
func checkRelations(t *testing.T, parts map[string][]byte, name string) {
	t.Helper()
	var relations struct {
		Relationship []struct {
			Target     string `xml:",attr"`
			TargetMode string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(parts[name], &relations); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	for _, relation := range relations.Relationship {
		target := strings.TrimPrefix(relation.Target, "/")
		if target == relation.Target {
			target = path.Join(path.Dir(path.Dir(name)), relation.Target)
		}
		if relation.TargetMode == "External" || parts[target] == nil {
			t.Errorf("%s: %s is missing or lies outside", name, relation.Target)
		}
	}
}

// checkSheets looks at names, tables and merged cells.
func checkSheets(t *testing.T, f *excelize.File) {
	t.Helper()
	names, tableNames := map[string]bool{}, map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		if n := len(utf16.Encode([]rune(sheet))); n > 31 || n == 0 || strings.ContainsAny(sheet, `:\/?*[]`) || names[strings.ToLower(sheet)] {
			t.Errorf("sheet name %q is too long, not allowed or not the only one", sheet)
		}
		names[strings.ToLower(sheet)] = true
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		merged, _ := f.GetMergeCells(sheet)
		for i, table := range tables {
			if tableNames[table.Name] {
				t.Errorf("table name %s is not the only one", table.Name)
			}
			tableNames[table.Name] = true
			heads := map[string]bool{}
			for head := range rowsOf(t, f, sheet, i)[0] {
				heads[strings.ToLower(head)] = true
			}
			left, right, _ := strings.Cut(table.Range, ":")
			from, top, _ := excelize.CellNameToCoordinates(left)
			to, bottom, _ := excelize.CellNameToCoordinates(right)
			if len(heads) != to-from+1 || heads[""] {
				t.Errorf("sheet %s: table %s has heads that are empty or the same", sheet, table.Name)
			}
			for _, m := range merged {
				_, first, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
				_, last, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
				if last >= top && first <= bottom {
					t.Errorf("sheet %s: %s is merged in table %s", sheet, m[0], table.Name)
				}
			}
		}
	}
}

var (
	numberReference = regexp.MustCompile(`<numRef><f>([^<]*)</f>`)
	anchor          = regexp.MustCompile(`<xdr:from><xdr:col>(\d+)</xdr:col>.*?<xdr:to><xdr:col>(\d+)</xdr:col>`)
	alternative     = regexp.MustCompile(`descr="[^"]{10,}"`)
	// The order of a line's parts as the schema has it: the intervals after the labels and before the categories.
	lineOrder = regexp.MustCompile(`<ser><idx.*?</idx><order.*?</order><tx>.*?</tx><spPr>.*?</spPr><marker>.*?</marker><dLbls>.*?</dLbls><errBars>.*?</errBars><cat>.*?</cat><val>.*?</val><smooth`)
)

// checkCharts fails where a chart cannot be read aloud, or the intervals are not where the schema wants them.
func checkCharts(t *testing.T, parts map[string][]byte) {
	t.Helper()
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/drawings/drawing") && !alternative.Match(part) {
			t.Errorf("%s: a chart says nothing to those who do not see it", name)
		}
		if m := anchor.FindSubmatch(part); strings.HasPrefix(name, "xl/drawings/drawing") && (m == nil || bytes.Equal(m[1], m[2])) {
			t.Errorf("%s: a chart is held in one cell, to which office programs would shrink it", name)
		}
		alone := bytes.Count(part, []byte("<ser>")) == 1 // lines side by side have no intervals
		if strings.HasPrefix(name, "xl/charts/chart") && bytes.Contains(part, []byte("<lineChart>")) && alone && !lineOrder.Match(part) {
			t.Errorf("%s: the intervals are not drawn, or stand out of order", name)
		}
	}
}

// wellFormed reads an XML document to its end.
func wellFormed(document []byte) error {
	d := xml.NewDecoder(bytes.NewReader(document))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func unescape(text string) string { return html.UnescapeString(text) }

// split takes 'Sheet'!$A$1:$A$3 apart.
func split(t *testing.T, reference string) (sheet string, cells []string) {
	t.Helper()
	i := strings.LastIndex(reference, "!")
	sheet = strings.ReplaceAll(strings.Trim(reference[:i], "'"), "''", "'")
	from, to, _ := strings.Cut(strings.ReplaceAll(reference[i+1:], "$", ""), ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	_, last, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	for row := first; row <= last; row++ {
		cell, _ := excelize.CoordinatesToCellName(column, row)
		cells = append(cells, cell)
	}
	return sheet, cells
}

func TestPartsAreInAFixedOrder(t *testing.T) {
	content := written(t, several().For(board), metrics.Norwegian)
	list := string(partsOf(t, content)["[Content_Types].xml"])
	entries := regexp.MustCompile(`<(?:Default|Override) [^>]*>`).FindAllString(list, -1)
	if !slices.IsSorted(entries) || len(entries) < 20 {
		t.Errorf("got the types of %d parts out of order:\n%s", len(entries), strings.Join(entries, "\n"))
	}
}

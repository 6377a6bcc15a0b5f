package dashboards_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// labels are what a source or a configuration may call a thing: formulas, what ends a field, a row or a string, and what turns
// the direction of writing.
var labels = []string{
	"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''=1", "'s-Hertogenbosch",
	`a"b`, `"`, "a;b,c", "a\nb", "a\r\nb", "a\rb", "\u2028\u2029", "\u202eabc", " a ", "</script>", `\"@en . <x> <y> <z>`, "\x00\x1b",
}

// strange is a draft whose categories and programme have the label.
func strange(label string) metrics.Draft {
	d := metricstest.KOM()
	d.Name, d.Programmes[0].Name = label, label
	d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "applicants", Programme: "kom", Period: "all", Breakdown: "channel", Category: label, Numerator: 12, Denominator: 12})
	return d
}

func TestAnyLabelComesOutOfTheLongFormAsItWentIn(t *testing.T) {
	guarded := regexp.MustCompile(`^'+[=+\-@\t\r\n＝＋－＠]`)
	for _, label := range labels {
		var text bytes.Buffer
		if err := dashboards.LongCSV(&text, strange(label).For(staff), metrics.Norwegian); err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, row := range exactRows(t, text.String()) {
			if len(row) != len(dashboards.Columns()) {
				t.Fatalf("%q: got %d fields, want %d", label, len(row), len(dashboards.Columns()))
			}
			for _, field := range row {
				if field != "" && strings.ContainsAny(field[:1], "=+-@\t\r\n") {
					t.Errorf("%q: the field %q begins a formula", label, field)
				}
				if guarded.MatchString(field) {
					field = field[1:] // as the text that goes along says
				}
				if field == label {
					found++
				}
			}
		}
		if found < 3 { // as a category, as its name, as a programme
			t.Errorf("%q: found %d times in\n%.300s", label, found, text.String())
		}
	}
}

// exactRows reads RFC 4180 to the letter; encoding/csv takes the CR out of a field.
func exactRows(t *testing.T, text string) (rows [][]string) {
	t.Helper()
	for text != "" {
		var row []string
		for {
			var field string
			if rest, quoted := strings.CutPrefix(text, `"`); quoted {
				for {
					at := strings.IndexByte(rest, '"')
					if at < 0 {
						t.Fatalf("a field has no end: %.60q", text)
					}
					field += rest[:at]
					if rest = rest[at+1:]; !strings.HasPrefix(rest, `"`) {
						break
					}
					field, rest = field+`"`, rest[1:]
				}
				text = rest
			} else {
				at := strings.IndexAny(text, ",\r\n\"")
				field, text = text[:at], text[at:]
			}
			row = append(row, field)
			rest, more := strings.CutPrefix(text, ",")
			if text = rest; !more {
				break
			}
		}
		rest, ended := strings.CutPrefix(text, "\r\n")
		if !ended {
			t.Fatalf("a row does not end in CR LF: %.60q", text)
		}
		rows, text = append(rows, row), rest
	}
	return rows
}

func TestAnyLabelComesOutOfJSONStatAsItWentIn(t *testing.T) {
	for _, label := range labels {
		var text bytes.Buffer
		if err := dashboards.JSONStat(&text, strange(label).For(staff), metrics.Norwegian); err != nil {
			t.Fatal(err)
		}
		var said struct {
			Label string
			Link  struct {
				Item []struct {
					Dimension map[string]struct {
						Category struct{ Label map[string]string }
					}
				}
			}
		}
		if err := json.Unmarshal(text.Bytes(), &said); err != nil {
			t.Fatal(err)
		}
		of := said.Link.Item[0].Dimension
		if got := of["group"].Category.Label["channel:"+label]; got != "Kanal: "+label {
			t.Errorf("group: got %q, want %q", got, label)
		}
		if got := of["programme"].Category.Label["kom"]; got != label {
			t.Errorf("programme: got %q, want %q", got, label)
		}
	}
}

func TestDictionaryNamesEveryColumnOfBothFiles(t *testing.T) {
	table := metricstest.KOM().For(board)
	rows := dictionaryRows(t)
	var names []string
	for _, row := range rows {
		names = append(names, row["column"])
		for _, part := range []string{"meaning_nb", "meaning_nn", "meaning_en", "type"} {
			if row[part] == "" || strings.Contains(row[part], "⟨") {
				t.Errorf("%s of %s: got %q", part, row["column"], row[part])
			}
		}
	}
	var long bytes.Buffer
	if err := dashboards.LongCSV(&long, table, metrics.Nynorsk); err != nil {
		t.Fatal(err)
	}
	for i, name := range exactRows(t, long.String())[0] {
		if names[i] != name {
			t.Errorf("column %d: got %s in the dictionary, want %s", i, names[i], name)
		}
	}
	for _, l := range metrics.Languages() {
		comma := ';'
		if l == metrics.English {
			comma = ','
		}
		want := slices.Clone(csvRows(t, csvText(t, table, l), comma)[0])
		var got []string
		for _, row := range rows {
			if head := row["heading_"+string(l)]; head != "" {
				got = append(got, head)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got the headings %q, want those of the file for Excel, %q", l, got, want)
		}
	}
}

func dictionaryRows(t *testing.T) (rows []map[string]string) {
	t.Helper()
	var text bytes.Buffer
	if err := dashboards.Dictionary(&text); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, head := range records[0] {
			row[head] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestReadMeNamesEveryFileColumnAndIndicator(t *testing.T) {
	table := metricstest.KOM().For(board)
	for _, l := range metrics.Languages() {
		var text strings.Builder
		if err := dashboards.ReadMe(&text, table, l, "board", nil); err != nil {
			t.Fatal(err)
		}
		wanted := []string{dashboards.DictionaryName, "/latest/board/data/figures.csv", table.Edition}
		for _, f := range dashboards.DataFiles() {
			wanted = append(wanted, f.Name)
		}
		for _, c := range dashboards.Columns() {
			wanted = append(wanted, c.Name)
		}
		for _, d := range table.Definitions {
			wanted = append(wanted, d.ID)
		}
		for _, want := range wanted {
			if !strings.Contains(text.String(), want) {
				t.Errorf("%s: %s is not named", l, want)
			}
		}
		if strings.Contains(text.String(), "⟨") || strings.Contains(text.String(), "%!") {
			t.Errorf("%s: a text is missing:\n%s", l, text.String())
		}
	}
}

func TestReadMeOfThePublicGivesItsOwnAddressAndLicence(t *testing.T) {
	var text strings.Builder
	if err := dashboards.ReadMe(&text, metricstest.KOM().For(everybody), metrics.English, "public/en", &open); err != nil {
		t.Fatal(err)
	}
	oneLine := strings.Join(strings.Fields(text.String()), " ")
	for _, want := range []string{"give https://example.com/d/en/data/figures.csv.", "NLOD) 2.0 (https://data.norge.no/nlod/no/2.0)", "shared with everybody"} {
		if !strings.Contains(oneLine, want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
	if strings.Contains(oneLine, "workbooks") {
		t.Error("the public is told of workbooks, and gets none")
	}
}

func TestOpenPageLeadsToEveryFileAndTakesNoTextForMore(t *testing.T) {
	table := strange(hostileText).For(everybody)
	for _, l := range metrics.Languages() {
		var text strings.Builder
		named := open
		named.Publisher = hostileText
		if err := dashboards.OpenPage(&text, table, l, named, []dashboards.Link{{Text: "English", Address: "en/index.html", Language: "en"}}); err != nil {
			t.Fatal(err)
		}
		for _, want := range append(dashboards.DataFiles(), dashboards.DataFile{Name: dashboards.DictionaryName}, dashboards.DataFile{Name: dashboards.ReadMeName(l)}) {
			if !strings.Contains(text.String(), `<a href="data/`+want.Name+`">`) {
				t.Errorf("%s: no link to %s", l, want.Name)
			}
		}
		if found := element.FindString(text.String()); found != "" || strings.Contains(text.String(), "⟨") {
			t.Errorf("%s: got %q in\n%s", l, found, text.String())
		}
	}
}

var (
	everybody = metrics.Audience{Name: metrics.Public, Floor: 5, WholePeriods: true}
	open      = dashboards.OpenData{Address: "https://example.com/d/", Publisher: "P", OrgNo: "123456785", Contact: "C", Email: "c@example.com",
		Licence: dashboards.Licences["NLOD-2.0"], Places: []dashboards.Place{{Code: "1505", Name: "Kristiansund"}}}
)

// The titles of the catalogue are read back by rdflib.
func TestAnyLabelComesOutOfTheCatalogueAsItWentIn(t *testing.T) {
	const python = "/usr/bin/python3" // the distribution's, which has its packages
	if exec.Command(python, "-c", "import rdflib").Run() != nil {
		const missing = "rdflib is not installed: apt-get install python3-rdflib"
		if thorough {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	dir := t.TempDir()
	for i, label := range labels {
		var text bytes.Buffer
		named := open
		named.Publisher = label
		if err := dashboards.Catalogue(&text, strange(label).For(everybody), named, metrics.Languages()); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.ttl", i)), text.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said, err := exec.CommandContext(t.Context(), python, "testdata/publishers.py", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	var got []string
	if err := json.Unmarshal(said, &got); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if diff := cmp.Diff(labels, got); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

func TestPublicIsNotToldWhoAnswersForATarget(t *testing.T) {
	var text strings.Builder
	if err := dashboards.JSON(&text, metricstest.KOM().For(everybody)); err != nil {
		t.Fatal(err)
	}
	for _, talk := range []string{"Styreleder", "Programleder", "Måltallet står fast"} {
		if strings.Contains(text.String(), talk) {
			t.Errorf("got %q", talk)
		}
	}
	if !strings.Contains(text.String(), `"value": 0.9`) {
		t.Error("got no target")
	}
}

// A figure that is not told has no number in any file of it, and its sign in all.
func TestHiddenFigureHasItsSignAndNoNumberInEveryFormat(t *testing.T) {
	table := metrics.Table{Draft: metricstest.KOM().For(board).Draft, Audience: board}
	for _, f := range metricstest.KOM().For(board).Figures {
		if f.Sign == metrics.Hidden && !f.Denominator.Given() { // of some, the counts are told and the rate is not
			table.Figures = append(table.Figures, f)
		}
	}
	if len(table.Figures) == 0 {
		t.Fatal("nothing is hidden")
	}
	rows, err := dashboards.Rows(table, metrics.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i, c := range dashboards.Columns() {
			if c.Type == dashboards.NumberColumn && c.Name != "target" && row[i] != nil {
				t.Errorf("%s: got %v", c.Name, row[i])
			}
		}
	}
	var text bytes.Buffer
	if err := dashboards.JSONStat(&text, table, metrics.Norwegian); err != nil {
		t.Fatal(err)
	}
	var said struct {
		Link struct {
			Item []struct {
				Value  map[string]*float64
				Status map[string]string
			}
		}
	}
	if err := json.Unmarshal(text.Bytes(), &said); err != nil {
		t.Fatal(err)
	}
	for _, item := range said.Link.Item {
		for cell, v := range item.Value {
			if v != nil || item.Status[cell] != ":" {
				t.Errorf("cell %s: got %v with the sign %q", cell, v, item.Status[cell])
			}
		}
	}
}

package main

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// toldFigures is what the JSON tells, and what the indicators and programmes in it are called.
type toldFigures struct {
	figures map[string][]metrics.Figure // by indicator
	ids     map[string]string           // of a title, a short title or a name
}

// readTold reads the figures of an edition.
func readTold(t *testing.T, path string) map[string][]metrics.Figure {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	_, figures, err := metrics.ReadFigures(file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]metrics.Figure{}
	for _, f := range figures {
		all[f.Indicator] = append(all[f.Indicator], f)
	}
	return all
}

// readWords reads what the example's indicators and programmes are called.
func readWords(t *testing.T, folder string) toldFigures {
	t.Helper()
	c := &console{config: folder + "/bolyst.yaml", now: scriptClock, err: os.Stderr, out: os.Stdout}
	in, err := c.configured(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{"Alle program": metrics.All, "I alt": metrics.All}
	for _, d := range in.definitions {
		ids[d.ShortTitle(metrics.Norwegian)] = d.ID
	}
	for _, d := range in.definitions { // which are longer, and win
		ids[d.Title.In(metrics.Norwegian)] = d.ID
	}
	for _, p := range in.config.Programmes {
		ids[p.Name] = p.ID
	}
	return toldFigures{ids: ids}
}

func (w toldFigures) with(figures map[string][]metrics.Figure) toldFigures {
	w.figures = figures
	return w
}

// walked is what was found in a workbook.
type walked struct {
	numbers int
	places  []numberPlace
	faults  []string
}

type numberPlace struct {
	table       *shownTable
	column, row int
}

// shownTable is a table with all that stands on its sheet.
type shownTable struct {
	sheet, area string
	rows        [][]string
}

// readTables reads the tables of the workbook.
func readTables(t *testing.T, f *excelize.File) (all []*shownTable) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(tables) == 0 {
			continue
		}
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			all = append(all, &shownTable{sheet, table.Range, rows})
		}
	}
	return all
}

// walkFigures walks the tables that show figures.
func walkFigures(tables []*shownTable, json toldFigures) (w walked) {
	for _, table := range tables {
		w.walkTable(table, json)
	}
	return w
}

// noFigures are the first heads of tables that show none.
var noFigures = []string{"Fil", "Innhold", "Kilde", "Tegn", "Forhold", "Ark", "Dato", "Definisjon"}

// walkTable compares the numbers of one table, row by row.
func (w *walked) walkTable(table *shownTable, json toldFigures) {
	sheet, area, rows := table.sheet, table.area, table.rows
	from, to, _ := strings.Cut(area, ":")
	left, top, _ := excelize.CellNameToCoordinates(from)
	right, bottom, _ := excelize.CellNameToCoordinates(to)
	cells := func(row int) []string {
		list := slices.Clone(rows[row-1])
		for len(list) < right {
			list = append(list, "")
		}
		return list[left-1 : right]
	}
	heads := cells(top)
	if slices.Contains(noFigures, heads[0]) || slices.Contains(heads, "Hva tallet betyr") || slices.Contains(heads, "Spørringen (SHA-256)") {
		return
	}
	before, above := w.numbers, ""
	for row := top + 1; row <= bottom; row++ {
		r := tableRow{toldFigures: json, heads: heads, cells: cells(row), title: rows[0][0], above: above}
		at := func(column int) numberPlace { return numberPlace{table, left + column, row} }
		if fault := r.compare(w, at); fault != "" {
			w.faults = append(w.faults, fmt.Sprintf("%s!%d: %s: %q", sheet, row, fault, r.cells))
		}
		if id := json.ids[r.cells[0]]; heads[0] == "Indikator" && id != "" {
			above = id
		}
	}
	if w.numbers == before && slices.ContainsFunc(rows[top:bottom], func(r []string) bool { return slices.ContainsFunc(r, isNumber) }) {
		w.faults = append(w.faults, sheet+"!"+area+": nothing was compared")
	}
}

// tableRow is a row with all that tells which figure it shows.
type tableRow struct {
	toldFigures
	heads, cells []string
	title        string // of the sheet
	above        string // the indicator of the rows above
}

func (r tableRow) cell(head string) (string, bool) {
	if i := slices.Index(r.heads, head); i >= 0 {
		return r.cells[i], true
	}
	return "", false
}

var yearHead = regexp.MustCompile(`^(\d{4}|I alt)$`)

// compare compares the numbers of the row, in the way that its table is laid out.
func (r tableRow) compare(w *walked, at func(int) numberPlace) string {
	switch {
	case slices.ContainsFunc(r.heads[1:], yearHead.MatchString) && r.heads[1] != "Traineeprogram":
		return r.compareYears(w, at)
	case r.title == "Kullene" || r.title == "Programmene":
		return r.compareColumns(w, at)
	case slices.Contains(r.heads, "Fulgt 12 md."):
		return r.compareCurve(w, at)
	}
	return r.compareFigure(w, at)
}

// numbersOf are the numbers of a figure, by the heads of the columns that show them.
func numbersOf(f metrics.Figure) map[string]metrics.Number {
	return map[string]metrics.Number{"Teller": f.Numerator, "Nevner": f.Denominator, "Kjent": f.Denominator, "Verdi": f.Value, "Nedre grense": f.Low,
		"Øvre grense": f.High, "Ukjent": f.Unknown, "Underveis": f.Immature, "Fulgt så lenge": f.Denominator}
}

// compareFigure compares a row that shows one figure: there is one in the JSON that is all that the row says.
func (r tableRow) compareFigure(w *walked, at func(int) numberPlace) string {
	candidates := r.candidates()
	if len(candidates) == 0 {
		return "no such figure"
	}
	for i, head := range r.heads {
		if _, ok := numbersOf(metrics.Figure{})[head]; ok && isNumber(r.cells[i]) {
			w.count(at(i))
		}
	}
	for _, f := range candidates {
		same := true
		for head, want := range numbersOf(f) {
			if shown, ok := r.cell(head); ok {
				same = same && agrees(shown, want)
			}
		}
		if same {
			return ""
		}
	}
	return fmt.Sprintf("got none of %d figures", len(candidates))
}

// candidates are the figures that the row may be: those of its indicator, and of whatever else it names.
func (r tableRow) candidates() []metrics.Figure {
	indicator, programme := r.ids[r.title], ""
	if title, _, ok := strings.Cut(r.title, ": programmene mot"); ok {
		indicator = r.ids[title]
	}
	if name, ok := r.cell("Indikator"); ok {
		indicator = r.ids[name]
		if of, isProgramme := strings.CutPrefix(name, "– "); isProgramme {
			indicator, programme = r.above, r.ids[of]
		} else if len(r.heads) > 1 && !slices.Contains(r.heads, "Traineeprogram") {
			programme = metrics.All
		}
	}
	if code, ok := r.cell("Kode"); ok {
		indicator = code
	}
	if name, ok := r.cell("Traineeprogram"); ok {
		programme = r.ids[name]
	}
	if code, ok := r.cell("Programkode"); ok {
		programme = code
	}
	var found []metrics.Figure
	for _, f := range r.figures[indicator] {
		if (programme == "" || f.Programme == programme) && r.isOfPart(f) {
			found = append(found, f)
		}
	}
	return found
}

// isOfPart says whether the figure is of the period and of the part of those who count that the row names.
func (r tableRow) isOfPart(f metrics.Figure) bool {
	for _, head := range []string{"Periode", "Kull", "År"} {
		if period, ok := r.cell(head); ok && period != f.Period && !(period == "I alt" && f.Period == metrics.All) {
			return false
		}
	}
	months, isCurve := r.cell("Måneder")
	category, ok := r.cell("Kategori")
	switch {
	case isCurve && (category == "" || category == months):
		return f.Breakdown == "months" && f.Category == months || f.Breakdown == "" && months == "36"
	case !ok || category == "":
		return f.Breakdown == "" || f.Breakdown == "months"
	}
	return category == categoryOf(f)
}

// compareYears compares a row whose columns are periods, of an indicator or of a part of those who count.
func (r tableRow) compareYears(w *walked, at func(int) numberPlace) string {
	for i, head := range r.heads[1:] {
		shown := r.cells[i+1]
		if !yearHead.MatchString(head) || shown == "" {
			continue
		}
		period := head
		if head == "I alt" {
			period = metrics.All
		}
		if isNumber(shown) {
			w.count(at(i + 1))
		}
		found := false
		for id, figures := range r.figures {
			if r.heads[0] == "Indikator" && r.ids[r.cells[0]] != id {
				continue
			}
			found = found || slices.ContainsFunc(figures, func(f metrics.Figure) bool {
				isPart := r.heads[0] == "Indikator" && f.Breakdown == "" || r.heads[0] != "Indikator" && categoryOf(f) == r.cells[0]
				return isPart && f.Period == period && f.Region == "" && f.Programme == metrics.All && (agrees(shown, f.Value) || shown == countsOf(f))
			})
		}
		if !found {
			return head + " is in no figure"
		}
	}
	return ""
}

// compareColumns compares a row of a cohort or a programme, whose columns are indicators.
func (r tableRow) compareColumns(w *walked, at func(int) numberPlace) string {
	for i, head := range r.heads[1:] {
		title, part, _ := strings.Cut(head, ": ")
		shown := r.cells[i+1]
		if isNumber(shown) {
			w.count(at(i + 1))
		}
		if shown == "" || shown == "." {
			continue
		}
		if !slices.ContainsFunc(r.figures[r.ids[title]], func(f metrics.Figure) bool {
			number := map[string]metrics.Number{"teller": f.Numerator, "nevner": f.Denominator, "": f.Value}[part]
			period, programme := r.cells[0], metrics.All
			if r.title == "Programmene" {
				period, programme = metrics.All, r.ids[r.cells[0]]
			} else if period == "I alt" {
				period = metrics.All
			}
			return f.IsPlain() && f.Period == period && f.Programme == programme && (agrees(shown, number) || shown == countsOf(f))
		}) {
			return head + " is in no figure"
		}
	}
	return ""
}

// compareCurve compares a row of a curve, whose columns are months.
func (r tableRow) compareCurve(w *walked, at func(int) numberPlace) string {
	for i, head := range r.heads[1:] {
		what := strings.Fields(head)
		shown := r.cells[i+1]
		if isNumber(shown) {
			w.count(at(i + 1))
		}
		found := false
		for _, figures := range r.figures {
			found = found || slices.ContainsFunc(figures, func(f metrics.Figure) bool {
				number := map[string]metrics.Number{"Fulgt": f.Denominator, "Andel": f.Value}[what[0]]
				return f.Breakdown == "months" && f.Category == what[1] && f.Period == metrics.All && f.Programme == r.ids[r.cells[0]] && agrees(shown, number)
			})
		}
		if !found && shown != "" {
			return head + " is in no figure"
		}
	}
	return ""
}

func (w *walked) count(at numberPlace) {
	w.numbers++
	w.places = append(w.places, at)
}

func isNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
}

// agrees says whether the cell shows the number: a number that was given is there to the last digit or left out with the sign of
// what this kind of figure has none of, and one that was not given never is.
func agrees(shown string, want metrics.Number) bool {
	got, err := strconv.ParseFloat(shown, 64)
	if err != nil {
		return shown == "." || shown == "" || !want.Given()
	}
	return want.Given() && math.Abs(got-want.Float()) <= 1e-12*math.Max(1, math.Abs(got))
}

// countsOf is a figure that has too few for a percentage.
func countsOf(f metrics.Figure) string {
	if !f.Numerator.Given() {
		return "?"
	}
	return f.OfHowMany(metrics.Norwegian)
}

// categoryOf is the category as a workbook names it.
func categoryOf(f metrics.Figure) string { return namer.CategoryName(f.Cell, metrics.Norwegian) }

// namer knows the names of the municipalities.
var namer = metrics.Draft{Kommuner: (&installation{config: &Config{}}).places(store.Moment{})}

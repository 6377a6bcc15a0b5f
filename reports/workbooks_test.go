package reports_test

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

// workbooks are those of an edition.
var workbooks = []struct {
	name  string
	write func(io.Writer, metrics.Table, metrics.Language) error
}{{"board", reports.Board}, {"annual", reports.Annual}, {"evaluation", reports.Evaluation}}

// eachWorkbook walks the workbooks of an edition, for those who see little and those who see everything.
func eachWorkbook(t *testing.T, drafts map[string]metrics.Draft, test func(t *testing.T, content []byte, table metrics.Table, l metrics.Language)) {
	for _, w := range workbooks {
		for name, draft := range drafts {
			for _, audience := range []metrics.Audience{board, staff} {
				for _, language := range languages(audience.Name == board.Name && name == "kinds") {
					t.Run(w.name+"/"+name+"/"+audience.Name+"/"+string(language), func(t *testing.T) {
						table := since(draft.For(audience))
						test(t, writtenBy(t, w.write, table, language), table, language)
					})
				}
			}
		}
	}
}

// writtenBy is a workbook of the table as bytes.
func writtenBy(t testing.TB, write func(io.Writer, metrics.Table, metrics.Language) error, table metrics.Table, language metrics.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, table, language); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// since is the table with an edition before it, in which there was one offer less.
func since(table metrics.Table) metrics.Table {
	after := table.Total("job_offer_rate")
	before := after
	before.Numerator, before.Value = metrics.Of(after.Numerator.Float()-1), metrics.Of((after.Numerator.Float()-1)/after.Denominator.Float())
	late := metrics.Move{Part: metrics.Part{Cause: metrics.Late, Subjects: 1, Numerator: 1}}
	table.Since = metrics.Since{Edition: "2010-06-30-b0011-1a2b3c4d", AsOf: time.Date(2010, 6, 30, 0, 0, 0, 0, time.UTC),
		Changes: []metrics.Change{metrics.Explain(before, after, []metrics.Move{late}, metrics.Erased)}}
	return table
}

func TestWorkbooksOfAnEditionAreAsTheyWere(t *testing.T) {
	for _, w := range workbooks[:2] { // the evaluation has tests of its own
		for _, language := range metrics.Languages() {
			content := writtenBy(t, w.write, since(metricstest.KOM().For(board)), language)
			golden(t, "workbook-"+w.name+"-"+string(language), dump(t, opened(t, content))+dumpCharts(t, content))
		}
		content := writtenBy(t, w.write, metricstest.Kinds().For(staff), metrics.Norwegian)
		golden(t, "workbook-"+w.name+"-kinds-nb", dump(t, opened(t, content))+dumpCharts(t, content))
	}
}

func TestWorkbooksAreWhole(t *testing.T) {
	drafts := map[string]metrics.Draft{"kinds": metricstest.Kinds(), "nothing": {}, "hostile": poisoned(hostile[0] + hostile[9] + hostile[11])}
	eachWorkbook(t, drafts, func(t *testing.T, content []byte, _ metrics.Table, _ metrics.Language) { checkPackage(t, content) })
}

func TestFormulasOfEveryWorkbookGiveWhatIsStored(t *testing.T) {
	drafts := map[string]metrics.Draft{"KOM": metricstest.KOM(), "kinds": metricstest.Kinds()}
	eachWorkbook(t, drafts, func(t *testing.T, content []byte, _ metrics.Table, _ metrics.Language) {
		checkFormulas(t, opened(t, content))
	})
}

func TestChartsOfEveryWorkbookDrawNoSigns(t *testing.T) {
	draft, _ := withCanaries()
	eachWorkbook(t, map[string]metrics.Draft{"canaries": draft}, func(t *testing.T, content []byte, _ metrics.Table, _ metrics.Language) {
		checkDrawn(t, content)
	})
}

func TestHiddenNumbersAreInNoWorkbook(t *testing.T) {
	draft, canaries := withCanaries()
	for _, w := range workbooks {
		for name, part := range partsOf(t, writtenBy(t, w.write, draft.For(board), metrics.Norwegian)) {
			for _, canary := range canaries {
				if bytes.Contains(part, []byte(canary)) {
					t.Errorf("%s: %s is in %s", w.name, canary, name)
				}
			}
		}
	}
}

func TestEveryWorkbookIsTheSameBytesAgain(t *testing.T) {
	table := since(metricstest.Kinds().For(board))
	for _, w := range workbooks {
		want := writtenBy(t, w.write, table, metrics.Norwegian)
		for range 4 {
			if got := writtenBy(t, w.write, table, metrics.Norwegian); !bytes.Equal(got, want) {
				t.Fatalf("%s: the same table gave other bytes", w.name)
			}
		}
	}
}

func TestNoTextBecomesAFormula(t *testing.T) {
	turns := [][]string{hostile}
	if thorough { // each text in every place, too
		for _, text := range hostile {
			turns = append(turns, []string{text})
		}
	}
	for _, w := range workbooks {
		for turn, texts := range turns {
			t.Run(w.name+"/"+strconv.Itoa(turn), func(t *testing.T) {
				content := writtenBy(t, w.write, poisoned(texts...).For(staff), metrics.Norwegian)
				f := opened(t, content)
				for _, sheet := range f.GetSheetList() {
					eachCell(t, f, sheet, func(at string, c place) {
						if c.formula != "" && (!ours.MatchString(c.formula) || !c.isNumber()) {
							t.Errorf("%s!%s: got formula %q", sheet, at, c.formula)
						}
						if !c.isNumber() && c.kind != excelize.CellTypeSharedString && c.kind != excelize.CellTypeInlineString {
							t.Errorf("%s!%s: got type %v of %q, want a string", sheet, at, c.kind, c.text)
						}
					})
				}
				checkPackage(t, content)
			})
		}
	}
}

// What stands in a table of a workbook under the head of a number is a number or one of the signs and words in its place.
func TestNumbersAreNumbersInEveryTable(t *testing.T) {
	eachWorkbook(t, map[string]metrics.Draft{"kinds": metricstest.Kinds()}, func(t *testing.T, content []byte, _ metrics.Table, l metrics.Language) {
		f := opened(t, content)
		heads := []string{l.Say("numerator"), l.Say("denominator"), l.Say("value"), l.Say("low"), l.Say("high"), l.Say("unknown"), l.Say("immature")}
		for _, sheet := range f.GetSheetList() {
			tables, _ := f.GetTables(sheet)
			for n := range tables {
				for _, row := range rowsOf(t, f, sheet, n) {
					for head, c := range row {
						if slices.Contains(heads, head) && !c.isNumber() && !slices.Contains([]string{"", ":", ".", "..", "for få", "too few"}, c.text) {
							t.Errorf("%s, %s: got the text %q", sheet, head, c.text)
						}
					}
				}
			}
		}
	})
}

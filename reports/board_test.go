package reports_test

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

// boardPage is the first sheet of the board's workbook as the texts that stand on it, and its table.
func boardPage(t *testing.T, table metrics.Table, l metrics.Language) (texts []string, rows []map[string]place) {
	t.Helper()
	f := opened(t, writtenBy(t, reports.Board, table, l))
	first := f.GetSheetList()[0]
	eachCell(t, f, first, func(_ string, c place) { texts = append(texts, strings.ReplaceAll(c.text, "\u00a0", " ")) })
	return texts, rowsOf(t, f, first, 0)
}

func TestBoardPageShowsTheKeyIndicators(t *testing.T) {
	for _, draft := range []metrics.Draft{metricstest.KOM(), metricstest.Kinds(), several()} {
		draft.KeyIndicators = []string{"member_companies", "job_offer_rate", "retained_of_hired", "field_breadth", "retention_curve", "fee_per_member"}
		for _, audience := range []metrics.Audience{board, staff} {
			for _, l := range metrics.Languages() {
				table := draft.For(audience)
				_, rows := boardPage(t, table, l)
				key := table.KeyDefinitions()
				if len(rows) != len(key) {
					t.Fatalf("got %d rows, want %d", len(rows), len(key))
				}
				for i, definition := range key {
					total := table.Total(definition.ID)
					row := rows[i]
					if got := row[l.Say("indicator")].text; got != definition.Title.In(l) {
						t.Errorf("row %d: got %q, want %q", i, got, definition.Title.In(l))
					}
					progress, agreed := table.Progress(total)
					wantTarget := metrics.Number{}
					if agreed {
						wantTarget = metrics.Of(progress.Target.Value)
					}
					if got := row[l.Say("target_label")].number(); got != wantTarget {
						t.Errorf("%s target: got %v, want %v", definition.ID, got, wantTarget)
					}
					if got := row[l.Say("gap")].number(); agreed && math.Abs(got.Float()-progress.Gap.Float()) > 1e-12 {
						t.Errorf("%s gap: got %v, want %v", definition.ID, got, progress.Gap)
					}
					delete(row, l.Say("target_label")) // of the series where the total has none
					total.Target = metrics.Number{}
					showsFigure(t, l, row, total)
				}
			}
		}
	}
}

// Who has never seen the program is told by the first page which goals are on track, what is uncertain and what was decided.
func TestBoardPageAnswersByItself(t *testing.T) {
	draft := metricstest.KOM()
	draft.KeyIndicators = []string{"qualified_applicant_rate", "trainees_hired", "job_offer_rate", "member_companies"}
	draft.Targets = append(draft.Targets, metrics.Target{Indicator: "trainees_hired", Programme: "kom", Period: "all", Value: 25})
	texts, _ := boardPage(t, since(draft.For(board)), metrics.Norwegian)
	for _, want := range []string{
		"≈ Usikkert. På vei: Traineer tatt inn. Usikkert: Andel med jobbtilbud.",
		"○ Kan ikke sies: måltall er ikke avtalt. Belyses av: Medlemsbedrifter.",
		"18 av 21 (9 underveis); mellom om lag 65 og 95 %: for få til å si at noe er endret.",
		"Andel med jobbtilbud. Vedtak (Styret, 20.01.2011): Måltallet står fast.",
		"Søkere. Kommentar, 2009 (Programleder, 01.02.2010): Flere annonser enn før.",
		"Endret siden 30.06.2010",
		"Andel med jobbtilbud: 17 av 21 = 81,0 % (65,4–95,0 %) ble 18 av 21 = 85,7 % (65,4–95,0 %) (+4,8 prosentpoeng). Opplysninger som kom senere: antall 1, teller +1, +4,8 prosentpoeng.",
	} {
		if !slices.Contains(texts, want) {
			t.Errorf("got no %q in\n%s", want, strings.Join(texts, "\n"))
		}
	}
}

func TestBoardIsToldHowMuchThereWasNoRoomFor(t *testing.T) {
	draft := metricstest.KOM()
	for range 30 {
		draft.Comments = append(draft.Comments, draft.Comments[1])
	}
	texts, _ := boardPage(t, draft.For(board), metrics.English)
	if !slices.ContainsFunc(texts, func(text string) bool {
		return regexp.MustCompile(`^… and \d+ more, see the sheet`).MatchString(text)
	}) {
		t.Errorf("got %q", texts)
	}
	f := opened(t, writtenBy(t, reports.Board, draft.For(board), metrics.English))
	if got := len(rowsOf(t, f, "Comments and decisions", 0)); got != 32 {
		t.Errorf("got %d comments on their own sheet, want 32", got)
	}
}

func TestBoardPageIsOnePageInAnOffice(t *testing.T) {
	draft := metricstest.Kinds()
	for range 30 {
		draft.Comments = append(draft.Comments, draft.Comments[1])
	}
	for name, table := range map[string]metrics.Table{"plain": metricstest.KOM().For(board), "crowded": since(draft.For(staff))} {
		dir := office(t, onlyFirstSheet(t, writtenBy(t, reports.Board, table, metrics.Norwegian)), "pdf")
		pdf, err := os.ReadFile(filepath.Join(dir, "report.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		if pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); pages != 1 {
			t.Errorf("%s: got %d pages, want 1", name, pages)
		}
	}
}

// onlyFirstSheet is the workbook without its other sheets.
func onlyFirstSheet(t *testing.T, content []byte) []byte {
	t.Helper()
	f := opened(t, content)
	for _, sheet := range f.GetSheetList()[1:] {
		if err := f.DeleteSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

package dashboards_test

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestNorwegianCSVOpensInNorwegianExcel(t *testing.T) {
	text := csvText(t, metricstest.KOM().For(staff), metrics.Norwegian)
	if !strings.HasPrefix(text, "\ufeff") {
		t.Error("got no byte order mark, so Excel would not read UTF-8")
	}
	rows := csvRows(t, text, ';')
	row := findRow(t, rows, "qualified_applicant_rate", "all", "2009")
	// 130/180 = 0.7222…, its interval 65.3 to 78.2 %.
	want := map[string]string{
		"Indikator": "Andel godt kvalifiserte søkere", "Traineeprogram": "Alle program", "Enhet": "søkere", "Slag tall": "andel",
		"Teller": "130", "Nevner": "180", "Ukjent": "0", "Verdi": "0,7222222222222222", "Tegn": "", "Per dato": "2010-12-31",
		"Kjent per innlesing": "13", "Målgruppe": "Programstaben",
	}
	for name, value := range want {
		if got := row[name]; got != value {
			t.Errorf("%s: got %q, want %q", name, got, value)
		}
	}
	if !strings.HasPrefix(row["Nedre grense"], "0,65") || !strings.HasPrefix(row["Øvre grense"], "0,78") {
		t.Errorf("interval: got %s to %s, want 0,65… to 0,78…", row["Nedre grense"], row["Øvre grense"])
	}
}

func TestEnglishCSVHasCommasAndPoints(t *testing.T) {
	rows := csvRows(t, csvText(t, metricstest.KOM().For(staff), metrics.English), ',')
	row := findRow(t, rows, "qualified_applicant_rate", "kom", "2009")
	if got, want := row["Value"], "0.7222222222222222"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := row["Trainee programme"], "KOM Trainee"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCSVHasOneRowPerFigureAndTheSignWhereANumberIsMissing(t *testing.T) {
	table := metricstest.KOM().For(board)
	rows := csvRows(t, csvText(t, table, metrics.Norwegian), ';')
	if got, want := len(rows)-1, len(table.Figures); got != want {
		t.Errorf("got %d rows, want %d", got, want)
	}
	row := findRow(t, rows, "retained_of_hired", "all", "2009")
	if row["Tegn"] != ":" || row["Teller"]+row["Nevner"]+row["Verdi"]+row["Ukjent"]+row["Underveis"] != "" {
		t.Errorf("hidden: got %v, want no number and the sign :", row)
	}
	if row := findRow(t, rows, "job_offer_rate", "all", "2009"); row["Tegn"] != "." || row["Nevner"] != "0" || row["Underveis"] != "5" {
		t.Errorf("nobody yet: got %v, want 0, 5 under way and the sign .", row)
	}
}

// negative is a number below nought, which begins with - and is no formula.
var negative = regexp.MustCompile(`^-\d+(,\d+)?$`)

func TestTextNeverBeginsAFormula(t *testing.T) {
	draft := metricstest.KOM()
	for _, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"} {
		draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "applicants", Programme: "all", Period: "all", Breakdown: "channel", Category: text, Numerator: 10, Denominator: 10})
		draft.Programmes[0].Name = text
		rows := csvRows(t, csvText(t, draft.For(staff), metrics.Norwegian), ';')
		for _, row := range rows {
			for _, field := range row {
				if field != "" && strings.ContainsRune("=+-@\t\r", rune(field[0])) && !negative.MatchString(field) {
					t.Errorf("got %q, want an apostrophe before it", field)
				}
			}
		}
	}
}

func TestJSONHasTheShapeThatIsPromised(t *testing.T) {
	var text strings.Builder
	if err := dashboards.JSON(&text, metricstest.KOM().For(board)); err != nil {
		t.Fatal(err)
	}
	const begin = `{
  "format": 2,
  "as_of": "2010-12-31",
  "known_at": 13,
  "audience": "board",
  "figures": [
    {
      "indicator": "applicants",
      "version": 1,
      "programme": "all",
      "period": "all",
      "breakdown": "",
      "category": "",
      "region": "",
      "unit": "applicant",
      "numerator": 750,
      "denominator": 750,
      "unknown": 0,
      "immature": 0,
      "value": 750,
      "low": null,
      "high": null,
      "sign": "",
      "target": null
    },
`
	if !strings.HasPrefix(text.String(), begin) || !strings.HasSuffix(text.String(), "\n  ]\n}\n") {
		t.Errorf("got %.700s…, want it to begin with %s", text.String(), begin)
	}
	var document struct{ Figures []map[string]any }
	if err := json.Unmarshal([]byte(text.String()), &document); err != nil {
		t.Fatal(err)
	}
	for _, figure := range document.Figures {
		if figure["indicator"] == "retained_of_hired" && figure["period"] == "2009" {
			if figure["sign"] != ":" || figure["value"] != nil || figure["numerator"] != nil {
				t.Errorf("hidden: got %v, want null and the sign :", figure)
			}
		}
	}
}

func TestJSONHasTargetsSignsAndComments(t *testing.T) {
	var text strings.Builder
	if err := dashboards.JSON(&text, metricstest.Kinds().For(board)); err != nil {
		t.Fatal(err)
	}
	var document struct {
		Targets []struct {
			Indicator, Owner string
			DecidedOn        string `json:"decided_on"`
			Gap, Chance      *float64
			Now              struct{ Period string }
		}
		Series []struct {
			Indicator, Programme, Variation, Assurance string
			Points                                     []struct {
				Period string
				Value  *float64
			}
		}
		Curves []struct {
			Programme string
			Whole     bool
			Points    []struct{ Left *float64 }
		}
		Comments []struct{ Kind, Date string }
	}
	if err := json.Unmarshal([]byte(text.String()), &document); err != nil {
		t.Fatal(err)
	}
	if len(document.Targets) != 1 || document.Targets[0].DecidedOn != "2010-03-15" || document.Targets[0].Gap == nil || document.Targets[0].Chance == nil {
		t.Errorf("got the targets %v", document.Targets)
	}
	if len(document.Comments) != 2 || document.Comments[0].Kind != "decision" || document.Comments[0].Date != "2011-01-20" {
		t.Errorf("got the comments %v", document.Comments)
	}
	if len(document.Curves) == 0 {
		t.Error("got no curve")
	}
	for _, curve := range document.Curves {
		for _, point := range curve.Points {
			if curve.Whole || point.Left != nil {
				t.Errorf("%s: got a step of the curve, which says when one person left", curve.Programme)
			}
		}
	}
	table := metricstest.Kinds().For(board)
	for _, series := range document.Series {
		for _, point := range series.Points {
			if f := table.Figure(series.Indicator, series.Programme, point.Period); point.Value != nil && f.Value.Float() != *point.Value {
				t.Errorf("%s %s %s: got %v, want the figure that is shown, %v", series.Indicator, series.Programme, point.Period, *point.Value, f.Value)
			}
		}
	}
}

func TestCSVHasTheTargetAndTheSignsOfItsFigure(t *testing.T) {
	rows := csvRows(t, csvText(t, metricstest.KOM().For(staff), metrics.Norwegian), ';')
	row := findRow(t, rows, "job_offer_rate", "kom", "I alt")
	for name, want := range map[string]string{
		"Måltall": "0,9", "Måltall for": "I alt", "Kommentarer og vedtak": "Vedtak (Styret, 20.01.2011): Måltallet står fast.", "Variasjon": "for få perioder",
	} {
		if row[name] != want {
			t.Errorf("%s: got %q, want %q", name, row[name], want)
		}
	}
	if !strings.HasPrefix(row["Avstand til måltall"], "-0,0428") || !strings.HasPrefix(row["Sannsynlighet for måltall"], "0,238") {
		t.Errorf("got the gap %s and the chance %s", row["Avstand til måltall"], row["Sannsynlighet for måltall"])
	}
	// 7, 7, 7, 5, 4: mean 6, ranges 0, 0, 2, 1, and so a lower limit of 4.005.
	if got, want := findRow(t, rows, "trainees_hired", "kom", "2010")["Utslag"], "tallet ligger utenfor det som er vanlig"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestJSONOfNoFiguresIsAnEmptyList(t *testing.T) {
	var text strings.Builder
	if err := dashboards.JSON(&text, metrics.Table{}); err != nil {
		t.Fatal(err)
	}
	if want := `"figures": []`; !strings.Contains(text.String(), want) {
		t.Errorf("got %s, want %s", text.String(), want)
	}
}

func csvText(t *testing.T, table metrics.Table, language metrics.Language) string {
	t.Helper()
	var text strings.Builder
	if err := dashboards.CSV(&text, table, language); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func csvRows(t *testing.T, text string, comma rune) [][]string {
	t.Helper()
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	reader.Comma = comma
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// findRow returns the row of one figure, by the names of its columns.
func findRow(t *testing.T, rows [][]string, indicator, programme, period string) map[string]string {
	t.Helper()
	for _, fields := range rows[1:] {
		if fields[0] == indicator && fields[5] == programme && fields[7] == period {
			row := map[string]string{}
			for at, name := range rows[0] {
				row[name] = fields[at]
			}
			return row
		}
	}
	t.Fatalf("got no row of %s %s %s", indicator, programme, period)
	return nil
}

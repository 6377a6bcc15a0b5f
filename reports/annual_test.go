package reports_test

import (
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

// meeting is a draft with what an annual meeting is told besides: money and activities, these told apart by kind.
func meeting() metrics.Draft {
	d := metricstest.KOM()
	for i, id := range []string{"activities", "member_fees", "programme_cost", "coaching_coverage"} {
		kind, unit := metrics.Count, "NOK"
		switch id {
		case "activities":
			unit = "activity"
		case "coaching_coverage":
			kind, unit = metrics.Rate, "placement"
		}
		d.Definitions = append(d.Definitions, metrics.Definition{ID: id, Version: 1, Kind: kind, Unit: unit, Direction: "none", Period: "year", Total: "pooled",
			Protected: kind == metrics.Rate, Audiences: []string{"board", "staff"}, Rank: 500 + i,
			Title: metrics.Words{"nb": "Tall " + id, "en": "Figure " + id}, Meaning: metrics.Words{"nb": "Hva det er.", "en": "What it is."}})
		for year, n := range map[string]float64{"2008": 9, "2009": 16, "2010": 23, metrics.All: 48} {
			for _, programme := range []string{"kom", metrics.All} {
				t := metrics.Tally{Indicator: id, Programme: programme, Period: year, Numerator: n, Denominator: n}
				if kind == metrics.Rate {
					t.Numerator -= 3
				}
				d.Tallies = append(d.Tallies, t)
				if id == "activities" && year == metrics.All {
					for category, k := range map[string]float64{"advert": 28, "stand": 20} {
						d.Tallies = append(d.Tallies, metrics.Tally{Indicator: id, Programme: programme, Period: year, Breakdown: "kind", Category: category, Numerator: k, Denominator: k})
					}
				}
			}
		}
	}
	return d
}

// Every number of the tables whose columns are periods is that of the table, or else the sign or the counts in its place.
func TestAnnualMeetingIsToldTheSameFigures(t *testing.T) {
	for _, draft := range []metrics.Draft{meeting(), metricstest.Kinds(), several()} {
		for _, audience := range []metrics.Audience{board, staff} {
			for _, l := range metrics.Languages() {
				table := draft.For(audience)
				f := opened(t, writtenBy(t, reports.Annual, table, l))
				compared := 0
				for _, sheet := range f.GetSheetList() {
					tables, _ := f.GetTables(sheet)
					for n := range tables {
						for _, row := range rowsOf(t, f, sheet, n) {
							definition := titled(table, row[l.Say("indicator")].text, l)
							if definition.ID == "" {
								continue
							}
							for head, got := range row {
								period := head
								if head == l.Say("all_periods") {
									period = metrics.All
								}
								figure := table.Figure(definition.ID, metrics.All, period)
								if figure.Indicator == "" {
									continue
								}
								compared++
								switch few := figure.Sign == metrics.Hidden && figure.Numerator.Given(); {
								case few && got.text == figure.OfHowMany(l):
								case !few:
									shows(t, sheet+" "+definition.ID+" "+period, got, figure.Value, figure.Sign)
								default:
									t.Errorf("%s %s %s: got %q, want the counts", sheet, definition.ID, period, got.text)
								}
							}
						}
					}
				}
				if compared < 4*len(table.Definitions) {
					t.Errorf("compared %d numbers of %d indicators", compared, len(table.Definitions))
				}
			}
		}
	}
}

// titled is the definition of that title.
func titled(table metrics.Table, title string, l metrics.Language) metrics.Definition {
	i := slices.IndexFunc(table.Definitions, func(d metrics.Definition) bool { return d.Title.In(l) == title })
	if i < 0 {
		return metrics.Definition{}
	}
	return table.Definitions[i]
}

func TestCohortsAreToldByTheirCounts(t *testing.T) {
	for _, audience := range []metrics.Audience{board, staff} {
		table := metricstest.KOM().For(audience)
		f := opened(t, writtenBy(t, reports.Annual, table, metrics.Norwegian))
		rows := rowsOf(t, f, "Kullene", 0)
		if len(rows) != 6 {
			t.Fatalf("got %d rows, want five cohorts and the total", len(rows))
		}
		for _, row := range rows {
			period := row["Kull"].text
			if period == "I alt" {
				period = metrics.All
			}
			offers := table.Figure("job_offer_rate", metrics.All, period)
			shows(t, period, row["Andel med jobbtilbud: teller"], offers.Numerator, offers.Sign)
			shows(t, period, row["Andel med jobbtilbud: nevner"], offers.Denominator, offers.Sign)
			shows(t, period, row["Traineer tatt inn"], table.Figure("trainees_hired", metrics.All, period).Numerator, "")
		}
	}
}

func TestContentsLeadToEverySheet(t *testing.T) {
	for _, draft := range []metrics.Draft{meeting(), metricstest.Kinds()} {
		f := opened(t, writtenBy(t, reports.Annual, draft.For(board), metrics.Norwegian))
		sheets := f.GetSheetList()
		rows := rowsOf(t, f, sheets[0], 0)
		if len(rows) != len(sheets)-1 {
			t.Fatalf("got %d lines for %d sheets", len(rows), len(sheets)-1)
		}
		for i, row := range rows {
			if row["Ark"].text != sheets[i+1] {
				t.Errorf("line %d: got %q, want %q", i, row["Ark"].text, sheets[i+1])
			}
			at := "A" + string(rune('0'+(13+i)/10)) + string(rune('0'+(13+i)%10))
			if ok, to, _ := f.GetCellHyperLink(sheets[0], at); !ok || !strings.HasPrefix(to, "'"+sheets[i+1]+"'!") {
				t.Errorf("%s leads to %q, want %q", at, to, sheets[i+1])
			}
		}
	}
}

func TestActivitiesAreToldApartByKind(t *testing.T) {
	f := opened(t, writtenBy(t, reports.Annual, meeting().For(board), metrics.Norwegian))
	got := map[string]string{}
	for _, row := range rowsOf(t, f, "Rekruttering", 1) {
		got[row["Slag"].text] = row["I alt"].text
	}
	if got["Annonse"] != "28" || got["Stand"] != "20" || len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

// A workbook without the sheet of all figures does not speak of it.
func TestOnlyTheEvaluationSpeaksOfTheData(t *testing.T) {
	for _, w := range workbooks {
		said := false
		f := opened(t, writtenBy(t, w.write, metricstest.KOM().For(board), metrics.Norwegian))
		eachCell(t, f, "Om statistikken", func(_ string, c place) { said = said || strings.Contains(c.text, "arket Data") })
		if said != (w.name == "evaluation") {
			t.Errorf("%s: got %v", w.name, said)
		}
	}
}

package reports

import "bolyst/metrics"

// matter is what there is to say of one side of the programme: its indicators year by year, a chart of some of them, and parts.
type matter struct {
	name       string
	indicators []string
	drawn      []string // whose years are drawn
	parts      []part   // which indicator is told apart by which breakdown
}

type part struct{ indicator, breakdown string }

// matters are those of an annual meeting. What the audience is not shown is left out, and so is what a programme has replaced.
var matters = []matter{
	{"companies", []string{"member_companies", "member_retention", "placements", "placement_evaluation"}, []string{"member_companies", "placements"},
		[]part{{"member_companies", "sector"}, {"placements", "host_sector"}, {"placements", "centrality"}}},
	{"recruitment", []string{"activities", "activity_reach", "activity_cost", "applicants", "qualified_applicant_rate", "outside_applicant_share",
		"newcomer_applicant_share", "channel_yield", "cost_per_qualified_applicant"}, []string{"activities", "applicants"},
		[]part{{"activities", "kind"}, {"applicants", "channel"}, {"channel_yield", "channel"}}},
	{"sessions", []string{"session_visits", "seminar_attendance", "coaching_coverage"}, []string{"session_visits"}, []part{{"session_visits", "kind"}}},
	{"surveys", []string{"satisfaction", "programme_importance", "attributable_retention", "settled_anyway", "filled_anyway"}, []string{"satisfaction"}, nil},
	{"economy", []string{"member_fees", "public_funding", "programme_cost", "member_funded_share", "fee_per_member", "cost_per_trainee", "cost_per_retained_year"},
		[]string{"member_fees", "programme_cost"}, nil},
}

// writeMatter writes a matter: what its figures say in words, year by year as a table, two of them as charts, and their parts.
func (s *sheet) writeMatter(m matter) {
	years := s.lastPeriods(m.indicators...)
	width := 2 + len(years)
	s.setYearWidths(len(years), 62)
	s.put(1, 1, heading(s.say("matter_"+m.name), 16))
	s.height(1, 24)
	row := s.across(1, width, 2, remark(s.say("matter_"+m.name+"_note")))
	var lines []yearLine
	for _, definition := range s.shownOf(m.indicators) {
		lines = append(lines, s.lineOf(definition))
	}
	if len(lines) == 0 {
		s.put(1, row+1, text(s.say("not_told")))
		s.page(width, 0, 0, true)
		return
	}
	t := s.writeYears(row+1, s.metric("indicator"), years, lines, true)
	row = s.writeYearCharts(t, s.shownOf(m.drawn), width) + 1
	s.pagesBefore = []int{row}
	for _, p := range m.parts {
		row = s.writeParts(p, row)
	}
	s.page(width, 0, 0, s.fitsOnePage(width))
}

// writeParts writes how an indicator is told apart, and returns the next row.
func (s *sheet) writeParts(p part, row int) int {
	definition := s.Definition(p.indicator)
	var lines []yearLine
	known := map[string]int{}
	var periods []string
	for _, f := range s.Figures {
		if f.Indicator != p.indicator || f.Programme != metrics.All || f.Breakdown != p.breakdown || f.Region != "" || f.IsPool() {
			continue
		}
		if _, ok := known[f.Category]; !ok {
			known[f.Category] = len(lines)
			lines = append(lines, yearLine{label: wrapped(s.CategoryName(f.Cell, s.language)), of: map[string]metrics.Figure{}})
		}
		lines[known[f.Category]].of[f.Period] = f
		periods = withPeriod(periods, f.Period)
	}
	if len(lines) == 0 {
		return row
	}
	s.put(1, row, heading(s.say("apart_by", definition.Title.In(s.language), metrics.Lower(metrics.Cell{Breakdown: p.breakdown}.BreakdownName(s.language))), 12))
	return s.writeYears(row+1, metrics.Cell{Breakdown: p.breakdown}.BreakdownName(s.language), lastOf(periods), lines, false).below + 1
}

package reports

import "bolyst/metrics"

// openByProgramme begins a sheet with each of these rates of each programme. It returns the table, the row of its chart, and the
// rates that can be drawn.
func (s *sheet) openByProgramme(title, note string, definitions []metrics.Definition) (t figureTable, chartAt int, given []metrics.Figure) {
	t = figureTable{sheet: s, names: []column{{s.metric("indicator"), false}, {s.metric("programme"), false}}}
	t.setWidths([]float64{44, 30}, 3)
	chartAt = t.open(title, note)
	for _, d := range definitions {
		for _, programme := range s.programmes() {
			f := s.Figure(d.ID, programme, metrics.All)
			t.add(f, wrapped(d.Title.In(s.language)), wrapped(s.programme(programme)))
			if f.Value.Given() && !tooFew(f) {
				given = append(given, f)
			}
		}
	}
	return t, chartAt, given
}

// writeUnknowns tells what every rate would be if nobody of whom the outcome is not known had it, and if all of them had.
func (s *sheet) writeUnknowns(definitions []metrics.Definition) {
	t, chartAt, given := s.openByProgramme(s.say("about_unknowns"), s.say("coverage_note"), definitions)
	var bounded []metrics.Figure
	for _, f := range given {
		if f.Programme == metrics.All {
			f.Low, f.High = f.Bounds()
			bounded = append(bounded, f)
		}
	}
	t.drawIntervals(chartAt, s.say("unknowns_chart"), bounded, atLowest, atHighest, func(f metrics.Figure) string {
		return s.Definition(f.Indicator).ShortTitle(s.language)
	})
	s.put(1, chartAt+chartRows, label(s.say("unknowns_chart_note")))
	t.close()
}

// writeAttribution tells how much those who stayed say the programme mattered, and beside it what was published of that.
func (s *sheet) writeAttribution(definitions []metrics.Definition) {
	t, chartAt, given := s.openByProgramme(s.say("attribution"), s.say("attribution_note"), definitions)
	t.drawIntervals(chartAt, s.say("attribution"), given, atLow, atHigh, func(f metrics.Figure) string {
		name := s.Definition(f.Indicator).ShortTitle(s.language)
		if len(s.Programmes) > 1 {
			name += "\n" + s.programme(f.Programme)
		}
		return name + "\n" + s.underPoint(f)
	})
	s.put(1, chartAt+chartRows, label(s.say("whiskers_note")))
	below := t.write() + 1
	for _, d := range definitions {
		below = s.writePublished(d, below, t.width())
	}
	t.freeze(0, 1)
	t.page(t.width(), t.head, t.head, false)
}

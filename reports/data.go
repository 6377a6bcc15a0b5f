package reports

// writeData writes every figure as one row, from the first cell on, to be filtered, pivoted or read by another program. The
// numbers are written as they are, not as formulas, and each row says all of itself.
func (s *sheet) writeData() {
	s.setWidths(28, 40, 10, 14, 20, 10, 12, 12, 11, 11, 11, 10, 11, 10, 10, 10, 7, 10)
	columns := []column{
		{s.say("id"), false}, {s.metric("indicator"), false}, {s.metric("version"), true},
		{s.say("programme_id"), false}, {s.metric("programme"), false}, {s.metric("period"), false},
		{s.metric("breakdown"), false}, {s.metric("category"), false}, {s.metric("unit"), false},
		{s.metric("numerator"), true}, {s.metric("denominator"), true}, {s.metric("unknown"), true}, {s.metric("immature"), true},
		{s.metric("value"), true}, {s.metric("low"), true}, {s.metric("high"), true}, {s.metric("sign"), false}, {s.metric("target_label"), true},
	}
	var rows [][]cell
	for _, f := range s.Figures {
		target := cell{}
		if f.Target.Given() {
			target = s.measured(f, f.Target)
		}
		rows = append(rows, []cell{
			text(f.Indicator), text(s.Definition(f.Indicator).Title.In(s.language)), whole(f.Version),
			text(f.Programme), text(s.programme(f.Programme)), text(s.period(f.Period)),
			text(f.Breakdown), text(f.Category), text(s.named("unit_", f.Unit)),
			counted(f, f.Numerator), counted(f, f.Denominator), counted(f, f.Unknown), counted(f, f.Immature),
			s.measured(f, f.Value), s.measured(f, f.Low), s.measured(f, f.High), text(string(f.Sign)), target,
		})
	}
	s.table(1, columns, rows)
	s.freeze(2, 1)
	s.page(len(columns), 1, 1, false)
}

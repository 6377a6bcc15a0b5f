package main

import (
	"cmp"
	"slices"
	"time"
)

// session is one trainee's place at a gathering: a two-day seminar, dated by its first day, or a talk with the coach.
type session struct {
	Trainee  string
	Kind     string // Seminar, Coaching
	Module   int    // 0: a seminar belongs to no module
	Held     time.Time
	Attended bool
	Remark   string
}

// seminarMonths are counted from the start in September: five seminars in two years.
var seminarMonths = []int{1, 5, 9, 13, 18}

func newSessions(noun string, trainees []*trainee, placements []placement) []session {
	r := chance(noun)
	var all []session
	for _, t := range trainees {
		for _, months := range seminarMonths {
			if !t.isOn(t.Started.AddDate(0, months, 9)) {
				continue
			}
			s := session{Trainee: t.No, Kind: "Seminar", Held: thursday(t.Started.AddDate(0, months, 9)), Attended: !one(r, 14)}
			if !s.Attended {
				s.Remark = pick(r, "Syk", "Offshore", "Permisjon")
			}
			all = append(all, s)
		}
	}
	for _, p := range placements {
		s := session{Trainee: p.Trainee.No, Kind: "Coaching", Module: p.Module, Held: weekday(p.Started.AddDate(0, 0, 5+r.IntN(16))), Attended: true}
		if one(r, 16) {
			s.Attended, s.Remark = false, "Ny time ikke avtalt"
		}
		all = append(all, s)
	}
	all = slices.DeleteFunc(all, func(s session) bool { return s.Held.After(asOf) })
	slices.SortStableFunc(all, func(a, b session) int {
		return cmp.Or(a.Held.Compare(b.Held), cmp.Compare(a.Trainee, b.Trainee), cmp.Compare(a.Kind, b.Kind))
	})
	return all
}

func sessionTable(all []session) table {
	t := table{
		sheet:  "Samlinger",
		title:  []string{"KOM Trainee – seminarer og coaching", "Seminarene går over to dager; datoen er første dag. Én rad per trainee."},
		header: []string{"Dato", "Type", "Traineenr", "Modul", "Deltok", "Merknad"},
		widths: []float64{12, 11, 11, 8, 9, 24},
	}
	for _, s := range all {
		var module any
		if s.Module > 0 {
			module = s.Module
		}
		t.rows = append(t.rows, row{cells: []any{s.Held, s.Kind, s.Trainee, module, s.Attended, s.Remark}})
	}
	return t
}

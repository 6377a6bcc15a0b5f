package main

import (
	"cmp"
	"slices"
	"time"
)

// sightings is what is known of where the graduates live: each autumn from the year they completed, by the programme; in 2010
// three of four answered the evaluation themselves, and where the register told until then, which does not know where people
// work, all who live in the region. Who stays is now and then left out for a year. Nobody else is: the plan's
// counts are of those who are known.
func (p programme) sightings(graduates []*graduate) ([]answer, []note) {
	r := chance("sightings " + p.id)
	var answers []answer
	var notes []note
	for _, g := range graduates {
		seen, skipped := g.plannedEnd(), false
		for year := g.plannedEnd().Year(); year <= 2010; year++ {
			date := day(year, 11, 30)
			if g.Fate == lost && year > g.plannedEnd().Year()+1 {
				break
			}
			if g.Fate == unseen {
				if year == 2010 {
					notes = append(notes, note{Trainee: g.No, Seen: date, Status: "Ukjent", Remark: "Ikke fått tak i"})
				}
				continue
			}
			if skipped = g.Fate == stayed && year < 2010 && !skipped && one(r, 6); skipped {
				continue
			}
			if year == 2010 && (p.register && g.Fate.at(0) == inside || g.far != "" && !one(r, 4)) {
				at := fieldwork(r, year)
				kommune, inside, moved := g.livesOn(at, seen)
				answers = append(answers, answer{Trainee: g.No, Year: year, Kommune: kommune, Works: inside != g.commute, Moved: moved, Finished: at})
				continue
			}
			kommune, inside, moved := g.livesOn(date, seen)
			n := note{Trainee: g.No, Seen: date, Status: "Bosatt", Kommune: kommune, Works: "Nei", Moved: moved}
			if inside != g.commute {
				n.Works = "Ja"
			}
			if kommune == "" {
				n.Status, n.Works = "Flyttet til utlandet", "Nei"
			}
			notes = append(notes, n)
			seen = date
		}
	}
	slices.SortStableFunc(answers, func(a, b answer) int { return a.Finished.Compare(b.Finished) })
	slices.SortStableFunc(notes, func(a, b note) int { return cmp.Or(a.Seen.Compare(b.Seen), cmp.Compare(a.Trainee, b.Trainee)) })
	return answers, notes
}

// opinions is the survey of autumn 2010: of the graduates who live in the region so many answered as the plan says, a few of those
// who moved away, two of three trainees, and three of five companies.
func (p programme) opinions(graduates []*graduate, trainees []*trainee, members []company) []opinion {
	r := chance("opinions " + p.id)
	var all []opinion
	residents, mattered := p.answered, p.mattered
	for _, i := range r.Perm(len(graduates)) {
		g := graduates[i]
		o := opinion{Code: g.No, Role: "Tidligere trainee", Importance: "Ingen", Settled: pick(r, "Ja", "Ja", "Vet ikke"), Score: 3 + r.IntN(3)}
		switch {
		case g.Fate.at(0) == inside && residents > 0:
			if residents--; mattered > 0 {
				mattered--
				o.Importance, o.Settled, o.Score = pick(r, "Avgjørende", "En viss", "En viss"), pick(r, "Nei", "Nei", "Vet ikke"), 4+r.IntN(3)
			}
		case g.Fate.at(0) == outside && one(r, 3):
		default:
			continue
		}
		all = append(all, o)
	}
	for _, t := range trainees {
		if t.isOn(asOf) && !one(r, 3) {
			all = append(all, opinion{Code: t.No, Role: "Trainee", Settled: pick(r, "Nei", "Nei", "Vet ikke", "Ja"), Score: 4 + r.IntN(3)})
		}
	}
	for i, c := range members {
		if c.memberOn(asOf) && r.IntN(5) < 3 {
			all = append(all, opinion{Code: companyCode(i), Role: "Bedrift", Filled: pick(r, "Nei", "Vet ikke", "Ja"), Score: 3 + r.IntN(4)})
		}
	}
	for i := range all {
		all[i].Finished = fieldwork(r, 2010)
	}
	slices.SortStableFunc(all, func(a, b opinion) int { return a.Finished.Compare(b.Finished) })
	return all
}

// firstOfNextMonth is when a job begins that someone moved for.
func firstOfNextMonth(t time.Time) time.Time { return day(t.Year(), int(t.Month())+1, 1) }

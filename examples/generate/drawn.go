package main

import (
	"fmt"
	"math/rand/v2"
)

// drawn tells a programme of the plan in the order it happened. It is the same every time.
func (p programme) drawn() scheme {
	people := newPopulation(p.id)
	s := scheme{programme: p}
	s.members = p.drawMembers(people)
	s.trainees = p.drawTrainees()
	graduates := p.graduates(s.trainees)
	recruits := recruiting{places: p.places, noun: "applications " + p.id, intakes: p.intakes(), fields: p.fields}
	s.applications = recruits.applications(s.trainees, people)
	s.placements = newPlacements("placements "+p.id, p.course, s.trainees, s.members)
	s.offers, s.employments = p.careers(graduates, s.members)
	s.answers, s.notes = p.sightings(graduates)
	s.sessions = newSessions("sessions "+p.id, s.trainees, s.placements)
	s.activities = newActivities("activities "+p.id, p.wheel())
	s.opinions = p.opinions(graduates, s.trainees, s.members)
	s.accounts = p.drawAccounts(s.members)
	return s
}

// drawTrainees is everyone who was taken on. Whether they grew up in the region goes with what became of them: those who did,
// stay more often, and those who had lived there all along most often of all.
func (p programme) drawTrainees() []*trainee {
	r := chance("trainees " + p.id)
	var all []*trainee
	for i, size := range p.cohorts {
		cohort := p.first + i
		fated := p.fatesOf(cohort)
		for n := range size {
			t := &trainee{No: fmt.Sprintf("%s%02d-%02d", p.prefix, cohort%100, n+1), Cohort: cohort, Gender: pick(r, "Kvinne", "Mann"),
				Born: cohort - 23 - r.IntN(8), Degree: draw(r, p.degrees), Field: draw(r, p.fields), Started: day(cohort, 9, 1), Months: p.total()}
			switch {
			case n >= p.completing(cohort):
				t.Left = t.Started.AddDate(0, min(p.total()-2, 5+r.IntN(10)), -1)
			case n < len(fated):
				t.Fate = fated[n]
			}
			p.origin(r, t)
			all = append(all, t)
		}
	}
	return all
}

// fatesOf deals out the cohort's part of what its group has: at random, but those who came back or moved late must have had the
// time for it.
func (p programme) fatesOf(cohort int) []fate {
	g, ok := p.groupOf(cohort)
	if !ok {
		return nil
	}
	before := 0 // of the group, in earlier cohorts
	for c := g.first; c < cohort; c++ {
		before += p.completing(c)
	}
	var deck []fate
	for f := range fateCount {
		for range g.fates[f] {
			deck = append(deck, f)
		}
	}
	shuffle := chance(fmt.Sprintf("fates %s %d", p.id, g.first))
	shuffle.Shuffle(len(deck), func(i, j int) { deck[i], deck[j] = deck[j], deck[i] })
	enough := 0 // of the deck, who completed more than four years ago
	for c := g.first; c <= g.last; c++ {
		if !day(c+p.total()/12, 8, 31).AddDate(0, 50, 0).After(asOf) {
			enough += p.completing(c)
		}
	}
	slow := func(f fate) bool { return f == late || f == back }
	for i := enough; i < len(deck); i++ {
		for slow(deck[i]) {
			if j := shuffle.IntN(enough); !slow(deck[j]) {
				deck[i], deck[j] = deck[j], deck[i]
			}
		}
	}
	return deck[before : before+p.completing(cohort)]
}

// origin is where the trainee grew up and lived when applying.
func (p programme) origin(r *rand.Rand, t *trainee) {
	roots := []share{{"here", 28}, {"away", 34}, {"elsewhere", 38}}
	if p.finished(t) {
		switch t.Fate.at(0) {
		case inside:
			roots = []share{{"here", 42}, {"away", 34}, {"elsewhere", 24}}
		case outside:
			roots = []share{{"here", 10}, {"away", 28}, {"elsewhere", 62}}
		}
	}
	t.Home, t.Lives, t.Tie = draw(r, p.near), draw(r, p.near), "Oppvokst her"
	switch draw(r, roots) {
	case "away":
		t.Lives = draw(r, p.far)
	case "elsewhere":
		t.Home, t.Lives, t.Tie = draw(r, p.far), draw(r, p.far), draw(r, strangers)
	}
}

// finished says whether the trainee has one of the plan's fates.
func (p programme) finished(t *trainee) bool {
	_, ok := p.groupOf(t.Cohort)
	return ok && t.Left.IsZero()
}

// intakes is how many applied for each cohort's positions, and how they were judged.
func (p programme) intakes() []intake {
	r := chance("intakes " + p.id)
	var all []intake
	for i, positions := range p.cohorts {
		in := intake{year: p.first + i, applicants: positions*p.applicants + r.IntN(2*positions+1) + 2*i}
		in.assessed = in.applicants * (72 + r.IntN(24)) / 100
		in.wellQualified = positions + (in.assessed-positions)*(45+r.IntN(20))/100
		in.qualified = (in.assessed - in.wellQualified) * 3 / 5
		all = append(all, in)
	}
	return all
}

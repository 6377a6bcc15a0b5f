package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// careers is what the graduates were offered, and where they worked after. Who was offered a job in the region and still lived
// there, took it. Who moved, found another.
func (p programme) careers(graduates []*graduate, members []company) ([]offer, []employment) {
	r := chance("careers " + p.id)
	var offers []offer
	var jobs []employment
	for _, g := range graduates {
		end := g.plannedEnd()
		here := p.employer(r, members, end)
		takes := g.offered && (g.moved.IsZero() || g.moved.After(end.AddDate(0, 3, 0))) && !(g.Fate == stayed && g.commute)
		if g.offered {
			o := offer{Trainee: g.No, Offered: weekday(end.AddDate(0, -1-r.IntN(4), -r.IntN(25))), Company: here,
				Terms: draw(r, []share{{"Fast", 7}, {"Midlertidig", 2}}), Answer: "Takket nei"}
			o.Answered = weekday(o.Offered.AddDate(0, 0, 4+r.IntN(20)))
			if takes || g.commute && g.Fate == early {
				o.Answer = "Takket ja"
			}
			offers = append(offers, o)
			if one(r, 7) { // a second one does not make a second person
				o.Company, o.Offered, o.Answer = p.employer(r, members, end), weekday(o.Offered.AddDate(0, 0, 9)), "Takket nei"
				o.Answered = weekday(o.Offered.AddDate(0, 0, 12))
				offers = append(offers, o)
			}
		} else if one(r, 4) && g.Fate != unseen {
			away := p.awayEmployer(r, g.far)
			offers = append(offers, offer{Trainee: g.No, Offered: weekday(end.AddDate(0, -1, -r.IntN(20))), Company: away, Terms: "Fast",
				Answer: "Takket ja", Answered: weekday(end.AddDate(0, -1, 6))})
		}
		jobs = append(jobs, g.jobs(r, p, here, takes, members)...)
	}
	slices.SortStableFunc(offers, func(a, b offer) int { return cmp.Or(a.Offered.Compare(b.Offered), cmp.Compare(a.Trainee, b.Trainee)) })
	for i := range offers {
		offers[i].No = fmt.Sprintf("%s-J%03d", p.prefix, i+1)
		offers[i].Kommune = offers[i].Company.Kommune
	}
	return offers, jobs
}

// jobs is one job after the other, as far as anyone knows.
func (g *graduate) jobs(r *rand.Rand, p programme, here company, takes bool, members []company) []employment {
	source := func() string { return pick(r, "Undersøkelse", "Bedrift", "Egen kjennskap") }
	relevant := draw(r, []share{{"Ja", 8}, {"Nei", 1}, {"", 1}})
	start := g.plannedEnd().AddDate(0, 0, 1)
	var jobs []employment
	switch {
	case g.Fate == unseen:
		return nil
	case g.Fate == stayed && g.commute:
		return []employment{{g.No, p.awayEmployer(r, draw(r, p.far)), start, time.Time{}, relevant, source()}}
	case g.Fate == early && g.commute:
		return []employment{{g.No, here, start, time.Time{}, relevant, source()}}
	case takes:
		jobs = append(jobs, employment{g.No, here, start, g.moved, relevant, source()})
	}
	if !g.moved.IsZero() && g.far != "" {
		jobs = append(jobs, employment{g.No, p.awayEmployer(r, g.far), firstOfNextMonth(g.moved), g.back, relevant, source()})
	}
	if !g.back.IsZero() {
		jobs = append(jobs, employment{g.No, p.employer(r, members, g.back), firstOfNextMonth(g.back), time.Time{}, relevant, source()})
	}
	return jobs
}

// employer is a member of the day in three of four, else another in the region.
func (p programme) employer(r *rand.Rand, members []company, date time.Time) company {
	for !one(r, 4) {
		if c := pick(r, members...); c.memberOn(date) {
			return c
		}
	}
	n := r.IntN(len(p.near))
	return company{OrgNo: orgNo(p.series() + 500 + 7*n), Name: heads[n%len(heads)] + " Partner AS", Kommune: p.near[n].value}
}

// awayEmployer is one in the place that they moved to.
func (p programme) awayEmployer(r *rand.Rand, kommune string) company {
	if kommune == "" {
		kommune = draw(r, p.far)
	}
	n := slices.IndexFunc(p.far, func(s share) bool { return s.value == kommune })
	return company{OrgNo: orgNo(p.series() + 700 + 7*max(n, 0)), Name: tails[max(n, 0)%len(tails)] + " Konsern AS", Kommune: kommune}
}

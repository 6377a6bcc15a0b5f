package main

import (
	"cmp"
	"slices"
)

// intake is what was published, or chosen to add up to it: 762 applications by 750 people, and in 2009 180 applicants who were all
// assessed, 130 of them as well qualified.
type intake struct {
	year, applicants, assessed, wellQualified, qualified int
}

var intakes = []intake{
	{2006, 118, 64, 39, 17},
	{2007, 142, 97, 62, 24},
	{2008, 155, 121, 81, 27},
	{2009, 180, 180, 130, 34},
	{2010, 167, 139, 97, 29},
}

// recruiting is how a programme comes by its applications.
type recruiting struct {
	places
	noun    string // of the chance
	intakes []intake
	fields  []share
	again   []comingBack
	twice   string // the trainee who was turned down at the first attempt, if any
}

// comingBack is how many of one year's applicants apply again in a later year.
type comingBack struct{ first, second, people int }

// komRecruiting: twelve come back, so that 762 applications are 750 people.
var komRecruiting = recruiting{
	places: nordmøre, noun: "applications", intakes: intakes, fields: fields, twice: "T08-05",
	again: []comingBack{{2006, 2007, 3}, {2006, 2008, 1}, {2007, 2008, 3}, {2008, 2009, 3}, {2009, 2010, 2}},
}

// applications makes years of applications, in the order they were submitted, and gives every trainee a person.
func (w recruiting) applications(trainees []*trainee, people *population) []application {
	r := chance(w.noun)
	returning := map[int][]application{} // by the year they come back
	var all []application
	candidate := 10000
	for _, in := range w.intakes {
		year := slices.Clone(returning[in.year])
		for _, t := range trainees {
			switch {
			case t.No == w.twice && t.Cohort == in.year+1:
				t.Person = people.next(t.Gender, t.Born)
				year = append(year, application{Person: t.Person, TryAgain: t, Degree: "Bachelor", Field: t.Field, Home: t.Home,
					Lives: t.Lives, Tie: t.Tie})
			case t.No != w.twice && t.Cohort == in.year:
				t.Person = people.next(t.Gender, t.Born)
				year = append(year, placed(t))
			}
		}
		for len(year) < in.applicants {
			year = append(year, w.applied(r, in.year, people))
		}
		for i := range year {
			a := &year[i]
			a.Year, a.Submitted = in.year, submitted(r, in.year)
			a.Channel = draw(r, channels)
			if one(r, 9) {
				a.Comment = pick(r, comments...)
			}
		}
		slices.SortStableFunc(year, func(a, b application) int { return a.Submitted.Compare(b.Submitted) })
		for i := range year {
			year[i].Number = numbered(in.year, i+1)
			if year[i].Person.Candidate == 0 {
				candidate += 1 + r.IntN(3)
				year[i].Person.Candidate = candidate
			}
		}
		judge(r, in, year)
		w.comeBack(in.year, year, returning)
		all = append(all, year...)
	}
	return all
}

// comeBack chooses who of the year's applicants applies again: people who were turned down and have not come back before.
func (w recruiting) comeBack(year int, applications []application, returning map[int][]application) {
	var turnedDown []application
	for _, a := range applications {
		if a.Outcome == "Avslag" && !a.returned {
			turnedDown = append(turnedDown, a)
		}
	}
	slices.SortStableFunc(turnedDown, func(a, b application) int { return cmp.Compare(a.againRank(), b.againRank()) })
	for _, g := range w.again {
		if g.first != year {
			continue
		}
		for _, a := range turnedDown[:g.people] {
			back := application{Person: a.Person, Degree: a.Degree, Field: a.Field, Home: modern(a.Home), Lives: modern(a.Lives),
				Tie: a.Tie, returned: true}
			if a.TryAgain != nil {
				back = placed(a.TryAgain)
			}
			returning[g.second] = append(returning[g.second], back)
		}
		turnedDown = turnedDown[g.people:]
	}
}

// againRank puts first the one of whom it is known, then those who did well.
func (a application) againRank() int {
	switch {
	case a.TryAgain != nil:
		return 0
	case a.Assessment != "":
		return 1
	default:
		return 2
	}
}

package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// judge assesses exactly as many as the intake says, and decides what became of each application.
func judge(r *rand.Rand, in intake, applications []application) {
	order := r.Perm(len(applications))
	rank := func(i int) int { // trainees first, then the educated, then the others
		a := applications[i]
		switch {
		case a.Trainee != nil:
			return 0
		case degreeYears[a.Degree] >= 3:
			return 1
		default:
			return 2
		}
	}
	chosen := slices.Clone(order)
	slices.SortStableFunc(chosen, func(a, b int) int { return cmp.Compare(min(rank(a), 1), min(rank(b), 1)) })
	chosen = chosen[:in.assessed]
	slices.SortStableFunc(chosen, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	for n, i := range chosen {
		switch a := &applications[i]; {
		case n < in.wellQualified:
			a.Assessment = "Godt kvalifisert"
		case n < in.wellQualified+in.qualified:
			a.Assessment = "Kvalifisert"
		default:
			a.Assessment = "Ikke kvalifisert"
		}
	}
	declined, interviewed := 2, 9
	for _, i := range order {
		a := &applications[i]
		a.Outcome = "Avslag"
		a.Decided = weekday(day(in.year, 4, 14+r.IntN(30)))
		switch {
		case a.Trainee != nil:
			a.Outcome, a.Decided = "Ansatt som trainee", weekday(day(in.year, 5, 4+r.IntN(20)))
		case a.TryAgain != nil:
		case one(r, 16):
			a.Outcome, a.Decided = "Trukket", weekday(a.Submitted.AddDate(0, 0, 10+r.IntN(25)))
		case a.Assessment == "Godt kvalifisert" && declined > 0:
			a.Outcome, a.Decided, declined = "Takket nei", weekday(day(in.year, 5, 4+r.IntN(20))), declined-1
		case a.Assessment == "Godt kvalifisert" && interviewed > 0:
			a.Outcome, interviewed = "Intervjuet, ikke tilbud", interviewed-1
		}
	}
}

package main

import (
	"slices"
	"time"
)

// opinion is one reply to the survey of autumn 2010. The code is in the invitation: a trainee number, or B and the company's
// place in the membership list. It makes an anonymous form countable without names.
type opinion struct {
	Code       string
	Role       string
	Importance string // for living where they live: only ex-trainees were asked
	Settled    string // would have, without the programme: trainees and ex-trainees
	Filled     string // the position, without the programme: companies
	Score      int
	Comment    string
	Finished   time.Time
}

// newOpinions: of the 18 who completed and live in the region 15 answered, and for 10 of them the programme mattered: two of three,
// as in the nine programmes together. One who moved away answered, 8 of the 9 trainees, and 13 of the 16 companies.
func newOpinions(members []company) []opinion {
	ex := func(code, importance, settled string, score int) opinion {
		return opinion{Code: code, Role: "Tidligere trainee", Importance: importance, Settled: settled, Score: score}
	}
	all := []opinion{
		ex("T06-01", "Avgjørende", "Nei", 6), ex("T06-02", "Ingen", "Ja", 4), ex("T06-03", "Avgjørende", "Nei", 5),
		ex("T06-04", "Ingen", "Ja", 3), ex("T06-05", "En viss", "Vet ikke", 5),
		ex("T07-01", "En viss", "Nei", 5), ex("T07-02", "En viss", "Ja", 4), ex("T07-03", "Ingen", "Nei", 4),
		ex("T07-04", "Ingen", "Ja", 4), ex("T07-06", "Avgjørende", "Nei", 6), ex("T07-07", "En viss", "Vet ikke", 5),
		ex("T08-01", "Avgjørende", "Nei", 6), ex("T08-02", "En viss", "Vet ikke", 5), ex("T08-03", "En viss", "Nei", 6),
		ex("T08-05", "Ingen", "Ja", 5), ex("T08-07", "Ingen", "Ja", 2),
	}
	settled := []string{"Nei", "Vet ikke", "Ja", "Nei", "Nei", "Vet ikke", "Nei", "Ja"}
	for i, code := range []string{"T09-01", "T09-02", "T09-03", "T09-05", "T10-01", "T10-02", "T10-03", "T10-04"} {
		all = append(all, opinion{Code: code, Role: "Trainee", Settled: settled[i], Score: 4 + (i+1)%3})
	}
	filled := []string{"Nei", "Vet ikke", "Ja", "Nei", "Vet ikke", "Nei", "Ja"}
	for i, c := range members {
		if c.memberOn(asOf) && !slices.Contains([]int{rederi, trevare, gass}, i) {
			all = append(all, opinion{Code: companyCode(i), Role: "Bedrift", Filled: filled[i%len(filled)], Score: 3 + (i*2)%4})
		}
	}
	r := chance("opinions")
	for i := range all {
		all[i].Finished = fieldwork(r, 2010)
		if one(r, 5) {
			all[i].Comment = pick(r, "Flere treff på tvers av kullene.", "Bedriftene bør planlegge modulen bedre.", "Mer hjelp til å finne bolig.",
				"Bra som det er!", "Savner en fadder i hver bedrift.")
		}
	}
	slices.SortStableFunc(all, func(a, b opinion) int { return a.Finished.Compare(b.Finished) })
	return all
}

const (
	askCode       = "Svarkode (står i invitasjonen)"
	askRole       = "Jeg svarer som"
	askImportance = "Hvor mye har traineeordningen betydd for at du bor der du bor i dag?"
	askSettled    = "Ville du ha bosatt deg i regionen uten traineeordningen?"
	askFilled     = "Ville bedriften ha fått besatt stillingen uten traineeordningen?"
	askScore      = "Hvor fornøyd er du med traineeordningen, alt i alt? (1 = svært misfornøyd, 6 = svært fornøyd)"
	askComment    = "Hva kan bli bedre?"
)

func opinionTable(all []opinion) table {
	r := chance("opinion table")
	t := table{sheet: "Sheet1", form: true,
		header: []string{"ID", "Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "Navn", askCode, askRole, askImportance, askSettled,
			askFilled, askScore, askComment},
		widths: []float64{6, 17, 19, 15, 8, 16, 18, 24, 24, 25, 28, 38},
	}
	for i, o := range all {
		started := o.Finished.Add(-time.Duration(120+r.IntN(700)) * time.Second)
		t.rows = append(t.rows, row{cells: []any{i + 1, started, o.Finished, "anonymous", nil, o.Code, o.Role, o.Importance, o.Settled,
			o.Filled, o.Score, o.Comment}})
	}
	return t
}

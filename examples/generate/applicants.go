package main

import (
	"math/rand/v2"
	"time"
)

var (
	degrees = []share{{"Bachelor", 34}, {"Master", 27}, {"Sivilingeniør", 13}, {"Siviløkonom", 8}, {"Høgskoleingeniør", 8},
		{"Cand.mag.", 4}, {"Fagskole", 2}, {"Videregående", 2}, {"Ph.d.", 1}, {"", 2}}
	fields = []share{{"Økonomi og administrasjon", 26}, {"Ingeniørfag", 24}, {"Samfunnsfag", 13}, {"Informatikk", 9},
		{"Kommunikasjon og språk", 9}, {"Biologi og havbruk", 6}, {"Helse- og sosialfag", 5}, {"Jus", 4}, {"", 4}}
	channels = []share{{"FINN.no", 34}, {"Avisannonse", 20}, {"Karrieredag", 17}, {"Bekjente", 14}, {"Nettsiden", 10},
		{"NAV", 3}, {"", 5}}
	strangers = []share{{"Ingen", 58}, {"Familie", 24}, {"Jobbet her", 6}, {"Studerte her", 3}, {"", 9}}
	comments  = []string{"Ettersendte vitnemål.", "Ønsker seg til havbruk; åpen for andre bransjer.", "Ringte og spurte om boligmarkedet.",
		"Vil helst begynne 1. oktober.", "Samboer fra Averøy.", "Referanser sjekket.", `Skrev "vil hjem" i søknaden.`,
		"Søker også i Trondheim.", "Ber om svar før påske.", "Leverer masteroppgaven i juni."}
)

// applied is a new applicant of the year.
func (w recruiting) applied(r *rand.Rand, year int, people *population) application {
	gender := draw(r, []share{{"Kvinne", 51}, {"Mann", 47}, {"", 2}})
	a := application{Person: people.next(gender, year-23-r.IntN(9)), Degree: draw(r, degrees), Field: draw(r, w.fields)}
	a.Home = w.draw(r, year, 46, 3)
	a.Lives = w.draw(r, year, 30, 2)
	switch {
	case w.holds(a.Home):
		a.Tie = draw(r, []share{{"Oppvokst her", 90}, {"", 10}})
	default:
		a.Tie = draw(r, strangers)
	}
	return a
}

// placed is the application of a person who got a place as trainee.
func placed(t *trainee) application {
	return application{Person: t.Person, Trainee: t, Degree: t.Degree, Field: t.Field, Home: t.Home, Lives: t.Lives, Tie: t.Tie}
}

// submitted is a date between new year and the deadline of 1 March, most of them late.
func submitted(r *rand.Rand, year int) time.Time {
	late := max(r.IntN(54), r.IntN(54))
	return day(year, 1, 6+late)
}

// modern is the name after the merger of 2008.
func modern(kommune string) string {
	if kommune == "Frei" {
		return "Kristiansund"
	}
	return kommune
}

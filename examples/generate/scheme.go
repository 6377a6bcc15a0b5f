package main

import (
	"fmt"
	"strconv"
)

// scheme is everything the made-up programme has on paper, before it is put into files.
type scheme struct {
	programme    programme
	members      []company
	applications []application
	trainees     []*trainee
	placements   []placement
	offers       []offer
	employments  []employment
	answers      []answer
	notes        []note
	sessions     []session
	activities   []activity
	opinions     []opinion
	accounts     []account
	published    []published
}

// newScheme is KOM Trainee's five years as its lists have them, faults and all.
func newScheme() scheme {
	s := told()
	s.spoil()
	return s
}

// told tells the five years in the order they happened. It is the same every time.
func told() scheme {
	people := newPopulation("")
	s := scheme{programme: kom}
	s.members = newMembers(people)
	s.trainees = newTrainees()
	s.applications = komRecruiting.applications(s.trainees, people)
	s.placements = newPlacements("placements", threeModules, s.trainees, s.members)
	s.offers = newOffers(s.members)
	s.employments = newEmployments(s.members)
	s.answers = newAnswers()
	s.notes = newNotes()
	s.sessions = newSessions("sessions", s.trainees, s.placements)
	s.activities = newActivities("activities", komWheel)
	s.opinions = newOpinions(s.members)
	s.accounts = newAccounts(s.members)
	s.published = newPublished()
	return s
}

// files lays the tables into the files that people would have them in.
func (s scheme) files() []file {
	var files []file
	for _, in := range intakes {
		files = append(files, file{name: fmt.Sprintf("soknader-%d.csv", in.year), tables: []table{applicationTable(in.year, s.applications)}})
	}
	return append(files,
		file{name: "traineeliste.xlsx", tables: []table{traineeTable(s.trainees), placementTable(s.placements), notes()}},
		file{name: "jobbtilbud.csv", tables: []table{offerTable(s.offers)}},
		file{name: "ansettelser.csv", tables: []table{employmentTable(s.employments)}},
		file{name: "bosted-svar.xlsx", tables: []table{answerTable(s.answers, s.trainees)}},
		file{name: "bosted-programmet.csv", tables: []table{noteTable(s.notes)}},
		file{name: "bedrifter.xlsx", tables: []table{memberTable(s.members)}},
		file{name: "aktiviteter.csv", tables: []table{activityTable(s.activities)}},
		file{name: "samlinger.xlsx", tables: []table{sessionTable(s.sessions)}},
		file{name: "undersokelse.xlsx", tables: []table{opinionTable(s.opinions)}},
		file{name: "okonomi.csv", tables: []table{accountTable(s.accounts)}},
		file{name: "publisert.csv", encoding: "utf-8", tables: []table{publishedTable(s.published)}},
	)
}

// grouped writes an amount as Norwegians do: 1 112 000.
func grouped(amount int) string {
	s := strconv.Itoa(amount)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + " " + s[i:]
	}
	return s
}

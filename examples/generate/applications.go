package main

import (
	"fmt"
	"time"
)

// application is one row of the recruitment system's export.
type application struct {
	Number     string // 2009-0123
	Person     *person
	Year       int
	Submitted  time.Time
	Degree     string
	Field      string
	Home       string
	Lives      string
	Tie        string
	Channel    string
	Assessment string
	Outcome    string
	Decided    time.Time
	Comment    string
	Trainee    *trainee // who got a place on it
	TryAgain   *trainee // who was turned down on it and got a place the next year
	Blemish    *blemish
	returned   bool // the person applied in an earlier year too
}

func numbered(year, n int) string { return fmt.Sprintf("%d-%04d", year, n) }

// applicationTable is the year's export. The recruitment system changed two headers in 2008.
func applicationTable(year int, all []application) table {
	lives, channel := "Bostedskommune", "Hørte om oss via"
	if year < 2008 {
		lives, channel = "Bosted", "Kanal"
	}
	t := table{header: []string{"Søknadsnr", "Kandidatnr", "Navn", "E-post", "Mobil", "Kjønn", "Fødselsår", "Opptak", "Søkt dato",
		"Utdanningsnivå", "År utdanning", "Studieretning", "Hjemkommune", lives, "Tilknytning", channel, "Vurdering", "Utfall",
		"Avgjort dato", "Kommentar"}}
	for _, a := range all {
		if a.Year != year {
			continue
		}
		var years any
		if a.Degree != "" {
			years = degreeYears[a.Degree]
		}
		p := a.Person
		t.rows = append(t.rows, row{blemish: a.Blemish, cells: []any{a.Number, p.Candidate, p.Name, p.Email, p.Mobile, p.Gender, p.Born, year,
			a.Submitted, a.Degree, years, a.Field, a.Home, a.Lives, a.Tie, a.Channel, a.Assessment, a.Outcome, a.Decided, a.Comment}})
	}
	return t
}

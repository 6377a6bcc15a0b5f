package main

import "time"

// trainee is a person who was taken on. Who they are is written out by hand, because the later tables tell what became of them.
type trainee struct {
	No      string // T06-01: the first of the cohort of 2006
	Cohort  int
	Gender  string
	Born    int
	Degree  string
	Field   string
	Home    string // grew up
	Lives   string // when applying
	Tie     string
	Remark  string
	Person  *person // set with the application that got the place
	Started time.Time
	Months  int       // how long the programme lasts
	Left    time.Time // before the time was over; zero: did not
	Fate    fate      // if drawn
}

func newTrainees() []*trainee {
	list := []*trainee{
		{No: "T06-01", Gender: "Kvinne", Born: 1981, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Kristiansund", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T06-02", Gender: "Mann", Born: 1980, Degree: "Høgskoleingeniør", Field: "Ingeniørfag", Home: "Averøy", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T06-03", Gender: "Kvinne", Born: 1982, Degree: "Bachelor", Field: "Økonomi og administrasjon", Home: "Molde", Lives: "Bergen", Tie: "Familie"},
		{No: "T06-04", Gender: "Mann", Born: 1979, Degree: "Master", Field: "Informatikk", Home: "Frei", Lives: "Frei", Tie: "Oppvokst her"},
		{No: "T06-05", Gender: "Kvinne", Born: 1981, Degree: "Master", Field: "Biologi og havbruk", Home: "Smøla", Lives: "Bergen", Tie: "Oppvokst her", Remark: "Startet eget firma"},
		{No: "T06-06", Gender: "Mann", Born: 1980, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Stavanger", Lives: "Trondheim", Tie: "Ingen"},
		{No: "T06-07", Gender: "Kvinne", Born: 1978, Degree: "Master", Field: "Samfunnsfag", Home: "Bergen", Lives: "Bergen", Tie: "Familie"},

		{No: "T07-01", Gender: "Kvinne", Born: 1983, Degree: "Siviløkonom", Field: "Økonomi og administrasjon", Home: "Kristiansund", Lives: "Bergen", Tie: "Oppvokst her"},
		{No: "T07-02", Gender: "Mann", Born: 1982, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Sunndal", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T07-03", Gender: "Mann", Born: 1983, Degree: "Master", Field: "Informatikk", Home: "Trondheim", Lives: "Trondheim", Tie: "Ingen"},
		{No: "T07-04", Gender: "Kvinne", Born: 1982, Degree: "Bachelor", Field: "Helse- og sosialfag", Home: "Tingvoll", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T07-05", Gender: "Mann", Born: 1981, Degree: "Høgskoleingeniør", Field: "Ingeniørfag", Home: "Aure", Lives: "Kristiansund", Tie: "Oppvokst her"},
		{No: "T07-06", Gender: "Kvinne", Born: 1984, Degree: "Bachelor", Field: "Økonomi og administrasjon", Home: "Bodø", Lives: "Tromsø", Tie: "Familie"},
		{No: "T07-07", Gender: "Mann", Born: 1980, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Fræna", Lives: "Trondheim", Tie: "Familie"},

		{No: "T08-01", Gender: "Kvinne", Born: 1983, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Kristiansund", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T08-02", Gender: "Kvinne", Born: 1984, Degree: "Siviløkonom", Field: "Økonomi og administrasjon", Home: "Surnadal", Lives: "Oslo", Tie: "Oppvokst her"},
		{No: "T08-03", Gender: "Mann", Born: 1984, Degree: "Bachelor", Field: "Kommunikasjon og språk", Home: "Volda", Lives: "Volda", Tie: "Ingen"},
		{No: "T08-04", Gender: "Mann", Born: 1982, Degree: "Master", Field: "Samfunnsfag", Home: "Oslo", Lives: "Oslo", Tie: "Ingen"},
		{No: "T08-05", Gender: "Kvinne", Born: 1983, Degree: "Master", Field: "Biologi og havbruk", Home: "Rindal", Lives: "Tromsø", Tie: "Oppvokst her", Remark: "Søkte også i 2007"},
		{No: "T08-06", Gender: "Mann", Born: 1985, Degree: "Høgskoleingeniør", Field: "Ingeniørfag", Home: "Averøy", Lives: "Kristiansund", Tie: "Oppvokst her"},
		{No: "T08-07", Gender: "Mann", Born: 1983, Degree: "Master", Field: "Ingeniørfag", Home: "Halsa", Lives: "Trondheim", Tie: "Oppvokst her"},

		{No: "T09-01", Gender: "Kvinne", Born: 1985, Degree: "Master", Field: "Informatikk", Home: "Kristiansund", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T09-02", Gender: "Mann", Born: 1984, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Gjemnes", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T09-03", Gender: "Kvinne", Born: 1984, Degree: "Siviløkonom", Field: "Økonomi og administrasjon", Home: "Haugesund", Lives: "Bergen", Tie: "Ingen"},
		{No: "T09-04", Gender: "Kvinne", Born: 1986, Degree: "Bachelor", Field: "Kommunikasjon og språk", Home: "Kristiansund", Lives: "Oslo", Tie: "Oppvokst her"},
		{No: "T09-05", Gender: "Mann", Born: 1983, Degree: "Master", Field: "Samfunnsfag", Home: "Tingvoll", Lives: "Oslo", Tie: "Oppvokst her"},

		{No: "T10-01", Gender: "Mann", Born: 1986, Degree: "Sivilingeniør", Field: "Ingeniørfag", Home: "Averøy", Lives: "Trondheim", Tie: "Oppvokst her"},
		{No: "T10-02", Gender: "Kvinne", Born: 1987, Degree: "Bachelor", Field: "Økonomi og administrasjon", Home: "Sunndal", Lives: "Molde", Tie: "Oppvokst her"},
		{No: "T10-03", Gender: "Kvinne", Born: 1985, Degree: "Master", Field: "Biologi og havbruk", Home: "Tromsø", Lives: "Tromsø", Tie: "Ingen"},
		{No: "T10-04", Gender: "Mann", Born: 1986, Degree: "Master", Field: "Informatikk", Home: "Kristiansund", Lives: "Oslo", Tie: "Oppvokst her"},
	}
	for _, t := range list {
		t.Cohort = 2000 + int(t.No[1]-'0')*10 + int(t.No[2]-'0')
		t.Started, t.Months = day(t.Cohort, 9, 1), 24
	}
	return list
}

// plannedEnd is the last day of the time in the programme.
func (t *trainee) plannedEnd() time.Time { return t.Started.AddDate(0, t.Months, -1) }

// completed says whether the time was over as planned by the as-of date: so for KOM Trainee's cohorts 2006, 2007 and 2008.
func (t *trainee) completed() bool { return t.Left.IsZero() && !t.plannedEnd().After(asOf) }

// isOn says whether the trainee was in the programme on the day.
func (t *trainee) isOn(date time.Time) bool {
	return !date.Before(t.Started) && !date.After(t.plannedEnd()) && (t.Left.IsZero() || !date.After(t.Left))
}

// degreeYears is how long a degree takes.
var degreeYears = map[string]int{
	"Videregående": 0, "Fagskole": 2, "Bachelor": 3, "Høgskoleingeniør": 3, "Cand.mag.": 4, "Siviløkonom": 4,
	"Sivilingeniør": 5, "Master": 5, "Ph.d.": 8,
}

func traineeTable(list []*trainee) table {
	t := table{
		sheet: "Trainees",
		title: []string{
			"KOM Trainee – traineeliste",
			"Oppdatert 15.12.2010. Grønne rader = er fortsatt trainee. Alle personer i listen er oppdiktet.",
		},
		header: []string{"Traineenr", "Navn", "E-post", "Kull", "Kandidatnr", "Start", "Planlagt slutt", "Sluttet", "Sluttårsak", "Utdanning",
			"År utdanning", "Fagfelt", "Hjemkommune", "Tilknytning", "Kjønn", "Fødselsår", "Merknad"},
		widths: []float64{11, 27, 40, 8, 12, 12, 14, 12, 12, 18, 13, 26, 16, 15, 9, 11, 22},
	}
	for _, p := range list {
		left, reason := p.Left, ""
		switch {
		case p.completed():
			left, reason = p.plannedEnd(), "Fullført"
		case !p.Left.IsZero():
			reason = "Sluttet før tiden"
		}
		t.rows = append(t.rows, row{shaded: left.IsZero(), cells: []any{p.No, p.Person.Name, p.Person.Email, p.Cohort, p.Person.Candidate,
			p.Started, p.plannedEnd(), left, reason, p.Degree, degreeYears[p.Degree], p.Field, p.Home, p.Tie, p.Gender, p.Born, p.Remark}})
	}
	return t
}

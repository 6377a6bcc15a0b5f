package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// answer is one reply to the survey that goes out every October to those who have completed.
type answer struct {
	Trainee  string
	Year     int
	Kommune  string
	Works    bool // in the region
	Moved    time.Time
	Finished time.Time // handed in, with the time of day
}

// newAnswers is three autumns of replies. In 2010 everyone answers but T06-06, who has emigrated: 17 of the 21 live and work in
// the region; T07-03 and T08-04 have moved away, and T07-07 lives in the region but works in Molde. T06-07 lived in Molde for a
// while and came back, so that what was true after one year is not what is true now.
func newAnswers() []answer {
	all := []answer{
		{Trainee: "T06-01", Year: 2008, Kommune: "Kristiansund", Works: true},
		{Trainee: "T06-02", Year: 2008, Kommune: "Averøy", Works: true, Moved: day(2006, 8, 20)},
		{Trainee: "T06-03", Year: 2008, Kommune: "Kristiansund", Works: true, Moved: day(2006, 8, 28)},
		{Trainee: "T06-04", Year: 2008, Kommune: "Kristiansund", Works: true},
		{Trainee: "T06-06", Year: 2008, Kommune: "Kristiansund", Works: true, Moved: day(2006, 8, 30)},
		{Trainee: "T06-07", Year: 2008, Kommune: "Kristiansund", Works: true, Moved: day(2006, 8, 15)},

		{Trainee: "T06-01", Year: 2009, Kommune: "Kristiansund", Works: true},
		{Trainee: "T06-02", Year: 2009, Kommune: "Averøy", Works: true},
		{Trainee: "T06-03", Year: 2009, Kommune: "Averøy", Works: true, Moved: day(2009, 6, 1)},
		{Trainee: "T06-06", Year: 2009, Kommune: "Kristiansund", Works: true},
		{Trainee: "T06-07", Year: 2009, Kommune: "Molde", Works: true, Moved: day(2009, 7, 1)},
		{Trainee: "T07-01", Year: 2009, Kommune: "Kristiansund", Works: true, Moved: day(2007, 8, 25)},
		{Trainee: "T07-02", Year: 2009, Kommune: "Sunndal", Works: true, Moved: day(2009, 5, 30)},
		{Trainee: "T07-03", Year: 2009, Kommune: "Trondheim", Works: false, Moved: day(2009, 9, 15)},
		{Trainee: "T07-05", Year: 2009, Kommune: "Aure", Works: true},
		{Trainee: "T07-06", Year: 2009, Kommune: "Sunndal", Works: true, Moved: day(2009, 8, 20)},
		{Trainee: "T07-07", Year: 2009, Kommune: "Gjemnes", Works: false, Moved: day(2009, 9, 20)},

		{Trainee: "T06-01", Year: 2010, Kommune: "Kristiansund", Works: true},
		{Trainee: "T06-02", Year: 2010, Kommune: "Averøy", Works: true},
		{Trainee: "T06-03", Year: 2010, Kommune: "Averøy", Works: true},
		{Trainee: "T06-04", Year: 2010, Kommune: "Kristiansund", Works: true},
		{Trainee: "T06-05", Year: 2010, Kommune: "Smøla", Works: true, Moved: day(2008, 8, 10)},
		{Trainee: "T06-07", Year: 2010, Kommune: "Averøy", Works: true, Moved: day(2010, 3, 1)},
		{Trainee: "T07-01", Year: 2010, Kommune: "Kristiansund", Works: true},
		{Trainee: "T07-02", Year: 2010, Kommune: "Sunndal", Works: true},
		{Trainee: "T07-03", Year: 2010, Kommune: "Trondheim", Works: false},
		{Trainee: "T07-04", Year: 2010, Kommune: "Tingvoll", Works: true},
		{Trainee: "T07-05", Year: 2010, Kommune: "Aure", Works: true},
		{Trainee: "T07-06", Year: 2010, Kommune: "Surnadal", Works: true, Moved: day(2010, 1, 15)},
		{Trainee: "T07-07", Year: 2010, Kommune: "Gjemnes", Works: false},
		{Trainee: "T08-01", Year: 2010, Kommune: "Kristiansund", Works: true, Moved: day(2008, 8, 24)},
		{Trainee: "T08-02", Year: 2010, Kommune: "Kristiansund", Works: true, Moved: day(2008, 8, 30)},
		{Trainee: "T08-03", Year: 2010, Kommune: "Averøy", Works: true, Moved: day(2010, 8, 28)},
		{Trainee: "T08-04", Year: 2010, Kommune: "Oslo", Works: false, Moved: day(2010, 9, 20)},
		{Trainee: "T08-05", Year: 2010, Kommune: "Smøla", Works: true, Moved: day(2010, 8, 15)},
		{Trainee: "T08-06", Year: 2010, Kommune: "Averøy", Works: true},
		{Trainee: "T08-07", Year: 2010, Kommune: "Kristiansund", Works: true, Moved: day(2008, 9, 1)},
	}
	r := chance("answers")
	for i := range all {
		all[i].Finished = fieldwork(r, all[i].Year)
	}
	slices.SortStableFunc(all, func(a, b answer) int { return a.Finished.Compare(b.Finished) })
	return all
}

// fieldwork is a moment in October or November, in the evening as often as not.
func fieldwork(r *rand.Rand, year int) time.Time {
	return day(year, 10, 11+r.IntN(44)).Add(time.Duration(8*3600+r.IntN(14*3600)) * time.Second)
}

// The headers of the two forms: Microsoft Forms puts the whole question there.
const (
	askNo      = "Hva er traineenummeret ditt? (Står i e-posten, for eksempel T06-01)"
	askWhere   = "Hvor bor du nå?"
	askKommune = "Hvilken kommune bor du i?"
	askWorks   = "Jobber du i Kristiansund eller en av de andre kommunene i regionen?"
	askMoved   = "Når flyttet du til kommunen du bor i nå? (Bare hvis du har flyttet siden sist)"
	askWhy     = "Hva betyr mest for at du bor der du bor? (Flere svar mulig)"
)

func answerTable(all []answer, trainees []*trainee) table {
	r := chance("answer table")
	t := table{sheet: "Sheet1", form: true,
		header: []string{"ID", "Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "Navn", askNo, askWhere, askKommune, askWorks,
			askMoved, askWhy},
		widths: []float64{6, 17, 19, 40, 27, 22, 12, 18, 24, 25, 58},
	}
	for i, a := range all {
		p := trainees[slices.IndexFunc(trainees, func(t *trainee) bool { return t.No == a.Trainee })].Person
		started := a.Finished.Add(-time.Duration(70+r.IntN(400)) * time.Second)
		t.rows = append(t.rows, row{cells: []any{i + 1, started, a.Finished, p.Email, p.Name, a.Trainee, "I Norge", a.Kommune, a.Works,
			a.Moved, reasons(r)}})
	}
	return t
}

// reasons is a question with several answers, the way Forms writes them: each ends with a semicolon, the last one too.
func reasons(r *rand.Rand) string {
	var chosen []string
	for _, reason := range []string{"Jobben", "Familie eller partner", "Natur og fritid", "Rimelig bolig", "Vokst opp her"} {
		if r.IntN(100) < 42 {
			chosen = append(chosen, reason)
		}
	}
	if len(chosen) == 0 {
		return "Jobben;"
	}
	return strings.Join(chosen, ";") + ";"
}

// note is what the coordinator knows of those who did not answer.
type note struct {
	Trainee string
	Seen    time.Time
	Status  string
	Kommune string
	Works   string
	Moved   time.Time
	Remark  string
}

func newNotes() []note {
	all := []note{
		{Trainee: "T06-05", Seen: day(2008, 8, 31), Status: "Bosatt", Kommune: "Smøla", Works: "Ja", Moved: day(2008, 8, 10), Remark: "Ved avslutning"},
		{Trainee: "T06-04", Seen: day(2009, 11, 30), Status: "Bosatt", Kommune: "Kristiansund", Works: "Ja", Remark: "Svarte ikke på skjemaet"},
		{Trainee: "T06-05", Seen: day(2009, 11, 30), Status: "Ukjent", Remark: "Ikke fått tak i"},
		{Trainee: "T07-04", Seen: day(2009, 11, 30), Status: "Bosatt", Kommune: "Tingvoll", Works: "Ja", Moved: day(2009, 8, 31), Remark: "Snakket på telefon"},
		{Trainee: "T06-06", Seen: day(2010, 11, 8), Status: "Flyttet til utlandet", Works: "Nei", Moved: day(2010, 5, 15), Remark: "E-post i høst"},
	}
	slices.SortStableFunc(all, func(a, b note) int { return cmp.Or(a.Seen.Compare(b.Seen), cmp.Compare(a.Trainee, b.Trainee)) })
	return all
}

func noteTable(all []note) table {
	t := table{header: []string{"Traineenr", "Dato", "Status", "Kommune", "Jobber i regionen", "Flyttedato", "Merknad"}}
	for _, n := range all {
		t.rows = append(t.rows, row{cells: []any{n.Trainee, n.Seen, n.Status, n.Kommune, n.Works, n.Moved, n.Remark}})
	}
	return t
}

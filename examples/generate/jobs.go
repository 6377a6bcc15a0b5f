package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// The members in the order of newMembers, for the stories below.
const (
	verft = iota
	sparebank
	subsea
	kraftlag
	havbruk
	metall
	engineering
	revisjon
	ikt
	rederi
	trevare
	helse
	reklame
	entreprenør
	gass
	sjømat
	vind
)

// offer is a job offered to a trainee. One trainee may have several, and not every offer counts: T07-03 had one from Trondheim, by
// a company that is not a member, and T09-02 has not completed yet. Eighteen of the twenty-one who completed have one that counts.
type offer struct {
	No       string
	Trainee  string
	Offered  time.Time
	Company  company
	Kommune  string
	Terms    string
	Answer   string
	Answered time.Time
	Blemish  *blemish
}

func newOffers(m []company) []offer {
	yes, no := "Takket ja", "Takket nei"
	all := []offer{
		{Trainee: "T06-01", Offered: day(2008, 4, 14), Company: m[verft], Terms: "Fast", Answer: yes, Answered: day(2008, 4, 28)},
		{Trainee: "T06-01", Offered: day(2008, 5, 6), Company: m[engineering], Kommune: "Molde", Terms: "Fast", Answer: no, Answered: day(2008, 5, 13)},
		{Trainee: "T06-02", Offered: day(2008, 4, 18), Company: m[subsea], Terms: "Fast", Answer: yes, Answered: day(2008, 4, 30)},
		{Trainee: "T06-03", Offered: day(2008, 5, 20), Company: oljeservice, Terms: "Fast", Answer: yes, Answered: day(2008, 6, 2)},
		{Trainee: "T06-04", Offered: day(2008, 3, 27), Company: m[ikt], Terms: "Fast", Answer: yes, Answered: day(2008, 4, 4)},
		{Trainee: "T06-06", Offered: day(2008, 5, 9), Company: m[kraftlag], Terms: "Fast", Answer: yes, Answered: day(2008, 5, 23)},
		{Trainee: "T06-07", Offered: day(2008, 4, 30), Company: m[sparebank], Terms: "Fast", Answer: no, Answered: day(2008, 5, 21)},
		{Trainee: "T06-07", Offered: day(2008, 6, 3), Company: kompetansesenter, Terms: "Midlertidig", Answer: yes, Answered: day(2008, 6, 10)},

		{Trainee: "T07-01", Offered: day(2009, 4, 16), Company: m[revisjon], Terms: "Fast", Answer: yes, Answered: day(2009, 4, 27)},
		{Trainee: "T07-02", Offered: day(2009, 5, 11), Company: m[metall], Terms: "Fast", Answer: yes, Answered: day(2009, 5, 29)},
		{Trainee: "T07-02", Offered: day(2009, 5, 18), Company: m[verft], Terms: "Fast",
			Blemish: &blemish{Rule: "enum", Header: "Svar", Text: "Tenker på det"}},
		{Trainee: "T07-03", Offered: day(2009, 5, 25), Company: trondheimsfirma, Terms: "Fast", Answer: yes, Answered: day(2009, 6, 8)},
		{Trainee: "T07-04", Offered: day(2009, 3, 30), Company: m[helse], Terms: "Fast", Answer: yes, Answered: day(2009, 5, 12)},
		{Trainee: "T07-04", Offered: day(2009, 5, 5), Company: m[sparebank], Terms: "Fast", Answer: no, Answered: day(2009, 5, 12)},
		{Trainee: "T07-05", Offered: day(2009, 4, 22), Company: m[gass], Terms: "Fast", Answer: yes, Answered: day(2009, 4, 24)},
		{Trainee: "T07-06", Offered: day(2009, 6, 8), Company: regnskap, Terms: "Midlertidig", Answer: yes, Answered: day(2009, 6, 15)},
		{Trainee: "T07-07", Offered: day(2009, 5, 4), Company: m[verft], Terms: "Fast", Answer: no, Answered: day(2009, 5, 26)},

		{Trainee: "T08-01", Offered: day(2010, 4, 12), Company: m[engineering], Terms: "Fast", Answer: yes, Answered: day(2010, 4, 26)},
		{Trainee: "T08-02", Offered: day(2010, 3, 22), Company: m[sparebank], Terms: "Fast", Answer: yes, Answered: day(2010, 5, 3)},
		{Trainee: "T08-02", Offered: day(2010, 4, 26), Company: regnskap, Terms: "Fast", Answer: no, Answered: day(2010, 5, 3)},
		{Trainee: "T08-03", Offered: day(2010, 5, 18), Company: m[sjømat], Terms: "Midlertidig", Answer: yes, Answered: day(2010, 5, 28)},
		{Trainee: "T08-05", Offered: day(2010, 4, 29), Company: m[havbruk], Terms: "Fast", Answer: yes, Answered: day(2010, 5, 10)},
		{Trainee: "T08-06", Offered: day(2010, 6, 14), Company: oljeservice, Terms: "Fast", Answer: yes, Answered: day(2010, 6, 21)},
		{Trainee: "T08-07", Offered: day(2010, 5, 3), Company: m[subsea], Terms: "Fast", Answer: yes, Answered: day(2010, 5, 18)},

		{Trainee: "T09-02", Offered: day(2010, 12, 6), Company: m[entreprenør], Terms: "Fast"},
	}
	slices.SortStableFunc(all, func(a, b offer) int {
		return cmp.Or(a.Offered.Compare(b.Offered), cmp.Compare(a.Trainee, b.Trainee))
	})
	for i := range all {
		all[i].No = fmt.Sprintf("J-%03d", i+1)
		all[i].Kommune = cmp.Or(all[i].Kommune, all[i].Company.Kommune)
	}
	return all
}

func offerTable(all []offer) table {
	t := table{header: []string{"Tilbudsnr", "Traineenr", "Dato", "Org.nr", "Arbeidsgiver", "Medlemsbedrift", "Arbeidssted (kommune)",
		"Stilling", "Svar", "Svardato"}}
	for _, o := range all {
		t.rows = append(t.rows, row{blemish: o.Blemish, cells: []any{o.No, o.Trainee, o.Offered, o.Company.OrgNo, o.Company.Name,
			o.Company.memberOn(o.Offered), o.Kommune, o.Terms, o.Answer, o.Answered}})
	}
	return t
}

// employment is a job after the trainee time. T06-06 worked abroad after April 2010: that job is not in the list.
type employment struct {
	Trainee  string
	Company  company
	Started  time.Time
	Ended    time.Time
	Relevant string
	Source   string
}

func newEmployments(m []company) []employment {
	return []employment{
		{"T06-01", m[verft], day(2008, 9, 1), time.Time{}, "Ja", "Undersøkelse"},
		{"T06-02", m[subsea], day(2008, 9, 1), day(2009, 11, 30), "Ja", "Bedrift"},
		{"T06-02", oljeservice, day(2009, 12, 1), time.Time{}, "Ja", "Undersøkelse"},
		{"T06-03", oljeservice, day(2008, 9, 15), time.Time{}, "Ja", "Undersøkelse"},
		{"T06-04", m[ikt], day(2008, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T06-05", egetFirma, day(2008, 10, 1), time.Time{}, "Ja", "Egen kjennskap"},
		{"T06-06", m[kraftlag], day(2008, 9, 1), day(2010, 4, 30), "Ja", "Bedrift"},
		{"T06-07", kompetansesenter, day(2008, 9, 1), day(2009, 8, 31), "Ja", "Undersøkelse"},
		{"T06-07", m[helse], day(2009, 9, 1), time.Time{}, "Nei", "Undersøkelse"},
		{"T07-01", m[revisjon], day(2009, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T07-02", m[metall], day(2009, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T07-03", trondheimsfirma, day(2009, 9, 21), time.Time{}, "Ja", "Undersøkelse"},
		{"T07-04", m[helse], day(2009, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T07-05", m[gass], day(2009, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T07-06", regnskap, day(2009, 9, 1), time.Time{}, "Nei", "Undersøkelse"},
		{"T07-07", moldefirma, day(2009, 10, 1), time.Time{}, "Ja", "Undersøkelse"},
		{"T08-01", m[engineering], day(2010, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T08-02", m[sparebank], day(2010, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T08-03", m[sjømat], day(2010, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T08-04", oslofirma, day(2010, 10, 4), time.Time{}, "", "Egen kjennskap"},
		{"T08-05", m[havbruk], day(2010, 9, 1), time.Time{}, "Ja", "Bedrift"},
		{"T08-06", oljeservice, day(2010, 9, 1), time.Time{}, "Ja", "Undersøkelse"},
		{"T08-07", m[subsea], day(2010, 9, 1), time.Time{}, "Ja", "Bedrift"},
	}
}

func employmentTable(all []employment) table {
	t := table{header: []string{"Traineenr", "Org.nr", "Arbeidsgiver", "Arbeidssted (kommune)", "Medlemsbedrift", "Start", "Slutt",
		"Relevant jobb", "Kilde"}}
	for _, e := range all {
		t.rows = append(t.rows, row{cells: []any{e.Trainee, e.Company.OrgNo, e.Company.Name, e.Company.Kommune,
			e.Company.memberOn(e.Started), e.Started, e.Ended, e.Relevant, e.Source}})
	}
	return t
}

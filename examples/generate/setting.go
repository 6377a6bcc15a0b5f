package main

import (
	"fmt"
	"slices"
)

// series is where the programme's organisation numbers begin. Like all in these files they begin with 3, as no real one does.
func (p programme) series() int {
	return 31010000 + 1000*slices.IndexFunc(eight, func(other programme) bool { return other.id == p.id })
}

// drawMembers is the list of members at the end and one who has left. Most were there from the first year.
func (p programme) drawMembers(people *population) []company {
	r := chance("members " + p.id)
	ending := map[string][]string{
		"Bank og finans": {"Sparebank"}, "Energi": {"Kraft AS", "Energi AS"}, "Havbruk": {"Havbruk AS", "Laks AS"}, "IKT": {"Data AS"},
		"Helse": {"Helse AS"}, "Offentlig forvaltning": {"kommune, teknisk etat", "kommune"}, "Vann og avløp": {"Vann IKS"},
		"Bygg og anlegg": {"Entreprenør AS"}, "Olje og gass": {"Subsea AS"}, "Verft og mekanisk industri": {"Mekaniske AS", "Verft AS"},
		"Rådgivende ingeniører": {"Engineering AS"}, "Sjøtransport": {"Rederi AS"}, "Industri": {"Industri AS", "Metall AS"},
	}
	taken := map[string]bool{}
	var members []company
	for i := 0; i <= p.members; i++ {
		c := company{OrgNo: orgNo(p.series() + 7*i), Sector: draw(r, p.sectors), Kommune: draw(r, p.near), Joined: day(p.first, 1, 1), isMember: true,
			Contact: people.next(pick(r, "Kvinne", "Mann"), 0)}
		for c.Name == "" || taken[c.Name] {
			c.Name = pick(r, heads...) + pick(r, tails...) + " " + pick(r, ending[c.Sector]...)
		}
		taken[c.Name] = true
		switch {
		case i == p.members:
			c.Left = day(2010, 1, 31)
		case i%5 == 4:
			c.Joined = day(p.first+1+r.IntN(2010-p.first), 1, 1)
		}
		members = append(members, c)
	}
	return members
}

// companyCode is the company's place in the membership list, as the invitation to the survey has it.
func companyCode(i int) string { return fmt.Sprintf("B%02d", i+1) }

// wheel is what the programme does every year to be seen.
func (p programme) wheel() []turn {
	from := p.first
	return []turn{
		{activity{Kind: "Annonse", What: "FINN.no", Cost: 1500 * p.members}, 1, 12, from, 2010},
		{activity{Kind: "Nettside", What: "Søknadsside", Cost: 6000}, 1, 8, from, 2010},
		{activity{Kind: "Arrangement ute", What: "Karrieredag", Kommune: p.far[0].value, Reached: 110, Cost: 18000}, 2, 6, from, 2010},
		{activity{Kind: "Stand", What: "Næringslivsdag", Kommune: p.far[1].value, Reached: 70, Cost: 12000}, 2, 18, from + 1, 2010},
		{activity{Kind: "Skolebesøk", What: "Videregående skole", Kommune: p.near[0].value, Reached: 90, Cost: 2000}, 10, 7, from, 2010},
		{activity{Kind: "Integrering", What: "Kveld for nye traineer", Kommune: p.near[1].value, Reached: p.cohorts[0], Cost: 4500}, 9, 20, from, 2010},
	}
}

// drawAccounts is the yearly accounts: what the members pay, what the public gives, and what it is spent on.
func (p programme) drawAccounts(members []company) []account {
	r := chance("accounts " + p.id)
	var all []account
	for year := p.first; year <= 2010; year++ {
		paying := 0
		for _, c := range members {
			if c.memberOn(day(year, 12, 31)) {
				paying++
			}
		}
		wages := int(p.positions*float64(430000+18000*(year-1999))) / 1000 * 1000
		income := paying*p.fee + p.grants
		all = append(all,
			account{year, "Medlemsavgift", paying * p.fee, ""},
			account{year, "Offentlig tilskudd", p.grants, ""},
			account{year, "Lønn", wages, ""},
			account{year, "Coaching", 1000 * (12 + r.IntN(8)) * p.cohorts[min(year-p.first, len(p.cohorts)-1)], ""},
			account{year, "Drift", max(50000, (income-wages)*(55+r.IntN(30))/100/1000*1000), ""})
	}
	return all
}

package main

import "cmp"

// account is one line of the yearly accounts.
type account struct {
	Year   int
	Item   string
	Amount int // kroner
	Remark string
}

// fees is what a member paid in the year. 69 500 is published; what came before it is not, and is made up.
var fees = map[int]int{2006: 40000, 2007: 45000, 2008: 50000, 2009: 69500, 2010: 69500}

// newAccounts: members' fees and public funds in the start-up years, members' fees alone since 2009. The fee is for those who are
// members at the end of the year.
func newAccounts(members []company) []account {
	public := map[int]int{2006: 600000, 2007: 450000, 2008: 250000}
	salaries := map[int]int{2006: 402000, 2007: 421000, 2008: 446000, 2009: 465000, 2010: 481000}
	coaching := map[int]int{2006: 61000, 2007: 84000, 2008: 92000, 2009: 96000, 2010: 99000}
	operations := map[int]int{2006: 588400, 2007: 604750, 2008: 431200, 2009: 455900, 2010: 498350}
	var all []account
	for year := 2006; year <= 2010; year++ {
		paying := 0
		for _, c := range members {
			if c.memberOn(day(year, 12, 31)) {
				paying++
			}
		}
		remark := ""
		if public[year] == 0 {
			remark = "Selvfinansiert"
		}
		all = append(all,
			account{year, "Medlemsavgift", paying * fees[year], ""},
			account{year, "Offentlig tilskudd", public[year], remark},
			account{year, "Lønn", salaries[year], ""},
			account{year, "Coaching", coaching[year], ""},
			account{year, "Drift", operations[year], "Samlinger, annonser, reiser"})
	}
	return all
}

func accountTable(all []account) table {
	t := table{header: []string{"År", "Post", "Beløp", "Merknad"}}
	for _, a := range all {
		t.rows = append(t.rows, row{cells: []any{a.Year, a.Item, grouped(a.Amount), a.Remark}})
	}
	return t
}

// published is one figure as it stands in the district centre's project database: what the program's own figures are held against.
type published struct {
	Indicator              string
	Period                 string
	Numerator, Denominator string
	Value                  string
	Remark                 string
	Source                 string // empty: the project database
}

func newPublished() []published {
	return []published{
		{Indicator: "Søkere", Period: "Alle", Value: "750", Remark: "Siden starten i 2006"},
		{Indicator: "Søkere", Period: "2009", Value: "180"},
		{Indicator: "Godt kvalifiserte søkere", Period: "2009", Numerator: "130", Denominator: "180"},
		{Indicator: "Ansatte traineer", Period: "Alle", Value: "30"},
		{Indicator: "Jobbtilbud", Period: "Alle", Value: "0,86", Remark: "Trykt som 86 % av de tidligere traineene; antallet er ikke oppgitt"},
		{Indicator: "Bor og jobber i regionen", Period: "Alle", Numerator: "17", Denominator: "30", Remark: "Av alle som er ansatt, også de som ikke er ferdige"},
		{Indicator: "Medlemsbedrifter", Period: "2006", Value: "14"},
		{Indicator: "Medlemsbedrifter", Period: "2010", Value: "16"},
		{Indicator: "Årsavgift per medlem", Period: "2010", Value: "69 500", Remark: "Kroner, uten mva."},
	}
}

func publishedTable(all []published) table {
	t := table{header: []string{"Tall", "Periode", "Teller", "Nevner", "Verdi", "Per dato", "Kilde", "Merknad"}}
	for _, p := range all {
		source := cmp.Or(p.Source, "Distriktssenterets prosjektdatabase")
		t.rows = append(t.rows, row{cells: []any{p.Indicator, p.Period, p.Numerator, p.Denominator, p.Value, asOf, source, p.Remark}})
	}
	return t
}

package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// activity is something done to be seen: by students in the cities, and by those who once moved away.
type activity struct {
	No      string
	Kind    string
	What    string
	Held    time.Time
	Kommune string
	Reached int // 0: nobody counted
	Cost    int // kroner
}

// turn is something that is done every year, from one year to another, on about that day.
type turn struct {
	activity
	month, date int
	from, to    int
}

// komWheel is KOM Trainee's year; what was dropped or came later is in the years.
var komWheel = []turn{
	{activity{Kind: "Annonse", What: "FINN.no", Cost: 14800}, 1, 12, 2006, 2010},
	{activity{Kind: "Annonse", What: "Dagsavis, helside", Cost: 46500}, 1, 20, 2006, 2008},
	{activity{Kind: "Nettside", What: "Ny søknadsside", Cost: 9500}, 1, 8, 2006, 2010},
	{activity{Kind: "Arrangement ute", What: "Karrieredag", Kommune: "Trondheim", Reached: 210, Cost: 28500}, 2, 4, 2006, 2010},
	{activity{Kind: "Arrangement ute", What: "Karrieredag", Kommune: "Bergen", Reached: 120, Cost: 24000}, 2, 11, 2007, 2010},
	{activity{Kind: "Stand", What: "Arbeidslivsdag", Kommune: "Oslo", Reached: 90, Cost: 21500}, 2, 17, 2008, 2010},
	{activity{Kind: "Samarbeid", What: "Studentforening", Kommune: "Trondheim", Reached: 60, Cost: 12000}, 9, 10, 2008, 2010},
	{activity{Kind: "Skolebesøk", What: "Videregående skoler", Kommune: "Kristiansund", Reached: 140, Cost: 3500}, 10, 6, 2006, 2010},
	{activity{Kind: "Brosjyre", What: "Ny brosjyre", Cost: 31000}, 10, 20, 2006, 2009},
	{activity{Kind: "Brev til studenter", What: "Adresser fra kommunene", Reached: 850, Cost: 11900}, 11, 16, 2006, 2010},
	{activity{Kind: "Arrangement hjemme", What: "Hjemvendertreff i romjula", Kommune: "Kristiansund", Reached: 75, Cost: 17500}, 12, 28, 2007, 2010},
	{activity{Kind: "Integrering", What: "Bli kjent-kveld for traineer", Kommune: "Averøy", Reached: 20, Cost: 6500}, 9, 22, 2007, 2010},
}

// newActivities turns the wheel.
func newActivities(noun string, wheel []turn) []activity {
	r := chance(noun)
	var all []activity
	for _, w := range wheel {
		for year := w.from; year <= w.to; year++ {
			a := w.activity
			a.Held = weekday(day(year, w.month, w.date+r.IntN(3)))
			a.Cost = a.Cost * (90 + r.IntN(25)) / 100 / 50 * 50
			if a.Reached > 0 {
				a.Reached = a.Reached * (80 + r.IntN(45)) / 100
			}
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b activity) int { return cmp.Or(a.Held.Compare(b.Held), cmp.Compare(a.Kind, b.Kind)) })
	for i := range all {
		all[i].No = fmt.Sprintf("A%03d", i+1)
	}
	return all
}

func activityTable(all []activity) table {
	t := table{header: []string{"Aktivitetsnr", "Type", "Hva", "Dato", "Kommune", "Antall nådd", "Kostnad"}}
	for _, a := range all {
		var reached any
		if a.Reached > 0 {
			reached = a.Reached
		}
		t.rows = append(t.rows, row{cells: []any{a.No, a.Kind, a.What, a.Held, a.Kommune, reached, a.Cost}})
	}
	return t
}

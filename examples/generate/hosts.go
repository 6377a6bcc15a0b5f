package main

import "time"

// placement is one module: eight months in one of the member companies.
type placement struct {
	Trainee    *trainee
	Module     int
	Company    company
	Started    time.Time
	Ended      time.Time // planned; the last day of the module
	Evaluation int       // 0: not evaluated
}

// course is how a programme divides its time.
type course struct {
	modules, months int // so many, of so many months each
}

// threeModules is the course of KOM Trainee, and of most others.
var threeModules = course{modules: 3, months: 8}

// newPlacements gives every trainee a new host for each module begun by the as-of date, among the companies that were members
// all the while.
func newPlacements(noun string, c course, trainees []*trainee, members []company) []placement {
	r := chance(noun)
	var all []placement
	for i, t := range trainees {
		used := map[string]bool{}
		for module := 1; module <= c.modules; module++ {
			p := placement{Trainee: t, Module: module, Started: t.Started.AddDate(0, c.months*(module-1), 0)}
			p.Ended = p.Started.AddDate(0, c.months, -1)
			if p.Started.After(asOf) || !t.Left.IsZero() && p.Started.After(t.Left) {
				break
			}
			for n := i*5 + module*3; ; n++ {
				host := members[n%len(members)]
				if !used[host.OrgNo] && host.memberOn(p.Started) && host.memberOn(p.Ended) {
					p.Company = host
					break
				}
			}
			used[p.Company.OrgNo] = true
			if !t.Left.IsZero() && t.Left.Before(p.Ended) {
				p.Ended = t.Left
			}
			if p.Ended.Before(asOf) && !one(r, 9) {
				p.Evaluation = pick(r, 3, 4, 4, 5, 5, 5, 6, 6)
			}
			all = append(all, p)
		}
	}
	return all
}

func placementTable(all []placement) table {
	t := table{
		sheet: "Moduler",
		title: []string{
			"KOM Trainee – moduler",
			"Tre moduler på åtte måneder hos tre bedrifter. Evaluering: traineens karakter fra 1 (dårlig) til 6 (svært bra).",
		},
		header: []string{"Traineenr", "Modul", "Bedrift org.nr", "Bedriftsnavn", "Kommune", "Start", "Slutt", "Evaluering"},
		widths: []float64{10, 8, 14, 32, 15, 12, 12, 11},
	}
	for i, p := range all {
		cells := []any{p.Trainee.No, p.Module, spaced(p.Company.OrgNo), p.Company.Name, p.Company.Kommune, p.Started, nil, nil}
		if !p.Ended.After(asOf) {
			cells[6] = p.Ended
		}
		if p.Evaluation > 0 {
			cells[7] = p.Evaluation
		}
		if i%17 == 4 { // typed as text by someone in a hurry
			cells[5] = dateText(p.Started)
		}
		t.rows = append(t.rows, row{cells: cells, shaded: !p.Trainee.completed()})
	}
	return t
}

// notes is the sheet that every such workbook has, and that no program should trip over.
func notes() table {
	return table{
		sheet: "Notater",
		title: []string{
			"Notater",
			"Husk å minne bedriftene på evaluering når en modul er over.",
			"Kull 2009 bytter bedrift 1. januar 2011. Kull 2010 bytter 1. mai 2011.",
			"Bostedsundersøkelsen sendes ut hver oktober; svarene ligger i bosted-svar.xlsx.",
		},
		widths: []float64{90},
	}
}

package main

import "slices"

// evaluation is what the evaluator of the nine programmes has on paper, before it is put into files.
type evaluation []scheme

// evaluator is who collected.
const evaluator = "Evalueringen"

// newEvaluation tells all nine, in the order of the evaluation.
func newEvaluation() evaluation {
	var all evaluation
	for _, p := range nine() {
		if p.id == kom.id {
			all = append(all, told())
		} else {
			all = append(all, p.drawn())
		}
	}
	all.spoil()
	return all
}

// of is the schemes of the programmes named.
func (e evaluation) of(ids ...string) evaluation {
	return slices.DeleteFunc(slices.Clone(e), func(s scheme) bool { return !slices.Contains(ids, s.programme.id) })
}

// but is the schemes of all others.
func (e evaluation) but(ids ...string) evaluation {
	return slices.DeleteFunc(slices.Clone(e), func(s scheme) bool { return slices.Contains(ids, s.programme.id) })
}

// files lays the tables into the files that the evaluator got or made: some programmes filled in the collection workbook, others
// sent what they had.
func (e evaluation) files() []file {
	var files []file
	for _, s := range e {
		f := file{name: "soknader-" + s.programme.id + ".csv", tables: []table{inOne(table{}, evaluation{s}, applicationsOf)}}
		switch s.programme.id {
		case "framtidsfylket":
			f.encoding = "utf-8"
			f.tables[0] = f.tables[0].inWords(nynorskHeaders, nynorskCells)
		case "salten":
			f.encoding = "utf-16"
		}
		files = append(files, f)
	}
	innlandet, framtidsfylket := e.of("innlandet")[0], e.of("framtidsfylket")[0]
	return append(files,
		file{name: "innsamling.xlsx", owner: evaluator, tables: []table{
			readMe(),
			inOne(table{sheet: "Traineer"}, e.but("innlandet", "framtidsfylket"), func(s scheme) table {
				return traineeTable(s.trainees).without("Navn", "E-post", "Merknad")
			}),
			inOne(table{sheet: "Bedrifter"}, e, func(s scheme) table {
				return memberTable(s.members).without("Kontaktperson", "E-post kontakt", "Merknad")
			}),
			inOne(table{sheet: "Tilbud"}, e, func(s scheme) table { return offerTable(s.offers).without("Arbeidsgiver") }),
			inOne(table{sheet: "Økonomi"}, e, func(s scheme) table { return accountTable(s.accounts).without("Merknad") }),
		}},
		file{name: "innlandet-kull.xlsx", owner: innlandet.programme.name, tables: cohortSheets(innlandet)},
		file{name: "framtidsfylket-trainear.csv", encoding: "utf-8", tables: []table{
			traineeTable(framtidsfylket.trainees).without("Navn", "E-post", "Merknad").inWords(nynorskHeaders, nynorskCells)}},
		file{name: "moduler.csv", tables: []table{inOne(table{}, e, func(s scheme) table { return placementTable(s.placements).without("Bedriftsnavn") })}},
		file{name: "ansettelser.csv", tables: []table{inOne(table{}, e.but("romerike"), func(s scheme) table { return employmentTable(s.employments) })}},
		file{name: "romerike-ansatte.csv", encoding: "utf-16", tables: []table{
			employmentTable(e.of("romerike")[0].employments).inWords(payrollHeaders, nil)}},
		file{name: "bosted-svar.xlsx", owner: evaluator, tables: []table{e.answerForm()}},
		file{name: "bosted-programmene.csv", tables: []table{
			inOne(table{}, e.but("innlandet", "framtidsfylket"), func(s scheme) table { return noteTable(s.notes) })}},
		file{name: "bosted-register.csv", tables: []table{inOne(table{}, e.of("innlandet", "framtidsfylket"), registerTable)}},
		file{name: "samlinger.csv", tables: []table{inOne(table{}, e, func(s scheme) table { return sessionTable(s.sessions).without("Merknad") })}},
		file{name: "aktiviteter.csv", tables: []table{inOne(table{}, e, func(s scheme) table { return activityTable(s.activities) })}},
		file{name: "undersokelse.xlsx", owner: evaluator, tables: []table{e.opinionForm()}},
		file{name: "publisert.csv", encoding: "utf-8", tables: []table{publishedOfNine()}},
	)
}

// spoil puts a few honest faults in, each on a row of its own that says again what stands right elsewhere. One more is KOM
// Trainee's, an answer that is no answer, with the offers in jobs.go.
func (e evaluation) spoil() {
	for i := range e {
		switch s := &e[i]; s.programme.id {
		case "innlandet":
			s.spoilApplication(2004, 20, &blemish{Rule: "type.date", Header: "Søkt dato", Text: "30.02.2004"})
		case "framtidsfylket": // what was Ålesund in those years is two municipalities today
			s.spoilApplication(2008, 30, &blemish{Rule: "kommune.ambiguous", Header: "Heimkommune", Text: "Ålesund"})
		}
	}
}

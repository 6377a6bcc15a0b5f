package main

import (
	"slices"
	"time"
)

const askProgramme = "Hvilket program deltok du i?"

// answerForm is the form on where people live, of all programmes, in the order of the answers.
func (e evaluation) answerForm() table {
	return e.form(func(s scheme) table {
		return answerTable(s.answers, s.trainees).without("E-postadresse", "Navn", askWhy)
	})
}

// opinionForm is the evaluation's form on what the programmes meant.
func (e evaluation) opinionForm() table {
	return e.form(func(s scheme) table { return opinionTable(s.opinions).without("E-postadresse", "Navn", askComment) })
}

// form puts the answers of all programmes into one export, by the time they were handed in, and numbers them.
func (e evaluation) form(rows func(scheme) table) table {
	var t table
	for _, s := range e {
		part := rows(s)
		t.sheet, t.form, t.widths = part.sheet, true, append(slices.Clone(part.widths), 20)
		t.header = append(slices.Clone(part.header), askProgramme)
		for _, r := range part.rows {
			r.cells = append(r.cells, s.programme.name)
			t.rows = append(t.rows, r)
		}
	}
	slices.SortStableFunc(t.rows, func(a, b row) int { return a.cells[2].(time.Time).Compare(b.cells[2].(time.Time)) })
	for i := range t.rows {
		t.rows[i].cells[0] = i + 1
	}
	return t
}

// registerTable is an extract from the population register, with the municipalities' numbers of those years.
func registerTable(s scheme) table {
	t := table{header: []string{"Traineenr", "Dato", "Status", "Kommunenr", "Kommunenavn", "Innflyttet"}}
	for _, n := range s.notes {
		status := n.Status
		if n.Kommune == "" && status != "Ukjent" {
			status = "Utvandret"
		}
		t.rows = append(t.rows, row{cells: []any{n.Trainee, n.Seen, status, kommuneNumbers[n.Kommune], n.Kommune, n.Moved}})
	}
	return t
}

// kommuneNumbers are the numbers of 2010 and before of the places in the register's extract (SSB, KLASS 131).
var kommuneNumbers = map[string]string{
	"Hamar": "0403", "Ringsaker": "0412", "Løten": "0415", "Stange": "0417", "Elverum": "0427", "Lillehammer": "0501", "Gjøvik": "0502",
	"Øyer": "0521", "Gausdal": "0522", "Østre Toten": "0528", "Vestre Toten": "0529",
	"Flora": "1401", "Høyanger": "1416", "Leikanger": "1419", "Sogndal": "1420", "Årdal": "1424", "Luster": "1426", "Jølster": "1431",
	"Førde": "1432", "Vågsøy": "1439", "Eid": "1443", "Gloppen": "1445", "Stryn": "1449",
	"Oslo": "0301", "Trondheim": "1601", "Bergen": "1201", "Bærum": "0219", "Drammen": "0602", "Kongsvinger": "0402", "Ås": "0214",
	"Stavanger": "1103", "Volda": "1519",
}

// How Framtidsfylket writes: in nynorsk.
var (
	nynorskHeaders = map[string]string{

		"Hjemkommune": "Heimkommune", "Bostedskommune": "Bustadkommune", "Tilknytning": "Tilknyting", "Hørte om oss via": "Høyrde om oss via",
		"Avgjort dato": "Avgjord dato", "Planlagt slutt": "Planlagd slutt", "Sluttet": "Slutta",
	}
	nynorskCells = map[string]string{
		"Oppvokst her": "Oppvaksen her", "Jobbet her": "Jobba her",
		"Ikke kvalifisert": "Ikkje kvalifisert", "Trukket": "Trekt", "Intervjuet, ikke tilbud": "Intervjua, ikkje tilbod",
		"Sluttet før tiden": "Slutta før tida", "Ansatt som trainee": "Tilsett som trainee", "Takket nei": "Takka nei", "Nettsiden": "Nettsida",
	}
)

// payrollHeaders is how the municipalities of Romerike head their lists.
var payrollHeaders = map[string]string{"Arbeidsgiver": "Enhet", "Arbeidssted (kommune)": "Arbeidskommune", "Medlemsbedrift": "Medlem",
	"Start": "Ansatt fra", "Slutt": "Ansatt til", "Relevant jobb": "Fagstilling"}

// readMe is the first sheet of the collection workbook, and no table.
func readMe() table {
	return table{sheet: "Les meg", widths: []float64{90}, title: []string{
		"Innsamling til evalueringen av ni regionale traineeprogram",
		"Én rad per trainee, bedrift, tilbud og regnskapspost. Programkoden står i første kolonne.",
		"Ikke skriv navn eller fødselsnummer her. Alle personer og bedrifter i dette eksemplet er oppdiktet.",
	}}
}

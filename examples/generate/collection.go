package main

import "fmt"

// The evaluator's collection has one table for several programmes, told apart by a code in the first column. Nothing in it names
// a person: the lists are made from what the programmes have, without names and addresses.

// inOne lays the tables of the programmes under each other, with the code of each in front.
func inOne(t table, of []scheme, rows func(scheme) table) table {
	for _, s := range of {
		part := rows(s)
		t.header = append([]string{"Programkode"}, part.header...)
		for _, r := range part.rows {
			r.cells = append([]any{s.programme.id}, r.cells...)
			t.rows = append(t.rows, r)
		}
	}
	return t
}

// without leaves out the columns of those names.
func (t table) without(headers ...string) table {
	slim := table{sheet: t.sheet, title: t.title, form: t.form}
	drop := map[string]bool{}
	for _, h := range headers {
		drop[h] = true
	}
	for i, h := range t.header {
		if !drop[h] {
			slim.header = append(slim.header, h)
			if i < len(t.widths) {
				slim.widths = append(slim.widths, t.widths[i])
			}
		}
	}
	for _, r := range t.rows {
		kept := row{shaded: r.shaded, blemish: r.blemish}
		for i, cell := range r.cells {
			if !drop[t.header[i]] {
				kept.cells = append(kept.cells, cell)
			}
		}
		slim.rows = append(slim.rows, kept)
	}
	return slim
}

// only leaves out the rows for which keep says no.
func (t table) only(keep func(row) bool) table {
	var rows []row
	for _, r := range t.rows {
		if keep(r) {
			rows = append(rows, r)
		}
	}
	t.rows = rows
	return t
}

// inWords puts other words for headers and cells, as another programme writes them.
func (t table) inWords(headers, cells map[string]string) table {
	for i, h := range t.header {
		if other, ok := headers[h]; ok {
			t.header[i] = other
		}
	}
	for _, r := range t.rows {
		for i, cell := range r.cells {
			if s, ok := cell.(string); ok && cells[s] != "" {
				r.cells[i] = cells[s]
			}
		}
	}
	return t
}

// applicationsOf is all years of a programme in one table, with the headers of the last.
func applicationsOf(s scheme) table {
	var t table
	for i := range s.programme.cohorts {
		year := applicationTable(s.programme.first+i, s.applications)
		t.header = year.header
		t.rows = append(t.rows, year.rows...)
	}
	if len(t.rows) > 0 {
		t.header = applicationTable(2010, nil).header
	}
	return t.without("Navn", "E-post", "Mobil", "Kommentar")
}

// cohortSheets is the list of trainees with a sheet for each cohort.
func cohortSheets(s scheme) []table {
	var sheets []table
	for i := range s.programme.cohorts {
		cohort := s.programme.first + i
		t := traineeTable(s.trainees).only(func(r row) bool { return r.cells[3] == cohort }).without("Navn", "E-post", "Merknad")
		t.sheet, t.title = fmt.Sprintf("Kull %d", cohort), []string{fmt.Sprintf("%s, kull %d", s.programme.name, cohort)}
		sheets = append(sheets, t)
	}
	return sheets
}

package ingest

import (
	"maps"
	"slices"
	"strings"
)

// Summary is what Read tells of a file besides its rows.
type Summary struct {
	// Rows are the rows that were handed over: records and rejected rows. Rows
	// read = records + rejected rows.
	Rows int
	// Ignored are the rows of totals. They are no rows of data and are not
	// among Rows. Each has a notice, up to a hundred of them.
	Ignored int
	Notices []Notice
}

// Notice is something a person should know of a file that is no fault of a
// row: a column that is missing or new, a row of totals, an empty sheet.
type Notice struct{ Problem }

// The rules of notices.
const (
	NoticeColumnNew     = "column.new"     // columns that the mapping does not speak of
	NoticeColumnMissing = "column.missing" // a mapped column is not there
	NoticeCountyMissing = "county.missing" // nor the column with the county of each municipality
	NoticeTotal         = "row.total"      // a row of totals was not read
	NoticeFirstDay      = "date.first_day" // dates without a day were read as the first one
	NoticeWaiting       = "row.waiting"    // a row refers to a record of another feed that is not known yet
	NoticeSheetEmpty    = "sheet.empty"    // a sheet that the pattern matches holds nothing
)

// maxTotals is how many rows of totals have a notice of their own.
const maxTotals = 100

func (s *Summary) ignore(p Problem) {
	if s.Ignored++; s.Ignored <= maxTotals {
		s.notice(p)
	}
}

func (s *Summary) notice(p Problem) { s.Notices = append(s.Notices, Notice{p}) }

// checkColumns compares the columns of a sheet with those of the mapping, as
// the mapping's policy says.
func (r *reading) checkColumns(h header) error {
	if err := r.checkMissing(h); err != nil {
		return err
	}
	return r.checkNew(h)
}

// checkMissing looks for mapped columns that are not there. findHeader has seen
// to those that are required.
func (r *reading) checkMissing(h header) error {
	var lacking []string
	miss := func(f Field, rule string, accepted []string) {
		headers := strings.Join(accepted, " / ")
		lacking = append(lacking, headers)
		if r.m.Policy.Missing == "" || r.m.Policy.Missing == PolicyIgnore {
			r.summary.notice(r.problem(Problem{Row: h.row, Field: f.Name, Rule: rule, Allowed: headers}))
		}
	}
	for _, f := range r.m.Feed.Fields {
		if _, ok := h.at[f.Name]; !ok && len(r.m.Columns[f.Name]) > 0 {
			miss(f, NoticeColumnMissing, r.m.Columns[f.Name])
		}
		counties := r.m.CountyColumns[f.Name]
		switch columns := h.under(counties); {
		case len(columns) == 0 && len(counties) > 0:
			miss(f, NoticeCountyMissing, counties)
		case len(columns) > 1:
			return Refused{Problem{Row: h.row, Field: "county_columns " + f.Name, Rule: RuleHeaderTwice, Allowed: columnLetters(columns)}}
		}
	}
	if len(lacking) == 0 || r.m.Policy.Missing != PolicyReject {
		return nil
	}
	return Refused{Problem{Row: h.row, Rule: RuleColumnsMissing, Allowed: strings.Join(lacking, ", ")}}
}

// checkNew looks for columns that the mapping does not speak of.
func (r *reading) checkNew(h header) error {
	known := map[string]bool{"": true}
	for _, text := range r.m.Ignore {
		known[headerKey(text)] = true
	}
	for _, headers := range r.m.CountyColumns {
		for _, text := range headers {
			known[headerKey(text)] = true
		}
	}
	mapped := slices.Collect(maps.Values(h.at))
	var texts, letters []string
	for i, text := range h.texts {
		if known[headerKey(text)] || slices.Contains(mapped, i) {
			continue
		}
		if shown, masked := show(text); !masked {
			texts = append(texts, shown)
		}
		letters = append(letters, columnLetter(i))
	}
	if len(letters) == 0 || r.m.Policy.New == PolicyEvolve {
		return nil
	}
	p := Problem{Row: h.row, Rule: NoticeColumnNew, Found: someOf(texts), Masked: len(texts) == 0, Allowed: someOf(letters)}
	if r.m.Policy.New == PolicyReject {
		p.Rule = RuleColumnsNew
		return Refused{p}
	}
	r.summary.notice(r.problem(p))
	return nil
}

// someOf are the texts in one, as many as a person reads.
func someOf(texts []string) string {
	const most = 40
	if len(texts) > most {
		return strings.Join(texts[:most], ", ") + " …"
	}
	return strings.Join(texts, ", ")
}

// problem adds the place to a problem of the sheet being read.
func (r *reading) problem(p Problem) Problem {
	p.File, p.Sheet = r.file, r.src.sheet()
	return p
}

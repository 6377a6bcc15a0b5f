package reports

import "bolyst/metrics"

// writeQuality writes what the figures rest on: the rows read and what became of them, and how much is not known.
func (s *sheet) writeQuality() {
	lastColumn := 8
	if s.perFile() {
		lastColumn = 10
	}
	source, content := 14.0, 14.0
	if s.perFile() {
		for _, load := range s.Loads {
			source = max(source, min(widthOf(load.Source)+2.5, 40))
			content = max(content, min(widthOf(s.named("feed_", load.Feed))+2.5, 40))
		}
	}
	s.setWidths(44, source, content, 13, 14, 13, 13, 13, 13, 13)
	s.put(1, 1, heading(s.metric("data_quality"), 16))
	s.height(1, 24)

	s.put(1, 3, heading(s.say("row_balance"), 12))
	row := s.across(1, lastColumn, 4, remark(s.say("row_balance_note")))
	if len(s.Loads) == 0 {
		s.put(1, row, text(s.say("no_loads")))
		row++
	} else {
		row = s.table(row, s.loadColumns(), s.loadRows(row+1))
	}

	row = s.writeFreshness(row)
	s.put(1, row+1, heading(s.say("coverage"), 12))
	row = s.across(1, lastColumn, row+2, remark(s.say("coverage_note")))
	s.table(row, []column{
		{s.metric("indicator"), false}, {s.metric("numerator"), true}, {s.say("known"), true}, {s.metric("unknown"), true},
		{s.say("coverage_share"), true}, {s.say("lowest"), true}, {s.say("highest"), true}, {s.metric("immature"), true},
	}, s.coverageRows(row+1))
	s.page(lastColumn, 0, 0, s.fitsOnePage(lastColumn))
}

// perFile says whether this audience is shown the files one by one. To the others their names mean nothing, and a small file
// could say something of few persons.
func (b *book) perFile() bool { return b.Table.Audience.Name == "staff" }

// fileColumns is how many columns tell which file it was.
const fileColumns = 4

func (s *sheet) loadColumns() []column {
	columns := []column{{s.metric("file"), false}}
	if s.perFile() {
		columns = append(columns, column{s.metric("source"), false}, column{s.say("feed"), false}, column{s.metric("batch"), true})
	}
	return append(columns, column{s.metric("read"), true}, column{s.metric("loaded"), true}, column{s.metric("unchanged"), true},
		column{s.metric("superseded"), true}, column{s.metric("rejected"), true}, column{s.say("difference"), true})
}

// loadRows makes a row per file and one for all files; the rest of the audiences see the last one only. The difference is a
// formula that a reader can check: rows read less the rows that are accounted for.
func (s *sheet) loadRows(first int) [][]cell {
	var rows [][]cell
	var all metrics.Load
	for _, load := range s.Loads {
		all.Read, all.Loaded, all.Unchanged = all.Read+load.Read, all.Loaded+load.Loaded, all.Unchanged+load.Unchanged
		all.Superseded, all.Rejected = all.Superseded+load.Superseded, all.Rejected+load.Rejected
		if s.perFile() {
			name := []cell{wrapped(load.File), wrapped(load.Source), wrapped(s.named("feed_", load.Feed)), whole(load.Batch)}
			rows = append(rows, append(name, balance(load, fileColumns+1, first+len(rows))...))
		}
	}
	name := []cell{text(s.say("all_files", len(s.Loads)))}
	if !s.perFile() {
		return [][]cell{append(name, balance(all, len(name)+1, first)...)}
	}
	name = append(name, cell{}, cell{}, cell{})
	total := append(name, balance(all, fileColumns+1, first+len(rows))...)
	for i := range total {
		total[i] = total[i].inTotal()
		if i >= fileColumns && i < len(total)-1 {
			total[i].formula = "SUM(" + place(i+1, first) + ":" + place(i+1, first+len(rows)-1) + ")"
		}
	}
	return append(rows, total)
}

// balance is the part of a row that holds numbers, of which the first stands in the column.
func balance(load metrics.Load, column, row int) []cell {
	difference := whole(load.Read - load.Loaded - load.Unchanged - load.Superseded - load.Rejected)
	difference.formula = place(column, row) + "-SUM(" + place(column+1, row) + ":" + place(column+4, row) + ")"
	return []cell{whole(load.Read), whole(load.Loaded), whole(load.Unchanged), whole(load.Superseded), whole(load.Rejected), difference}
}

// coverageRows makes a row per rate: how many are known, and what the rate would be if all the unknown had not, or had, the
// outcome.
func (s *sheet) coverageRows(first int) [][]cell {
	var rows [][]cell
	for _, definition := range s.Definitions {
		f := s.Total(definition.ID)
		if definition.Kind != metrics.Rate {
			continue
		}
		bounds := s.bounded(f, 2, first+len(rows), 4)
		rows = append(rows, []cell{
			wrapped(definition.Title.In(s.language)),
			counted(f, f.Numerator), counted(f, f.Denominator), counted(f, f.Unknown), bounds[0], bounds[1], bounds[2], counted(f, f.Immature),
		})
	}
	return rows
}

package reports

import (
	"crypto/sha256"
	"encoding/hex"
)

// writeRun writes what the figures were made from, so that somebody else can make them again: date, batch, configuration and
// program, every file that was read, and the version of every definition. The names of the files are for those who deliver them.
func (s *sheet) writeRun() {
	const lastColumn = 5
	s.setWidths(26, 34, 12, 70, 30)
	s.put(1, 1, heading(s.say("run"), 16))
	s.height(1, 24)
	row := 3
	for _, fact := range []struct {
		name  string
		value cell
	}{
		{s.metric("edition"), text(s.Edition)}, {s.metric("audience"), text(s.audience())}, {s.metric("as_of"), date(s.AsOf)}, {s.metric("known_at"), whole(s.KnownAt)},
		{s.metric("program_version"), text(s.Program)}, {s.say("config_hash"), text(s.Run.Config)},
	} {
		fact.value.look.right = false
		s.put(1, row, label(fact.name))
		s.put(2, row, fact.value)
		row++
	}
	row++
	s.put(1, row, heading(s.say("sources"), 12))
	columns := []column{{s.metric("source"), false}, {s.say("feed"), false}, {s.metric("batch"), true}, {"SHA-256", false}}
	if s.perFile() {
		columns = append(columns, column{s.metric("file"), false})
	}
	var rows [][]cell
	for _, source := range s.Run.Sources {
		cells := []cell{wrapped(source.Source), text(s.named("feed_", source.Feed)), whole(source.Batch), text(source.SHA256)}
		if s.perFile() {
			cells = append(cells, wrapped(source.File))
		}
		rows = append(rows, cells)
	}
	row = s.table(row+1, columns, rows) + 1
	s.put(1, row, heading(s.metric("definitions"), 12))
	rows = nil
	for _, d := range s.Definitions {
		rows = append(rows, []cell{text(d.ID), wrapped(d.Title.In(s.language)), whole(d.Version), text(fingerprint(d.Statement))})
	}
	s.table(row+1, []column{{s.say("id"), false}, {s.metric("indicator"), false}, {s.metric("version"), true}, {s.say("statement_hash"), false}}, rows)
	s.page(lastColumn, 0, 0, false)
}

// fingerprint is the SHA-256 of what is asked; "" where that is not known.
func fingerprint(statement string) string {
	if statement == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(statement))
	return hex.EncodeToString(sum[:])
}

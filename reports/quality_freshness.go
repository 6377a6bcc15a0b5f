package reports

import (
	"time"

	"bolyst/metrics"
)

// monthFormat is the number format of a month.
const monthFormat = "mm.yyyy"

// writeFreshness writes how new is what is known of each feed, and returns the row after it. The day of one person's last event
// is for those who deliver the data; the others are told the month.
func (s *sheet) writeFreshness(row int) int {
	if len(s.Freshness) == 0 {
		return row
	}
	s.put(1, row+1, heading(s.say("freshness"), 12))
	row = s.across(1, fileColumns+fileColumns, row+2, remark(s.say("freshness_note", s.language.Date(day(s.AsOf)))))
	age := s.say("age_in_months")
	if s.perFile() {
		age = s.say("age_in_days")
	}
	var rows [][]cell
	for _, f := range s.Freshness {
		newest, old := s.ageOf(f)
		newest.look.right = true
		rows = append(rows, []cell{wrapped(s.named("feed_", f.Feed)), newest, whole(old), whole(f.Batch)})
	}
	return s.table(row, []column{{s.say("feed"), false}, {s.say("newest"), true}, {age, true}, {s.say("last_batch"), true}}, rows)
}

// ageOf is the newest day of the feed, or its month, and how many days or months it lay before the date of the figures.
func (s *sheet) ageOf(f metrics.Freshness) (newest cell, age int) {
	at, now := day(f.Newest), day(s.AsOf)
	if s.perFile() {
		return date(at), int(now.Sub(at).Hours() / 24)
	}
	newest = date(time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC))
	newest.look.format = monthFormat
	return newest, 12*(now.Year()-at.Year()) + int(now.Month()) - int(at.Month())
}

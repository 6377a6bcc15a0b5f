package main

import (
	"regexp"
	"time"

	"bolyst/ingest"
)

// The years between which everything in the configuration happens; a year outside is a slip of the pen, such as 0206.
const earliest, latest = 1900, 2100

// checkProgrammes checks each programme and its region.
func (c *Config) checkProgrammes(found *findings) {
	seen := map[string]string{}
	for i, p := range c.Programmes {
		at := item("$.programmes", i)
		checkID(found, at+".id", p.ID, seen)
		if p.ID == everyone {
			found.wrong(at+".id", Mistake{Code: "config.id.reserved", Args: []any{p.ID}})
		}
		if p.Started != 0 && (p.Started < earliest || p.Started > latest) {
			found.wrong(at+".started", Mistake{Code: "config.year", Args: []any{p.Started, earliest, latest}})
		}
		c.checkFacts(found, at+".facts", p.Facts)
		c.checkRegion(found, at+".region", p.Region)
	}
}

// checkFacts checks what the programme states about itself, as far as that can be wrong.
func (c *Config) checkFacts(found *findings, at string, f Facts) {
	for _, fact := range []struct {
		key   string
		value *int
	}{
		{"duration_months", f.DurationMonths}, {"modules", f.Modules}, {"module_months", f.ModuleMonths},
		{"seminars", f.Seminars}, {"seminar_days", f.SeminarDays},
	} {
		if fact.value != nil && *fact.value < 0 {
			found.wrong(join(at, fact.key), Mistake{Code: "config.number.least", Args: []any{*fact.value, 0}})
		}
	}
	for _, fact := range []struct {
		key   string
		value *float64
	}{
		{"staff_positions", f.StaffPositions}, {"staff_operation", f.StaffOperation}, {"staff_coaching", f.StaffCoaching},
	} {
		if fact.value != nil && *fact.value < 0 {
			found.wrong(join(at, fact.key), Mistake{Code: "config.number.least", Args: []any{*fact.value, 0}})
		}
	}
	c.checkText(found, at+".funding", f.Funding)
	c.checkText(found, at+".coaching", f.Coaching)
}

// checkRegion checks that every municipality exists and belongs to the region once at a time.
func (c *Config) checkRegion(found *findings, at string, region []Member) {
	for i, m := range region {
		at := item(at, i)
		checkKommune(found, at+".kommune", string(m.Kommune), c.municipalities())
		checkDay(found, at+".from", m.From)
		checkDay(found, at+".to", m.To)
		if !m.To.IsZero() && !m.From.IsZero() && !m.From.Before(m.To) {
			found.wrong(at+".to", Mistake{Code: "config.region.order", Args: []any{day(m.To), day(m.From)}})
		}
		for j, earlier := range region[:i] {
			if earlier.Kommune == m.Kommune && m.Kommune != "" && overlap(earlier, m) {
				line := found.places.at(item(at[:len(at)-len(item("", i))], j)).line
				found.wrong(at, Mistake{Code: "config.region.overlap", Args: []any{string(m.Kommune), line}})
				break
			}
		}
	}
}

var fourDigits = regexp.MustCompile(`^[0-9]{4}$`)

// checkKommune checks that a code is one of 2024. To a name, or a code of before, it answers with the code of today.
func checkKommune(found *findings, at, code string, list *ingest.KommuneList) {
	if _, known := list.Kommune(code); known {
		return
	}
	today := list.Find(code, "", list.AsOf())
	switch {
	case code == "": // missing, and noted
	case len(today) > 0:
		var names []string
		for _, k := range today {
			names = append(names, k.String())
		}
		found.wrong(at, Mistake{Code: "config.kommune.today", Args: []any{code, names}})
	case fourDigits.MatchString(code):
		found.wrong(at, Mistake{Code: "config.kommune.unknown", Args: []any{code}})
	default:
		found.wrong(at, Mistake{Code: "config.kommune.form", Args: []any{code}})
	}
}

// overlap tells whether there is a day on which both hold.
func overlap(a, b Member) bool {
	return (a.To.IsZero() || b.From.Before(a.To)) && (b.To.IsZero() || a.From.Before(b.To))
}

// checkDay checks that a date lies in a year that can be meant. The zero date is one that is not given.
func checkDay(found *findings, at string, date time.Time) {
	if !date.IsZero() && (date.Year() < earliest || date.Year() > latest) {
		found.wrong(at, Mistake{Code: "config.year", Args: []any{date.Year(), earliest, latest}})
	}
}

// day writes a date as it stands in the file.
func day(date time.Time) string { return date.Format(time.DateOnly) }

package ingest

import "strings"

// defaultDates are the forms that are read when a mapping names none: all that
// a Norwegian reader takes for one day, or for one month or season. What is
// another day elsewhere, such as 01/08/2019, is read only where it is named.
var defaultDates = []string{
	"d.m.yyyy", "yyyy-mm-dd", "d.m.yy",
	"d.m.yyyy h:mm", "d.m.yyyy h:mm:ss", "d.m.yyyy h.mm", "d.m.yyyy h.mm.ss", "d.m.yyyy kl. h.mm", "d.m.yyyy kl. h.mm.ss", "d.m.yyyy kl. h:mm", "d.m.yyyy kl. h:mm:ss",
	"d.m.yy h:mm", "d.m.yy h:mm:ss",
	"d. mmmm yyyy", "d. mmm yyyy", "d mmmm yyyy", "d mmm yyyy", "d.mmmm yyyy", "d.mmm yyyy",
	"dd-mm-yyyy", "d/m-yy", "d/m-yyyy", "yyyymmdd",
	"mmmm yyyy", "mmm yyyy", "season yyyy",
}

// isoDates are read whatever a mapping names.
var isoDates = []string{
	"yyyy-mm-dd", "yyyy-mm-ddThh:mm", "yyyy-mm-ddThh:mm:ss", "yyyy-mm-ddThh:mm:ssoffset", "yyyy-mm-ddThh:mmoffset",
	"yyyy-mm-dd h:mm", "yyyy-mm-dd h:mm:ss",
}

// defaultDatesAre stands for the default forms in a problem, where all of them were too many.
const defaultDatesAre = "dd.mm.yyyy, yyyy-mm-dd, d. mmmm yyyy, mmm yyyy"

// setDates gives the column the forms that the mapping names, or the default
// ones, and those of ISO 8601 after them.
func (c *column) setDates(named []string) {
	forms := named
	c.datesAre = strings.Join(named, ", ")
	if len(named) == 0 {
		forms, c.datesAre, c.firstDays = defaultDates, defaultDatesAre, map[string]bool{}
	}
	for _, form := range forms {
		c.addDates(form)
	}
	for _, form := range named {
		if strings.HasPrefix(strings.ToLower(form), "yyyy-d") {
			return // 2019-08-01 is in January there
		}
	}
	c.addDates(isoDates...)
}

func (c *column) addDates(forms ...string) {
	for _, form := range forms {
		if parsed, err := parseDateForm(form); err == nil { // Check reports the others
			c.dates = append(c.dates, parsed)
		}
	}
}

// hasDay says whether the form names a day, or the day is the first of a month
// or season.
func (f dateForm) hasDay() bool {
	for _, part := range f {
		if part.unit == 'd' {
			return true
		}
	}
	return false
}

// noteFirstDays are the notices of a row whose dates had no day, although the
// mapping names no such form.
func (c *checker) noteFirstDays(r *row) (notices []Problem) {
	for _, col := range c.columns {
		if in := c.cellOf(r, col); len(col.firstDays) > 0 && col.firstDays[trim(in.text)] {
			notices = append(notices, c.cellProblem(r, col, in, fault{rule: NoticeFirstDay}))
		}
	}
	return notices
}

// tellFirstDays tells it once for every column of a sheet.
func (r *reading) tellFirstDays(v *verdict, told map[string]bool) {
	for _, p := range v.firstDays {
		if !told[p.Field] {
			told[p.Field] = true
			r.summary.notice(p)
		}
	}
}

package ingest

import "slices"

// knownDates are the forms of dates that Inspect tries, the commonest first.
var knownDates = []string{
	"dd.mm.yyyy", "yyyy-mm-dd", "d.m.yyyy", "d.m.yy", "dd/mm/yyyy", "mm/dd/yyyy", "d/m/yyyy", "m/d/yyyy", "d/m/yy", "m/d/yy", "dd-mm-yyyy", "mm-dd-yyyy", "yyyy/mm/dd",
	"dd.mm.yyyy hh:mm", "dd.mm.yyyy hh:mm:ss", "dd.mm.yyyy kl. hh.mm.ss", "dd.mm.yyyy kl. hh.mm", "yyyy-mm-dd hh:mm", "yyyy-mm-dd hh:mm:ss", "yyyy-mm-ddthh:mm:ss",
	"m/d/yy h:mm", "yyyy/mm/dd h:mm:ss am/pm zone",
	"d. mmmm yyyy", "d. mmm yyyy", "d mmmm yyyy", "mmmm d, yyyy", "mmmm yyyy", "mmm yyyy", "mmm yy", "season yyyy", "seasonyyyy", "seasonyy",
	"yyyy-mm", "mm.yyyy", "mm/yyyy", "ddmmyyyy", "yyyymmdd",
}

// maxForms is how many forms of dates one column is believed to hold.
const maxForms = 5

// datesIn are the forms that together read most of the column's texts, and the
// share of the cells that are dates at all. either is another form that reads
// all of them too, but as other days: mm/dd beside dd/mm.
func (col *inspectedColumn) datesIn() (forms []string, either string, share float64) {
	good, left := 0, []cell{}
	for _, c := range col.cells {
		switch {
		case c.kind == dateCell, isMissingWord(c.text):
			good += col.count[c]
		case c.kind == textCell:
			left = append(left, c)
		}
	}
	all := left
	for len(left) > 0 && len(forms) < maxForms {
		best, reads := "", 0
		for _, form := range knownDates {
			if n := len(left) - len(unread(form, left)); n > reads {
				best, reads = form, n
			}
		}
		if best == "" {
			break
		}
		forms = append(forms, best)
		left = unread(best, left)
	}
	if len(forms) == 1 && len(left) == 0 {
		either = otherReading(forms[0], all)
	}
	for _, c := range all {
		if !slices.Contains(left, c) {
			good += col.count[c]
		}
	}
	return forms, either, float64(good) / float64(max(col.kept, 1))
}

// unread are the texts that are no dates of this form, of years that can be
// meant.
func unread(form string, cells []cell) []cell {
	parsed, err := parseDateForm(form)
	if err != nil {
		panic(err) // one of ours
	}
	var left []cell
	for _, c := range cells {
		if day, ok := parsed.parse(c.text); !ok || day.Year() < firstYear || day.Year() > lastYear {
			left = append(left, c)
		}
	}
	return left
}

// otherReading is a form that reads all the texts as well, and one of them as
// another day.
func otherReading(form string, cells []cell) string {
	this, err := parseDateForm(form)
	if err != nil {
		panic(err) // one of ours
	}
	for _, other := range knownDates {
		if other == form || len(unread(other, cells)) > 0 {
			continue
		}
		that, err := parseDateForm(other)
		if err != nil {
			panic(err)
		}
		for _, c := range cells {
			a, _ := this.parse(c.text)
			b, _ := that.parse(c.text)
			if a != b {
				return other
			}
		}
	}
	return ""
}

// isMissingWord is true of the texts that stand for nothing known in any field.
func isMissingWord(text string) bool { return (&column{}).isMissing(text) }

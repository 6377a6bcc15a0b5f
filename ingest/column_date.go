package ingest

import (
	"fmt"
	"strings"
	"time"
)

func (c *column) readDate(in cell) (any, fault) {
	day, ok := time.Time{}, false
	switch in.kind {
	case dateCell:
		day, ok = isoDate.parse(in.text)
	case textCell:
		for _, form := range c.dates {
			if day, ok = form.parse(in.text); ok {
				if c.firstDays != nil && !form.hasDay() && len(c.firstDays) < maxSeen {
					c.firstDays[strings.Clone(in.text)] = true
				}
				break
			}
		}
	}
	if !ok {
		return nil, fault{RuleDate, c.datesAre}
	}
	if day.Year() < firstYear || day.Year() > lastYear {
		return nil, fault{RuleRange, fmt.Sprintf("01.01.%d–31.12.%d", firstYear, lastYear)}
	}
	return day, fault{}
}

// isoDate is the form in which the xlsx reader writes real dates.
var isoDate = func() dateForm {
	form, err := parseDateForm("yyyy-mm-dd")
	if err != nil {
		panic(err)
	}
	return form
}()

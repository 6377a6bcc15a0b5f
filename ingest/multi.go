package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// readMulti reads a cell in which several answers may stand, as survey tools
// write them: "Vokst opp her;Familie;" or "Vokst opp her, Familie".
func (c *column) readMulti(in cell) (any, fault) {
	var values []any
	var first fault // of an answer that is no value
	for _, answer := range c.answers(in.text) {
		value, f := c.readOne(cell{text: answer})
		switch {
		case f.rule != "":
			if first.rule == "" {
				first = f
			}
		case value != nil && !slices.Contains(values, value):
			values = append(values, value)
		}
	}
	switch len(values) {
	case 0:
		return nil, first
	case 1:
		return values[0], fault{}
	}
	meanings := make([]string, len(values))
	for i, value := range values {
		meanings[i] = meaningText(value)
	}
	return nil, fault{RuleMultiSeveral, strings.Join(meanings, ", ")}
}

// answers divides a text into answers. An answer that the mapping knows may
// contain what otherwise stands between two; the longest that it knows holds.
func (c *column) answers(text string) []string {
	parts := strings.Split(trim(text), c.multi)
	var answers []string
	for i := 0; i < len(parts); {
		n := 1
		for end := min(len(parts), i+mostParts); end > i; end-- {
			if _, known := c.values[wordKey(strings.Join(parts[i:end], c.multi))]; known {
				n = end - i
				break
			}
		}
		if answer := trim(strings.Join(parts[i:i+n], c.multi)); answer != "" { // after the last separator stands none
			answers = append(answers, answer)
		}
		i += n
	}
	if answers == nil {
		return []string{""}
	}
	return answers
}

// mostParts is how many commas, and one, an answer may have.
const mostParts = 10

// meaningText is a value as a problem names it.
func meaningText(value any) string {
	switch v := value.(type) {
	case time.Time:
		return v.Format("02.01.2006")
	case bool:
		if v {
			return "Ja"
		}
		return "Nei"
	}
	return fmt.Sprint(value)
}

// checkMulti finds what cannot be where several answers may stand in a cell.
func (m Mapping) checkMulti() (faults []Fault) {
	for _, field := range slices.Sorted(maps.Keys(m.Multi)) {
		if unknown := m.unknown("multi", field); unknown != nil {
			faults = append(faults, unknown...)
			continue
		}
		path := []string{"multi", field}
		f, _ := m.Feed.Field(field)
		switch {
		case len(m.Columns[field]) == 0:
			faults = append(faults, Fault{Path: path, Found: field, Rule: FaultNoColumn})
		case f.Pseudonym:
			faults = append(faults, Fault{Path: path, Found: field, Rule: FaultMultiPersonal})
		case strings.TrimSpace(m.Multi[field]) == "":
			faults = append(faults, Fault{Path: path, Found: m.Multi[field], Rule: FaultMulti, Allowed: `";", ", "`})
		}
	}
	return faults
}

package ingest

import (
	"maps"
	"slices"
	"strings"
)

// checkKommuner are the mistakes in what the mapping says of municipalities.
func (m Mapping) checkKommuner() (faults []Fault) {
	var fields []string
	for _, f := range m.Feed.Fields {
		if f.Kommune {
			fields = append(fields, f.Name)
		}
	}
	allowed := strings.Join(fields, ", ")
	for _, field := range slices.Sorted(maps.Keys(m.County)) {
		if !slices.Contains(fields, field) {
			faults = append(faults, Fault{Path: []string{"county", field}, Found: field, Rule: FaultKommune, Allowed: allowed})
		} else if m.kommuner().countyCodes(m.County[field]) == nil {
			faults = append(faults, Fault{Path: []string{"county", field}, Found: m.County[field], Rule: FaultCounty, Allowed: "Møre og Romsdal, 15"})
		}
	}
	for _, field := range slices.Sorted(maps.Keys(m.CountyColumns)) {
		if !slices.Contains(fields, field) {
			faults = append(faults, Fault{Path: []string{"county_columns", field}, Found: field, Rule: FaultKommune, Allowed: allowed})
		}
		if headers := m.CountyColumns[field]; len(headers) == 0 || slices.ContainsFunc(headers, func(h string) bool { return headerKey(h) == "" }) {
			faults = append(faults, Fault{Path: []string{"county_columns", field}, Rule: FaultHeader})
		}
	}
	return append(faults, m.checkAliases()...)
}

func (m Mapping) checkAliases() (faults []Fault) {
	seen := map[string]string{}
	for _, text := range slices.Sorted(maps.Keys(m.Aliases)) {
		means := trim(m.Aliases[text])
		path := []string{"aliases", text}
		if before, ok := seen[kommuneKey(text)]; ok && before != means {
			faults = append(faults, Fault{Path: path, Found: text, Rule: FaultTwice})
		}
		seen[kommuneKey(text)] = means
		if means == "" || means == kommuneOutside {
			continue
		}
		codes := m.kommuner().meanings(means).on("")
		if len(codes) != 1 {
			allowed := "1505, Kristiansund"
			if len(codes) > 1 {
				allowed = m.kommuner().named(codes)
			}
			faults = append(faults, Fault{Path: path, Found: means, Rule: FaultValue, Allowed: allowed})
		}
	}
	return faults
}

package ingest

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// meanings are what a text can mean, on whatever date: a code, a name, a
// common abbreviation, "1505 Kristiansund", "Kristiansund (1505)", "6509
// Kristiansund" as on a letter, "Herøy i Nordland" or several names of the same
// municipality.
func (l *KommuneList) meanings(text string) meanings {
	key := kommuneKey(text)
	if p := l.exact[key]; p != nil {
		return meanings{periods: []*kommunePeriod{p}}
	}
	if periods := l.byCode(key); periods != nil {
		return meanings{periods: periods}
	}
	if periods := l.byName(key); periods != nil {
		return meanings{periods: periods}
	}
	if code, name, ok := strings.Cut(key, " "); ok && l.byCode(code) != nil {
		return l.codeAndName(code, strings.TrimLeft(name, "- "))
	} else if ok && isKommuneCode(code) && code != kommuneOutside { // a postal code, with the place it goes to
		return l.meanings(strings.TrimLeft(name, "- "))
	}
	if name, code, ok := strings.Cut(strings.TrimSuffix(key, ")"), " ("); ok && isKommuneCode(code) {
		return l.codeAndName(code, name)
	}
	if name, county, ok := l.nameAndCounty(key); ok {
		return l.meanings(name).in(l.county[county])
	}
	return meanings{periods: l.byParts(key)}
}

func (l *KommuneList) byCode(key string) []*kommunePeriod {
	if len(key) == 3 { // a spreadsheet that took 0301 for a number dropped its zero
		return l.codes["0"+key]
	}
	return l.codes[key]
}

func (l *KommuneList) byName(key string) []*kommunePeriod {
	if periods := l.names[key]; periods != nil {
		return periods
	}
	return l.names[kommuneKey(l.aliases[key])]
}

// codeAndName is "1505 Kristiansund": the code, if the name agrees with it.
func (l *KommuneList) codeAndName(code, name string) meanings {
	m := meanings{periods: l.byCode(code), within: []string{}}
	for _, p := range l.meanings(name).periods {
		m.within = union(m.within, p.became)
	}
	return m
}

// nameAndCounty divides "Herøy (Nordland)", "Herøy, Nordland" and "Herøy i
// Nordland", with the name of a county of any year.
func (l *KommuneList) nameAndCounty(key string) (name, county string, ok bool) {
	for _, between := range []string{" (", ", ", " i ", " in "} {
		i := strings.LastIndex(key, between)
		if i < 0 {
			continue
		}
		county = countyKey(strings.TrimSuffix(key[i+len(between):], ")"))
		if l.county[county] != nil {
			return strings.TrimSpace(key[:i]), county, true
		}
	}
	return "", "", false
}

// byParts knows a name of several parts in an order of its own (Tråante -
// Trondheim). Every part must be known; parts that are of no one municipality
// (Ålesund/Haram) are all possible.
func (l *KommuneList) byParts(key string) []*kommunePeriod {
	for _, between := range []string{" - ", "-"} {
		parts := strings.FieldsFunc(strings.ReplaceAll(key, between, "/"), func(r rune) bool { return r == '/' })
		if len(parts) < 2 {
			continue
		}
		var any, all []*kommunePeriod
		for i, part := range parts {
			periods := l.byName(strings.TrimSpace(part))
			if periods == nil {
				any = nil
				break
			}
			if any = append(any, periods...); i == 0 {
				all = slices.Clone(periods)
			}
			all = slices.DeleteFunc(all, func(p *kommunePeriod) bool { return !slices.Contains(periods, p) })
		}
		if any != nil && len(all) > 0 {
			return all
		}
		if any != nil {
			return any
		}
	}
	return nil
}

// countyCodes are the two digits of the counties that a text names: its name
// in any year, or the digits themselves.
func (l *KommuneList) countyCodes(text string) []string {
	key := countyKey(text)
	if codes := l.county[key]; codes != nil || key == "" {
		return codes
	}
	code, name, _ := strings.Cut(key, " ")
	if len(code) == 1 { // a spreadsheet dropped the zero of 03
		code = "0" + code
	}
	if _, ok := l.tables.Counties[code]; !ok || name != "" && !slices.Contains(l.county[name], code) {
		return nil
	}
	return []string{code}
}

// namesIn are an official name as a whole, without the county in brackets, and
// its parts: Trondheim and Tråante.
func namesIn(name string) []string {
	bare := withoutBrackets(name)
	names := []string{name, bare}
	return slices.Compact(append(names, strings.Split(bare, " - ")...))
}

func withoutBrackets(name string) string {
	bare, _, _ := strings.Cut(name, " (")
	return bare
}

// kommuneKey is the form in which names and codes are compared.
func kommuneKey(text string) string {
	key := strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(text), " ")))
	key = strings.ReplaceAll(key, "–", "-")
	return strings.TrimSuffix(key, " kommune")
}

// countyKey is the form in which names of counties are compared.
func countyKey(text string) string {
	key := kommuneKey(text)
	return strings.TrimSuffix(strings.TrimSuffix(key, " fylkeskommune"), " fylke")
}

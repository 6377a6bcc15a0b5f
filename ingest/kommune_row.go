package ingest

import (
	"strings"
	"time"
)

// kommuneReader reads the cells of a field that is a municipality.
type kommuneReader struct {
	list     *KommuneList
	aliases  map[string]string // by kommuneKey: a code or name, or ""
	county   string            // of all rows
	countyAt int               // the column of the file with the county, or -1

	// Of the row being read: the county and the date, "" while not asked for.
	rowCounty, rowDate string
	// decided remembers texts with their county, where no date could change it.
	decided map[string]string
}

func newKommuneReader(m Mapping, f Field) *kommuneReader {
	k := &kommuneReader{list: m.kommuner(), aliases: map[string]string{}, county: m.County[f.Name], countyAt: -1, decided: map[string]string{}}
	for text, means := range m.Aliases {
		k.aliases[kommuneKey(text)] = means
	}
	return k
}

// kommuner is the list the mapping reads with.
func (m Mapping) kommuner() *KommuneList {
	if m.Kommuner == nil {
		return ShippedKommuner()
	}
	return m.Kommuner
}

// read is the code of a municipality of the list's day. undecided is that the
// county or the date of the row may change the answer.
func (k *kommuneReader) read(text string) (value any, f fault, undecided bool) {
	if means, ok := k.aliases[kommuneKey(text)]; ok {
		if text = trim(means); text == "" {
			return nil, fault{}, false
		}
	}
	if text == kommuneOutside {
		return kommuneOutside, fault{}, false
	}
	county := k.county
	if k.rowCounty != "" {
		county = k.rowCounty
	}
	if code, ok := k.decided[text+"\x00"+county]; ok {
		return code, fault{}, k.countyAt >= 0
	}
	all := k.list.meanings(text)
	if len(all.on("")) == 0 && len(all.on(k.rowDate)) == 0 {
		return nil, fault{RuleKommuneUnknown, "1505, Kristiansund, " + kommuneOutside}, k.countyAt >= 0
	}
	left := all.in(k.list.countyCodes(county))
	if len(left.periods) == 0 {
		return nil, fault{RuleKommuneCounty, k.list.named(all.on(k.rowDate))}, k.countyAt >= 0
	}
	if code, ok := left.always(); ok {
		if len(k.decided) < maxSeen {
			k.decided[strings.Clone(text)+"\x00"+strings.Clone(county)] = code
		}
		return code, fault{}, k.countyAt >= 0
	}
	codes := left.on(k.rowDate)
	if len(codes) == 1 {
		return codes[0], fault{}, true
	}
	return nil, fault{RuleKommuneAmbiguous, k.list.named(codes)}, true
}

// named are municipalities as a reader chooses between them.
func (l *KommuneList) named(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = l.current[code].String()
	}
	return strings.Join(names, ", ")
}

// decideKommune reads a cell again, with the county and the date of its row.
func (c *checker) decideKommune(r *row, col *column, in cell) (any, fault) {
	k := col.kommune
	if k.countyAt >= 0 && k.countyAt < len(r.cells) {
		k.rowCounty = trim(r.cells[k.countyAt].text)
	}
	for _, other := range c.columns {
		if other.field.Name == col.field.KommuneOn {
			if day, _ := other.read(c.cellOf(r, other)); day != nil {
				k.rowDate = isoDay(day.(time.Time))
			}
		}
	}
	value, f := col.readNew(in)
	k.rowCounty, k.rowDate = "", ""
	return value, f
}

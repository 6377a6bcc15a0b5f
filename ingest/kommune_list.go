package ingest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// KommuneList is the municipalities of one day, and the codes and names by
// which they and those before them have gone. It is made of tables, shipped
// with the program or imported, and does not change.
type KommuneList struct {
	tables  kommuneTables
	hash    string
	current map[string]Kommune          // by code of the list's day
	codes   map[string][]*kommunePeriod // by code of any year
	names   map[string][]*kommunePeriod // by kommuneKey of any name
	exact   map[string]*kommunePeriod   // by kommuneKey of Name (County) of today
	aliases map[string]string           // by kommuneKey: a name
	county  map[string][]string         // by countyKey of any name: two digits
}

// kommuneTables are what a list is made of, and what its file holds. Dates are
// texts such as 2024-01-01; a period ends before the day To.
type kommuneTables struct {
	AsOf     string            `json:"as_of"`
	Source   string            `json:"source"`
	Counties map[string]string `json:"counties"` // by two digits, those of before too
	Codes    []kommuneCode     `json:"codes"`
	Changes  []KommuneChange   `json:"changes"`
}

// kommuneCode is a code under one name. To is "" while it is in use.
type kommuneCode struct {
	Code string `json:"code"`
	Name string `json:"name"`
	From string `json:"from"`
	To   string `json:"to,omitempty"`
}

// KommuneChange says what a municipality became on a day, such as 2024-01-01.
// A split is several.
type KommuneChange struct {
	On      string `json:"on"`
	Old     string `json:"old"`
	OldName string `json:"old_name"`
	New     string `json:"new"`
	NewName string `json:"new_name"`
}

// kommunePeriod is a code in a period in which nothing happened to it.
type kommunePeriod struct {
	code     string
	from, to string
	names    []string
	next     []*kommunePeriod // what it became when the period ended
	before   []*kommunePeriod
	became   []string // the codes of the list's day
	counties []string // of the code, of what it became and of what it was before
}

// kommuneOutside is no municipality: abroad, Svalbard and the like. A record with
// it is known to be outside every region. Statistics Norway has the code for
// "uoppgitt"; what is not known is left empty here.
const kommuneOutside = "9999"

// newKommuneList makes the list. The error names the code or change by which
// the tables contradict themselves.
func newKommuneList(t kommuneTables) (*KommuneList, error) {
	t.sort()
	l := &KommuneList{
		tables: t, hash: t.hash(), current: map[string]Kommune{}, codes: map[string][]*kommunePeriod{},
		names: map[string][]*kommunePeriod{}, exact: map[string]*kommunePeriod{}, aliases: shippedAliases(), county: map[string][]string{},
	}
	for _, code := range slices.Sorted(maps.Keys(t.Counties)) {
		for _, name := range namesIn(t.Counties[code]) {
			l.county[countyKey(name)] = union(l.county[countyKey(name)], []string{code})
		}
	}
	l.divide()
	if err := l.connect(); err != nil {
		return nil, err
	}
	for _, code := range slices.Sorted(maps.Keys(l.codes)) {
		for _, p := range l.codes[code] {
			if err := l.index(p); err != nil {
				return nil, err
			}
		}
	}
	return l, nil
}

// index makes the period findable by its names, and is where it is known what
// it became.
func (l *KommuneList) index(p *kommunePeriod) error {
	p.became = p.follow()
	p.counties = union(p.around(func(q *kommunePeriod) []*kommunePeriod { return q.next }),
		p.around(func(q *kommunePeriod) []*kommunePeriod { return q.before }))
	if len(p.became) == 0 && p.to >= kommuneHistory {
		return kommuneFault("ended", p.code, strings.Join(p.names, ", "), p.to)
	}
	for _, name := range p.names {
		for _, n := range namesIn(name) {
			key := kommuneKey(n)
			l.names[key] = append(l.names[key], p)
		}
	}
	if p.to != "" || len(p.names) == 0 {
		return nil
	}
	name := withoutBrackets(p.names[len(p.names)-1])
	county, ok := l.tables.Counties[p.code[:2]]
	if !ok {
		return kommuneFault("county", p.code, name, p.code[:2])
	}
	l.current[p.code] = Kommune{Code: p.code, Name: name, County: county}
	// With its county a name of today is certain, or Ålesund could not be said.
	for _, n := range namesIn(name) {
		l.exact[kommuneKey(n+" ("+county+")")] = p
	}
	return nil
}

// follow are the codes that the period's municipality has become by the list's
// day. Every step is later than the one before, so the way ends.
func (p *kommunePeriod) follow() []string {
	if p.to == "" {
		return []string{p.code}
	}
	var codes []string
	for _, n := range p.next {
		codes = union(codes, n.follow())
	}
	return codes
}

// around are the counties of the period and of all that lie that way.
func (p *kommunePeriod) around(way func(*kommunePeriod) []*kommunePeriod) []string {
	counties := []string{p.code[:2]}
	for _, q := range way(p) {
		counties = union(counties, q.around(way))
	}
	return counties
}

func (t kommuneTables) sort() {
	slices.SortFunc(t.Codes, func(a, b kommuneCode) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Name, b.Name))
	})
	slices.SortFunc(t.Changes, func(a, b KommuneChange) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Old, b.Old), cmp.Compare(a.New, b.New), cmp.Compare(a.OldName, b.OldName), cmp.Compare(a.NewName, b.NewName))
	})
}

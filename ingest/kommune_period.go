package ingest

import (
	"maps"
	"slices"
	"strings"
)

// divide makes the periods of every code: from its first day to its last, cut
// wherever something happened to it.
func (l *KommuneList) divide() {
	rows := map[string][]kommuneCode{}
	for _, c := range l.tables.Codes {
		rows[c.Code] = append(rows[c.Code], c)
	}
	cuts := map[string]map[string]bool{} // by code: the days
	cut := func(code, day string) {
		if cuts[code] == nil {
			cuts[code] = map[string]bool{}
		}
		cuts[code][day] = true
	}
	for _, c := range l.tables.Codes {
		cut(c.Code, c.From)
		if c.To != "" {
			cut(c.Code, c.To)
		}
	}
	for _, c := range l.happened() {
		cut(c.Old, c.On)
		cut(c.New, c.On)
	}
	for code := range rows {
		days := slices.Sorted(maps.Keys(cuts[code])) // "", the unknown first day, comes first
		for i, from := range days {
			p := &kommunePeriod{code: code, from: from}
			if i+1 < len(days) {
				p.to = days[i+1]
			}
			for _, r := range rows[code] {
				if r.From <= from && (r.To == "" || from < r.To) {
					p.named(r.Name)
				}
			}
			if len(p.names) > 0 { // or the code was out of use
				l.codes[code] = append(l.codes[code], p)
			}
		}
	}
}

// named adds a name; the last one is the name of today.
func (p *kommunePeriod) named(name string) {
	name = strings.TrimSpace(name)
	if !slices.Contains(p.names, name) {
		p.names = append(p.names, name)
	}
}

// connect makes the ways from period to period. A code that goes on after a
// change is among what it became, also when the change does not say so: when a
// part of a municipality leaves it, what was written before can mean both.
func (l *KommuneList) connect() error {
	lead := func(from, to *kommunePeriod) {
		if !slices.Contains(from.next, to) {
			from.next = append(from.next, to)
			to.before = append(to.before, from)
		}
	}
	for _, c := range l.happened() {
		from, to := l.ending(c.Old, c.On), l.starting(c.New, c.On)
		if from == nil {
			return kommuneFault("from", c.On, c.Old, c.OldName)
		}
		if to == nil {
			return kommuneFault("to", c.On, c.Old, c.OldName, c.New, c.NewName)
		}
		lead(from, to)
		from.names = slices.Insert(from.names, 0, strings.TrimSpace(c.OldName))
		to.names = slices.Insert(to.names, 0, strings.TrimSpace(c.NewName))
	}
	for _, periods := range l.codes {
		for _, p := range periods {
			if q := l.starting(p.code, p.to); p.to != "" && q != nil {
				lead(p, q)
			}
			slices.SortFunc(p.next, func(a, b *kommunePeriod) int { return strings.Compare(a.code, b.code) })
		}
	}
	return nil
}

// happened are the changes until the list's day.
func (l *KommuneList) happened() []KommuneChange {
	var changes []KommuneChange
	for _, c := range l.tables.Changes {
		if c.On <= l.tables.AsOf {
			changes = append(changes, c)
		}
	}
	return changes
}

func (l *KommuneList) ending(code, day string) *kommunePeriod {
	i := slices.IndexFunc(l.codes[code], func(p *kommunePeriod) bool { return p.to == day })
	if i < 0 {
		return nil
	}
	return l.codes[code][i]
}

func (l *KommuneList) starting(code, day string) *kommunePeriod {
	i := slices.IndexFunc(l.codes[code], func(p *kommunePeriod) bool { return p.from == day })
	if i < 0 {
		return nil
	}
	return l.codes[code][i]
}

func union(a, b []string) []string {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}

func common(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) })
}

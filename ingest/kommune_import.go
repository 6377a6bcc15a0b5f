package ingest

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
)

// ImportKommuner makes a list of a newer day from two answers of KLASS, the
// database of classifications of Statistics Norway, saved as files:
//
//	codes    …/api/klass/v1/classifications/131/codesAt.json?date=2026-01-01
//	changes  …/api/klass/v1/classifications/131/changes.json?from=2024-01-01&to=2026-01-02
//
// or codes.json with a range that holds the day, also one that begins before
// the shipped history. counties is the same of classification 104; nil keeps
// those that are known. asOf is the day of the list: changes after it are kept
// and shown by ChangesSince, but are not in force.
//
// What the two do not agree on is an error that names the municipality:
// nothing may be missing between the shipped list and this one.
func ImportKommuner(codes, changes, counties io.Reader, asOf time.Time) (*KommuneList, error) {
	return importKommuner(shippedTables(), codes, changes, counties, isoDay(asOf))
}

func importKommuner(base kommuneTables, codes, changes, counties io.Reader, day string) (*KommuneList, error) {
	if day < base.AsOf {
		return nil, kommuneFault("older", day, base.AsOf)
	}
	rows, err := readKlassCodes(codes)
	if err != nil {
		return nil, inKommuneFile("codes", err)
	}
	news, err := readKlassChanges(changes)
	if err != nil {
		return nil, inKommuneFile("changes", err)
	}
	if counties != nil {
		named, err := readKlassCounties(counties)
		if err != nil {
			return nil, inKommuneFile("counties", err)
		}
		maps.Copy(base.Counties, named)
	}
	t, err := base.until(day, rows, news)
	if err != nil {
		return nil, err
	}
	l, err := newKommuneList(t)
	if err != nil {
		return nil, err
	}
	return l, nil
}

// ChangesSince are the changes after a day, those to come included.
func (l *KommuneList) ChangesSince(after time.Time) []KommuneChange {
	day := isoDay(after)
	return slices.DeleteFunc(slices.Clone(l.tables.Changes), func(c KommuneChange) bool { return c.On <= day })
}

// until are the tables carried on to a later day with the codes of that day
// and the changes on the way.
func (t kommuneTables) until(day string, rows []kommuneCode, news []KommuneChange) (kommuneTables, error) {
	next := kommuneTables{AsOf: day, Source: t.Source, Counties: t.Counties, Codes: slices.Clone(t.Codes), Changes: slices.Clone(t.Changes)}
	begins := t.Changes[0].On // in order of their days
	for _, c := range news {
		if (c.On > t.AsOf || c.On < begins) && !slices.Contains(next.Changes, c) {
			next.Changes = append(next.Changes, c)
		}
	}
	name := map[string]string{} // of the codes of the day
	for _, r := range rows {
		switch {
		case r.From <= day && (r.To == "" || day < r.To):
			name[r.Code] = r.Name
		case r.To != "" && r.To <= begins: // of before the history
			next.Codes = append(next.Codes, r)
		}
	}
	if len(name) == 0 {
		return next, kommuneFault("none", len(rows), day)
	}
	next.sort()
	if err := next.close(t.AsOf, name); err != nil {
		return next, err
	}
	return next, next.open(t, name)
}

// close ends the codes that are in use no longer, on the day of the change
// that says what became of them.
func (t *kommuneTables) close(since string, name map[string]string) error {
	var lost []string
	for i, c := range t.Codes {
		if c.To != "" || name[c.Code] != "" {
			continue
		}
		for _, change := range t.Changes {
			if change.Old == c.Code && change.On > since && change.On <= t.AsOf {
				t.Codes[i].To = change.On
			}
		}
		if t.Codes[i].To == "" {
			lost = append(lost, c.Code+" "+c.Name)
		}
	}
	if lost = slices.Compact(lost); len(lost) > 0 {
		return kommuneFault("lost", first(lost), since)
	}
	return nil
}

// open adds the codes and names that are new, from the day of the change that
// leads to them.
func (t *kommuneTables) open(before kommuneTables, name map[string]string) error {
	known := map[string]string{}
	for _, c := range before.Codes {
		if c.To == "" {
			known[c.Code] = c.Name
		}
	}
	var lost []string
	for _, code := range slices.Sorted(maps.Keys(name)) {
		from := ""
		for _, change := range t.Changes {
			if change.New == code && change.On > before.AsOf && change.On <= t.AsOf {
				from = change.On
			}
		}
		switch _, ok := known[code]; {
		case ok && known[code] == name[code]:
			continue
		case ok && from == "": // another name, and no day of it
			from = t.AsOf
		case from == "":
			lost = append(lost, code+" "+name[code])
			continue
		}
		t.Codes = append(t.Codes, kommuneCode{Code: code, Name: name[code], From: from})
	}
	if len(lost) > 0 {
		return kommuneFault("new", first(lost), before.AsOf)
	}
	return t.addPassing(before.AsOf)
}

// addPassing adds the codes that came and went on the way, which the codes of
// the day do not hold.
func (t *kommuneTables) addPassing(since string) error {
	inUse := func(code, day string) bool {
		return slices.ContainsFunc(t.Codes, func(c kommuneCode) bool {
			return c.Code == code && c.From <= day && (c.To == "" || day < c.To)
		})
	}
	for _, c := range t.Changes {
		if c.On <= since || c.On > t.AsOf || inUse(c.New, c.On) {
			continue
		}
		i := slices.IndexFunc(t.Changes, func(end KommuneChange) bool { return end.Old == c.New && end.On > c.On && end.On <= t.AsOf })
		if i < 0 {
			return kommuneFault("unheard", c.New, c.NewName, c.On)
		}
		t.Codes = append(t.Codes, kommuneCode{Code: c.New, Name: c.NewName, From: c.On, To: t.Changes[i].On})
	}
	return nil
}

// first names a few, and how many more there are.
func first(names []string) string {
	const few = 5
	if len(names) > few {
		return fmt.Sprintf("%s … (+%d)", strings.Join(names[:few], ", "), len(names)-few)
	}
	return strings.Join(names, ", ")
}

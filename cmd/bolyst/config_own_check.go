package main

import (
	"maps"
	"slices"

	"bolyst/metrics"
	"bolyst/queries"
)

// required are the fields that the front matter of an own indicator must have.
var required = []string{"id", "version", "rank", "kind", "unit", "direction", "period", "total", "title", "meaning"}

// checkOwn holds each own indicator against what may stand in its front matter, against those that come with the program, and
// against the other own ones.
func (c *Config) checkOwn(builtIn []metrics.Definition) {
	for i, o := range c.own {
		if _, readable := o.places["$"]; !readable {
			continue // and that is noted
		}
		for _, field := range required {
			if _, there := o.places[join("$", field)]; !there && !o.misspelt("$", field) {
				o.wrong(join("$", field), Mistake{Code: "config.key.missing"})
			}
		}
		o.checkName(builtIn)
		o.checkRank(builtIn, c.own[:i])
		o.checkWords()
		c.checkWhom(o, builtIn, c.own[:i])
		c.checkKin(o, builtIn)
		var goals []string
		for _, g := range c.Goals {
			goals = append(goals, g.ID)
		}
		if len(goals) > 0 { // a configuration without goals wants none
			o.oneOf("$.goal", o.definition.Goal, "config.own.goal", goals)
		}
	}
}

// checkName checks that the id is the file's name, and no other indicator's.
func (o *ownIndicator) checkName(builtIn []metrics.Definition) {
	id := o.definition.ID
	switch {
	case id == "": // missing, and noted
	case id != o.fileID():
		o.wrong("$.id", Mistake{Code: "config.own.id", Args: []any{id, o.fileID()}})
	case !wellFormed.MatchString(id):
		o.wrong("$.id", Mistake{Code: "config.id.form", Args: []any{id}})
	case slices.Contains(idsOf(builtIn), id):
		o.wrong("$.id", Mistake{Code: "config.own.built_in", Args: []any{id}})
	}
	if v := o.definition.Version; v < 1 {
		o.wrong("$.version", Mistake{Code: "config.number.least", Args: []any{v, 1}})
	}
}

// checkRank checks that no other indicator has the rank: it is the order in which figures are shown.
func (o *ownIndicator) checkRank(builtIn []metrics.Definition, earlier []*ownIndicator) {
	taken := map[int]string{}
	for _, d := range builtIn {
		taken[d.Rank] = d.ID
	}
	for _, other := range earlier {
		taken[other.definition.Rank] = other.definition.ID
	}
	rank := o.definition.Rank
	if rank < 1 {
		o.wrong("$.rank", Mistake{Code: "config.number.least", Args: []any{rank, 1}})
	} else if id, ok := taken[rank]; ok {
		free := rank
		for taken[free] != "" {
			free++
		}
		o.wrong("$.rank", Mistake{Code: "config.own.rank", Args: []any{rank, id, free}})
	}
}

// checkWords checks the fields that take one of a few words, and the texts.
func (o *ownIndicator) checkWords() {
	d := o.definition
	for field, value := range map[string]string{"kind": string(d.Kind), "direction": d.Direction, "period": d.Period, "total": d.Total, "detail": d.Detail} {
		o.oneOf(join("$", field), value, "config.own.choice", metrics.Choices[field])
	}
	for field, values := range map[string][]string{"audiences": d.Audiences, "needs": d.Needs, "breakdowns": d.Breakdowns} {
		allowed := metrics.Choices[field]
		switch field {
		case "needs":
			allowed = feedNames()
		case "breakdowns":
			if allowed = queries.Traits[d.Unit]; len(allowed) == 0 && len(values) > 0 { // a unit of one's own
				o.wrong("$.breakdowns", Mistake{Code: "config.own.unit", Args: []any{d.Unit, slices.Sorted(maps.Keys(queries.Traits))}})
				continue
			}
		}
		for i, value := range values {
			o.oneOf(item(join("$", field), i), value, "config.own.choice", allowed)
		}
	}
	for field, text := range map[string]metrics.Words{"title": d.Title, "short": d.Short, "meaning": d.Meaning} {
		at := join("$", field)
		for language := range text {
			o.oneOf(join(at, string(language)), string(language), "config.unknown.language", languageNames())
		}
		if _, there := o.places[at]; there && text[metrics.Norwegian] == "" && !o.mistakenIn(at) {
			o.wrong(join(at, "nb"), Mistake{Code: "config.own.text"})
		}
	}
}

// checkWhom checks the programmes that it counts for and the indicator that it replaces there, which nothing else may replace.
func (c *Config) checkWhom(o *ownIndicator, builtIn []metrics.Definition, earlier []*ownIndicator) {
	for i, id := range o.definition.Programmes {
		c.checkProgrammeID(o.findings, item("$.programmes", i), id)
	}
	replaced := o.definition.Replaces
	o.oneOf("$.replaces", replaced, "config.own.replaces", idsOf(builtIn))
	for _, other := range earlier {
		if replaced == "" || other.definition.Replaces != replaced {
			continue
		}
		a, b := o.definition.Programmes, other.definition.Programmes
		if len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) }) {
			o.wrong("$.replaces", Mistake{Code: "config.own.replaced", Args: []any{replaced, other.definition.ID}})
		}
	}
}

// checkKin checks the indicators whose persons it tells of too.
func (c *Config) checkKin(o *ownIndicator, builtIn []metrics.Definition) {
	ids := idsOf(builtIn)
	for _, other := range c.own {
		if other != o {
			ids = append(ids, other.definition.ID)
		}
	}
	o.oneOf("$.same_outcome", o.definition.SameOutcome, "config.own.kin", ids)
	o.oneOf("$.among", o.definition.Among, "config.own.kin", ids)
	for i, id := range o.definition.Holds {
		o.oneOf(item("$.holds", i), id, "config.own.kin", ids)
	}
}

func idsOf(definitions []metrics.Definition) []string {
	var ids []string
	for _, d := range definitions {
		ids = append(ids, d.ID)
	}
	return ids
}

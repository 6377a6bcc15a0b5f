package main

import (
	"errors"
	"slices"
	"strings"

	"bolyst/ingest"
	"bolyst/internal/jobs"
)

// Mapping is what the source hands to package ingest.
func (c *Config) Mapping(s Source) ingest.Mapping {
	feed, _ := ingest.FeedNamed(s.Feed)
	m := ingest.Mapping{
		Source:    s.ID,
		Programme: s.Programme,
		Feed:      feed,
		Format:    ingest.Format(s.Format),
		Columns:   s.Columns,
		Values:    s.Values,
		Constants: s.Constants,
		Dates:     s.Dates,
		Multi:     s.Multi,
		Ignore:    s.Ignore,
		Policy:    ingest.Policy(s.Policy),

		Aliases:       s.Aliases,
		County:        s.County,
		CountyColumns: s.CountyBy,
		Kommuner:      c.kommuner,
	}
	if preset, ok := ingest.PresetNamed(s.Preset); ok {
		m = m.With(preset)
	}
	return m
}

// checkSources checks each source against its feed and its programme.
func (c *Config) checkSources(found *findings) {
	seen := map[string]string{}
	for i, s := range c.Sources {
		at := item("$.sources", i)
		checkID(found, at+".id", s.ID, seen)
		found.oneOf(at+".feed", s.Feed, "config.unknown.feed", feedNames())
		c.checkProgrammeID(found, at+".programme", s.Programme)
		c.checkOrigin(found, at, s)
		checkFormat(found, at+".format", s)
		found.oneOf(at+".preset", s.Preset, "config.unknown.preset", ingest.PresetNames())
		if len(s.Columns) == 0 && s.Preset == "" && !found.mistakenIn(at+".columns") && !found.misspelt(at, "columns") {
			found.wrong(at+".columns", Mistake{Code: "config.key.missing"})
		}
		checkMode(found, at, s)
		c.checkMapping(found, at, s)
		if s.MaxRejected < 0 {
			found.wrong(at+".max_rejected", Mistake{Code: "config.number.least", Args: []any{s.MaxRejected, 0}})
		}
		c.checkSchedule(found, at+".schedule", s.Schedule)
		checkRetention(found, at+".retention", s)
	}
}

// checkMode checks what becomes of rows that a later file lacks. Each file of a snapshot speaks of all rows of its source, so
// that of several files each would take away the rows of the others.
func checkMode(found *findings, at string, s Source) {
	found.oneOf(at+".mode", s.Mode, "config.unknown.mode", []string{"append", "snapshot"})
	if s.Mode == "snapshot" && s.isSeveral() {
		found.wrong(at+".mode", Mistake{Code: "config.mode.several", Args: []any{s.Path}})
	}
	switch {
	case s.MaxRemoved == nil:
	case s.Mode != "snapshot":
		found.wrong(at+".max_removed", Mistake{Code: "config.max_removed.append"})
	case *s.MaxRemoved < 0:
		found.wrong(at+".max_removed", Mistake{Code: "config.number.least", Args: []any{*s.MaxRemoved, 0}})
	}
}

func feedNames() []string {
	var names []string
	for _, f := range ingest.Feeds() {
		names = append(names, f.Name)
	}
	return names
}

// checkFormat checks that the type of the files is known and fits their names. The rest is for package ingest to judge.
func checkFormat(found *findings, at string, s Source) {
	f := s.Format
	if f.Type == "" && s.Path+s.URL != "" {
		found.wrong(at+".type", Mistake{Code: "config.format.missing", Args: []any{s.Path + s.URL}, Allowed: fileTypes})
		return
	}
	if ending := typeByEnding(s.Path); ending != "" && ending != f.Type && slices.Contains(fileTypes, f.Type) {
		found.wrong(at+".type", Mistake{Code: "config.format.ending", Args: []any{f.Type, s.Path}})
	}
}

var fileTypes = []string{"csv", "xlsx"}

// checkSchedule checks that the expression, where there is one, can be followed.
func (c *Config) checkSchedule(found *findings, at, expression string) {
	if expression == "" {
		return
	}
	_, err := jobs.ParseSchedule(expression, c.TimeZone)
	var refused *jobs.ExpressionError
	if !errors.As(err, &refused) {
		return // the zone is wrong, and noted where it stands
	}
	m := Mistake{Code: "config.schedule." + string(refused.Fault)}
	switch refused.Fault {
	case jobs.BadField:
		m.Args = []any{refused.Found, term("config.schedule.in." + refused.Field), refused.Allowed}
	case jobs.FieldCount:
		m.Args = []any{refused.Found, refused.Allowed}
	case jobs.Descriptor:
		m.Args = []any{refused.Found, strings.Split(refused.Allowed, ", ")}
	case jobs.ZonePrefix:
		m.Args = []any{refused.Found}
	}
	found.wrong(at, m)
}

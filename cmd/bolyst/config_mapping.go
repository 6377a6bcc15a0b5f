package main

import (
	"errors"
	"strconv"
	"strings"

	"bolyst/ingest"
)

// checkMapping lets package ingest check what it will be handed, and puts each of its faults at the line that holds it.
func (c *Config) checkMapping(found *findings, at string, s Source) {
	m := c.Mapping(s)
	if m.Feed.Name == "" {
		return // there is no such feed, and that is noted
	}
	for _, err := range m.Check() {
		var fault ingest.Fault
		if !errors.As(err, &fault) {
			found.wrong(at, Mistake{Code: "config.mapping.other", Args: []any{err.Error()}})
			continue
		}
		if len(s.Columns) == 0 && s.Preset == "" && (fault.Rule == ingest.FaultUnmapped || fault.Rule == ingest.FaultNoColumn) {
			continue // no columns at all is one mistake, and noted
		}
		if fault.Rule == ingest.FaultProgramme && fault.Found != "" {
			continue // an id of the wrong form, or of no programme, is noted where it stands
		}
		path, mistake := faultAsMistake(m, fault)
		found.wrong(at+path, mistake)
	}
}

// faultAsMistake is the path of the fault inside its source, and what the program says about it.
func faultAsMistake(m ingest.Mapping, f ingest.Fault) (path string, said Mistake) {
	for i, key := range f.Path {
		if _, err := strconv.Atoi(key); err == nil && i > 0 && f.Path[i-1] == "dates" {
			path += "[" + key + "]"
			continue
		}
		path = join(path, key)
	}
	allowed := strings.Split(f.Allowed, ", ")
	suggestion := closest(f.Found, allowed)
	switch f.Rule {
	case ingest.FaultProgramme:
		return path, Mistake{Code: "config.mapping.programme"}
	case ingest.FaultFormat:
		if f.Path[len(f.Path)-1] == "delimiter" {
			return path, Mistake{Code: "config.mapping.delimiter", Args: []any{f.Found}}
		}
		return path, Mistake{Code: "config.mapping.format", Args: []any{f.Found}, Allowed: allowed, Suggestion: suggestion}
	case ingest.FaultOnlyFor:
		return path, Mistake{Code: "config.mapping.only_for", Args: []any{f.Allowed, m.Format.Type}}
	case ingest.FaultField:
		return path, Mistake{Code: "config.mapping.field", Args: []any{m.Feed.Name, f.Found, allowed}, Suggestion: suggestion}
	case ingest.FaultHeader:
		return path, Mistake{Code: "config.mapping.header"}
	case ingest.FaultUnmapped:
		return join(path, f.Found), Mistake{Code: "config.mapping.unmapped"}
	case ingest.FaultBoth:
		return path, Mistake{Code: "config.mapping.both"}
	case ingest.FaultNoColumn:
		return path, Mistake{Code: "config.mapping.no_column"}
	case ingest.FaultTwice:
		return path, Mistake{Code: "config.mapping.twice", Args: []any{f.Found}}
	case ingest.FaultDates:
		return path, Mistake{Code: "config.mapping.dates", Args: []any{f.Found, allowed}}
	case ingest.FaultValue:
		if f.Path[0] == "aliases" {
			break
		}
		if field, _ := m.Feed.Field(f.Path[1]); len(field.Enum) > 0 {
			return path, Mistake{Code: "config.mapping.value", Args: []any{f.Found, field.Name}, Allowed: allowed, Suggestion: suggestion}
		}
		return path, Mistake{Code: "config.mapping.value_form", Args: []any{f.Found, f.Path[1], allowed}}
	}
	return path, Mistake{Code: "config.mapping.other", Args: []any{f}}
}

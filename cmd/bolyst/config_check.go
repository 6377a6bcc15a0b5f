package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"bolyst/internal/jobs"
)

// checkInstallation checks what concerns the whole installation.
func (c *Config) checkInstallation(found *findings) {
	found.oneOf("$.language", string(c.Language), "config.unknown.language", languageNames())
	if _, err := jobs.Zone(c.TimeZone); err != nil {
		found.wrong("$.time_zone", Mistake{Code: "config.unknown.zone", Args: []any{c.TimeZone}, Suggestion: closest(c.TimeZone, zones)})
	}
	c.checkPath(found, "$.data", c.Data)
	c.checkPath(found, "$.key_file", c.KeyFile)
	c.checkPath(found, "$.commentary", c.Commentary)
	if within(c.DataFolder(), c.KeyPath()) {
		found.wrong("$.key_file", Mistake{Code: "config.key_file.in_data", Args: []any{c.Data}})
	}
}

// zones are the time zones a slip of the pen is held against; any other zone is as good.
var zones = []string{"Europe/Oslo", "Europe/Stockholm", "Europe/Copenhagen", "Europe/Helsinki", "Europe/London", "Europe/Berlin", "UTC"}

func languageNames() []string {
	var names []string
	for _, l := range Languages() {
		names = append(names, string(l))
	}
	return names
}

// checkPath refuses a path that climbs out of the configuration's folder unseen. A file elsewhere is named in full.
func (c *Config) checkPath(found *findings, at, path string) {
	switch {
	case strings.Contains(path, `\`) && filepath.Separator == '/':
		found.wrong(at, Mistake{Code: "config.path.backslash", Args: []any{strings.ReplaceAll(path, `\`, "/")}})
	case !filepath.IsAbs(path) && !filepath.IsLocal(path) && path != "":
		found.wrong(at, Mistake{Code: "config.path.outside", Args: []any{path}})
	}
}

// within tells whether the file lies in the folder or below it.
func within(folder, file string) bool {
	relative, err := filepath.Rel(folder, file)
	return err == nil && filepath.IsLocal(relative)
}

var wellFormed = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// checkID checks the form of an id and that no earlier one in its list is the same. Seen maps ids to their paths.
func checkID(found *findings, at, id string, seen map[string]string) {
	switch earlier, twice := seen[id]; {
	case id == "": // missing, or of the wrong kind, and noted
	case !wellFormed.MatchString(id):
		found.wrong(at, Mistake{Code: "config.id.form", Args: []any{id}})
	case twice:
		found.wrong(at, Mistake{Code: "config.id.twice", Args: []any{id, found.places.at(earlier).line}})
	default:
		seen[id] = at
	}
}

// checkText checks that a text is there in every language that the installation publishes in.
func (c *Config) checkText(found *findings, at string, text Text) {
	for key := range text {
		found.oneOf(join(at, key), key, "config.unknown.language", languageNames())
	}
	if text == nil || found.mistakenIn(at) {
		return
	}
	for _, l := range append([]Language{c.Language}, c.Editions.Languages...) {
		if strings.TrimSpace(text[string(l)]) == "" && l.Known() {
			found.wrong(join(at, string(l)), Mistake{Code: "config.text.missing", Args: []any{term("language." + string(l))}})
		}
	}
}

// checkGoals checks the goals that indicators speak to.
func (c *Config) checkGoals(found *findings) {
	seen := map[string]string{}
	for i, g := range c.Goals {
		at := item("$.goals", i)
		checkID(found, at+".id", g.ID, seen)
		c.checkText(found, at+".title", g.Title)
		c.checkText(found, at+".text", g.Text)
	}
}

// checkProgrammeID checks that there is a programme of that id, or that it is one of the other words. Where the programmes
// could not be read, nothing is known of them.
func (c *Config) checkProgrammeID(found *findings, at, id string, others ...string) {
	var ids []string
	for _, p := range c.Programmes {
		if p.ID != "" {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) > 0 {
		found.oneOf(at, id, "config.unknown.programme", append(ids, others...))
	}
}

// checkEditions checks what is published.
func (c *Config) checkEditions(found *findings, indicators []string) {
	for _, audience := range audienceNames() {
		if floor, _ := c.Editions.Audiences.Floor(audience); floor < 1 {
			found.wrong("$.editions.audiences."+audience+".floor", Mistake{Code: "config.number.least", Args: []any{floor, 1}})
		}
	}
	for i, l := range c.Editions.Languages {
		at := item("$.editions.languages", i)
		found.oneOf(at, string(l), "config.unknown.language", languageNames())
		if slices.Contains(c.Editions.Languages[:i], l) {
			found.wrong(at, Mistake{Code: "config.list.twice", Args: []any{string(l)}})
		}
	}
	c.checkOpenData(found)
	c.checkSignOffs(found)
	c.checkKeyIndicators(found, indicators)
	found.oneOf("$.editions.differencing", c.Editions.Differencing, "config.unknown.differencing", []string{hideDifferences, tellDifferences})
	c.checkSchedule(found, "$.editions.schedule", c.Editions.Schedule)
}

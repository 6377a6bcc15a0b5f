package main

import (
	"fmt"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// loadConfig reads the configuration and checks it against itself. All mistakes come back, in the order of the file, those of
// its commentary last; only with none of them may the Config be used for more than its Language, in which they are to be told.
// A lang that is not empty overrides the file's language. The indicators are the ids that a target may name, beside those of
// the programmes' own, which are read and not yet checked.
func loadConfig(file, lang string, indicators []string) (*Config, []Mistake) {
	c := defaults()
	c.file = file
	found := &findings{file: file, places: places{}}
	c.read(found)
	var commentary []Mistake
	if c.places != nil { // the file could be read as far as its parts
		known := slices.Clone(indicators)
		for _, o := range c.own {
			known = append(known, o.fileID())
		}
		slices.Sort(known)
		c.check(found, known)
		commentary = c.readCommentary(found, known)
	}
	if lang != "" {
		c.Language = Language(lang)
	}
	if !c.Language.Known() {
		c.Language = Norwegian
	}
	sortMistakes(found.mistakes)
	return c, append(found.mistakes, commentary...)
}

// configLanguage is the language that a configuration says, or "": what is wrong with the rest of it does not matter.
func configLanguage(file string) Language {
	content, mistake := readConfig(file)
	if mistake != nil {
		return ""
	}
	top, mistake := parseConfig(file, content)
	if mistake != nil {
		return ""
	}
	for _, entry := range top.Values {
		if text, ok := scalarText(entry.Value); ok && keyText(entry.Key) == "language" {
			return Language(text)
		}
	}
	return ""
}

// read fills the Config from its file.
func (c *Config) read(found *findings) {
	content, mistake := readConfig(c.file)
	if mistake != nil {
		found.mistakes = append(found.mistakes, *mistake)
		return
	}
	c.content = content
	folder, err := filepath.Abs(filepath.Dir(c.file))
	if err != nil {
		found.wrong("$", Mistake{Code: "config.file.unreadable", Args: []any{reason(err)}})
		return
	}
	c.folder = folder
	c.readOwn()
	top, mistake := parseConfig(c.file, content)
	if mistake != nil {
		found.mistakes = append(found.mistakes, *mistake)
		return
	}
	d := &decoder{findings: found, anchors: map[string]ast.Node{}}
	d.places["$"] = position(top)
	d.decode(top, reflect.ValueOf(c).Elem(), "$")
	c.places = d.places
	c.complete()
	c.readKommuner(found)
}

// complete fills in the defaults that depend on what else is said.
func (c *Config) complete() {
	for i := range c.Targets {
		if c.Targets[i].Period == "" {
			c.Targets[i].Period = everyone
		}
	}
	for i := range c.Sources {
		s := &c.Sources[i]
		switch {
		case s.Postgres != nil || s.Teamtailor != nil:
			s.Format = Format{Type: "csv", Delimiter: ",", Encoding: "utf-8"} // as package fetch writes it
		case s.Format.Type == "":
			s.Format.Type = typeByEnding(s.Path + s.URL)
		}
	}
	if c.SignIn != nil {
		c.SignIn.complete()
	}
	if c.Backup != nil && c.Backup.Schedule == "" {
		c.Backup.Schedule = usualBackup
	}
	for i := range c.Deliver {
		c.Deliver[i].complete(c)
	}
	if len(c.Editions.Languages) == 0 && c.Language.Known() {
		c.Editions.Languages = []Language{c.Language}
	}
}

// typeByEnding is the file type that the path's ending tells, or "".
func typeByEnding(file string) string {
	switch strings.ToLower(path.Ext(file)) {
	case ".csv":
		return "csv"
	case ".xlsx":
		return "xlsx"
	}
	return ""
}

// check holds the parts of the Config against each other.
func (c *Config) check(found *findings, indicators []string) {
	c.checkInstallation(found)
	c.checkProgrammes(found)
	c.checkRegions(found)
	c.checkGoals(found)
	c.checkProfiles(found, indicators)
	c.checkTargets(found, indicators)
	c.checkRebases(found, indicators)
	c.checkSources(found)
	c.checkEditions(found, indicators)
	c.checkDeliveries(found)
	c.checkJobs(found)
	c.checkBackup(found)
	c.checkSignIn(found)
}

// item is the path of the i-th item of a list.
func item(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"time"

	"github.com/goccy/go-yaml/ast"
)

// Comment is what the programme says of a figure, or has decided because of it. The comments stand in a file of their own,
// since they are written after each meeting and by others than the configuration.
type Comment struct {
	Kind      string    `key:"kind,required"` // comment or decision
	Indicator string    `key:"indicator,required"`
	Programme string    `key:"programme,required"` // an id, or all
	Period    string    `key:"period"`             // a year, or all
	Text      Prose     `key:"text,required"`
	Author    string    `key:"author,required"` // a role, such as the chair
	Date      time.Time `key:"date,required"`
}

// commentary is the file of the comments.
type commentary struct {
	Entries []Comment `key:"entries"`
}

// readCommentary fills the Comments from their file, if there is one, and returns the mistakes in it by its lines. That the
// file is not there is a mistake of the configuration.
func (c *Config) readCommentary(found *findings, indicators []string) []Mistake {
	if c.Commentary == "" || found.mistakenIn("$.commentary") {
		return nil
	}
	if _, err := os.Stat(c.Path(c.Commentary)); errors.Is(err, fs.ErrNotExist) {
		found.wrong("$.commentary", Mistake{Code: "config.commentary.missing", Args: []any{c.Commentary}})
		return nil
	}
	file := c.Commentary
	if !filepath.IsAbs(file) {
		file = filepath.Join(filepath.Dir(c.file), filepath.FromSlash(file)) // as the person would name it
	}
	content, mistake := readConfig(file)
	if mistake != nil {
		return []Mistake{*mistake}
	}
	c.comments = content
	top, mistake := parseConfig(file, content)
	switch {
	case mistake == nil:
	case mistake.Code == "config.file.empty": // nothing has been said yet
		return nil
	case mistake.Code == "config.file.mapping":
		mistake.Code = "config.commentary.mapping"
		fallthrough
	default:
		return []Mistake{*mistake}
	}
	d := &decoder{findings: &findings{file: file, places: places{"$": position(top)}}, anchors: map[string]ast.Node{}}
	var read commentary
	d.decode(top, reflect.ValueOf(&read).Elem(), "$")
	c.Comments = read.Entries
	c.checkComments(d.findings, indicators)
	sortMistakes(d.mistakes)
	return d.mistakes
}

// checkComments checks that each comment is about something that exists, and puts the newest first.
func (c *Config) checkComments(found *findings, indicators []string) {
	for i := range c.Comments {
		comment, at := &c.Comments[i], item("$.entries", i)
		found.oneOf(at+".kind", comment.Kind, "config.unknown.kind", []string{"comment", "decision"})
		found.oneOf(at+".indicator", comment.Indicator, "config.unknown.indicator", indicators)
		c.checkProgrammeID(found, at+".programme", comment.Programme, everyone)
		if comment.Period == "" {
			comment.Period = everyone
		}
		if comment.Period != everyone && !aYear.MatchString(comment.Period) {
			found.wrong(at+".period", Mistake{Code: "config.comment.period", Args: []any{comment.Period}})
		}
		c.checkProse(found, at+".text", comment.Text)
		checkPersonal(found, at+".author", comment.Author)
		checkDay(found, at+".date", comment.Date)
	}
	slices.SortStableFunc(c.Comments, func(a, b Comment) int { return b.Date.Compare(a.Date) })
}

package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"bolyst/ingest"
	"bolyst/metrics"
	"bolyst/reports"
)

// templateCommand writes the workbook that staff fill in for a feed, and the source that reads it back.
type templateCommand struct {
	Feed string `arg:"" name:"feed" help:"${template_feed_help}"`
	Out  string `short:"o" placeholder:"FILE" help:"${template_out_help}"`
}

func (cmd *templateCommand) Run(c *console) error {
	l := c.speaks()
	feed, ok := ingest.FeedNamed(cmd.Feed)
	if !ok {
		return misused{l.Say("use.feed", cmd.Feed, l.List(feedNames()))}
	}
	out := cmd.Out
	if out == "" {
		out = feed.Name + ".xlsx"
	}
	name := "Bolyst"
	if config, mistakes := loadConfig(c.config, string(c.language), nil); len(mistakes) == 0 {
		name = config.Name
	}
	err := newFile(out, l, func(w io.Writer) error {
		return reports.Template(w, templateSheet(feed, name, l, c.now()), metrics.Language(l))
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.err, l.Say("template.done", out))
	fmt.Fprint(c.out, templateSource(feed, out, l))
	return nil
}

// newFile writes a file that is not there yet: what somebody has filled in is never overwritten.
func newFile(path string, l Language, content func(io.Writer) error) error {
	if _, err := os.Stat(path); err == nil {
		return told(l.Say("file.exists", path))
	}
	err := createFile(path, content)
	if err != nil {
		os.Remove(path) // half a file is none
	}
	return err
}

// asked says whether people fill in the field: the programme is the source's.
func asked(f ingest.Field) bool { return f.Name != "programme" }

func templateSheet(feed ingest.Feed, name string, l Language, now time.Time) reports.TemplateSheet {
	t := reports.TemplateSheet{Name: name, Feed: feed.Name, Title: feed.Title[string(l)], Made: now.UTC().Truncate(24 * time.Hour)}
	for _, f := range feed.Fields {
		if !asked(f) {
			continue
		}
		field := reports.TemplateField{Name: f.Name, Title: f.Title[string(l)], Type: string(f.Type), Required: f.Required,
			Minimum: f.Minimum, Maximum: f.Maximum, Example: templateExample(feed, f, l)}
		switch {
		case f.OrgNo:
			field.Length, field.Note = 9, l.Say("template.org_no")
		case f.Kommune:
			field.Note = l.Say("template.kommune")
		case f.Pseudonym:
			field.Note = l.Say("template.pseudonym")
		}
		for _, value := range f.Enum {
			field.Enum = append(field.Enum, reports.Choice{Value: value, Label: feed.Label(f.Name, value, string(l))})
		}
		t.Fields = append(t.Fields, field)
	}
	return t
}

// templateExample is a value that the contract allows.
func templateExample(feed ingest.Feed, f ingest.Field, l Language) any {
	switch {
	case len(f.Enum) > 0:
		return feed.Label(f.Name, f.Enum[0], string(l))
	case f.OrgNo:
		return "974760673"
	case f.Kommune:
		return "Kristiansund"
	case f.Cohort:
		return 2024
	case f.Pseudonym:
		return "T-2024-01"
	case f.Type == ingest.Date:
		return time.Date(2024, time.September, 1, 0, 0, 0, 0, time.UTC)
	case f.Type == ingest.Boolean:
		return true
	case f.Minimum != nil && f.Type == ingest.Integer:
		return int(*f.Minimum)
	case f.Minimum != nil:
		return *f.Minimum
	}
	return nil
}

// templateSource is the source that reads the filled workbook back, ready to be pasted into the configuration.
func templateSource(feed ingest.Feed, file string, l Language) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  - id: %s\n    feed: %s\n    programme: program\n    path: %q\n    columns:\n", feed.Name, feed.Name, file)
	for _, f := range feed.Fields {
		if asked(f) {
			fmt.Fprintf(&b, "      %s: %q\n", f.Name, f.Title[string(l)])
		}
	}
	var values strings.Builder
	for _, f := range feed.Fields {
		var labels []string
		for _, value := range f.Enum {
			labels = append(labels, fmt.Sprintf("%q: %s", feed.Label(f.Name, value, string(l)), value))
		}
		if labels != nil {
			fmt.Fprintf(&values, "      %s: {%s}\n", f.Name, strings.Join(labels, ", "))
		}
	}
	if values.Len() > 0 {
		b.WriteString("    values:\n" + values.String())
	}
	return b.String()
}

package reports

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// TemplateSheet is what a feed wants to be told, by those who fill it in by hand.
type TemplateSheet struct {
	Name   string    // of the installation, for the head of the pages
	Feed   string    // as the configuration names it
	Title  string    // as people call it
	Made   time.Time // the day that the file says it was made
	Fields []TemplateField
}

// TemplateField is one column to fill in.
type TemplateField struct {
	Name             string // of the field, as the feed names it
	Title            string // over the column, and how the column is known when the file comes back
	Type             string // string, integer, number, boolean or date
	Required         bool
	Enum             []Choice // what may be chosen; empty: what the type allows
	Minimum, Maximum *float64 // of an integer or a number
	Length           int      // of a code, such as an organisation number; 0: any
	Note             string   // what the column means
	Example          any      // nil, string, int, float64, bool or time.Time
}

// Choice is one of the values of a field. The label is what people choose, and what stands in the file that comes back; a choice
// without a label shows its value.
type Choice struct{ Value, Label string }

// The rows of the sheet to fill in: a heading, how to use it, what must be filled in, the head of the table and the empty rows.
const (
	templateHead  = 4
	templateFirst = templateHead + 1
	templateRows  = 500
	templateLast  = templateHead + templateRows
)

// Template writes the workbook that people fill in for a feed: a sheet with one column per field, in which lists, dates and
// numbers are checked as they are typed and codes keep their zeros; a guide with an example; and, out of sight, the lists. The
// heads of the columns are the fields' titles, and a label is what stands in a cell that was chosen from a list.
func Template(w io.Writer, t TemplateSheet, language metrics.Language) error {
	t, err := t.settled()
	if err != nil {
		return fmt.Errorf("template of %s: %w", t.Feed, err)
	}
	b := newBook(metrics.Table{}, language)
	defer b.file.Close()
	b.edges = edges{left: t.Name, right: t.Title, from: b.say("feed") + ": " + t.Feed, when: b.on(t.Made)}
	b.describe(excelize.DocProperties{
		Title: plain(t.Title), Subject: plain(t.Feed), Creator: plain(t.Name), LastModifiedBy: plain(t.Name), Identifier: plain(t.Feed),
	}, t.Made)

	entry, guide, lists := b.sheet(t.Title), b.sheet(b.say("guide")), b.sheet(b.say("lists"))
	choices := lists.writeLists(t)
	entry.writeEntry(t, choices, guide)
	guide.writeGuide(t, entry)

	if b.err != nil {
		return fmt.Errorf("template of %s: %w", t.Feed, b.err)
	}
	if err := b.pack(w); err != nil {
		return fmt.Errorf("template of %s: %w", t.Feed, err)
	}
	return nil
}

// settled is the template with titles in one line and a label for every choice, or the reason why the file that comes back could
// not be read.
func (t TemplateSheet) settled() (TemplateSheet, error) {
	if len(t.Fields) == 0 {
		return t, fmt.Errorf("no fields to fill in")
	}
	names := map[string]string{}
	fields := make([]TemplateField, len(t.Fields))
	for i, f := range t.Fields {
		f.Title = strings.Join(strings.Fields(plain(f.Title)), " ")
		key := strings.ToLower(f.Title)
		switch other, twice := names[key]; {
		case f.Title == "" || units(f.Title) > longestPrompt:
			return t, fmt.Errorf("title of %s: must be 1 to %d characters", f.Name, longestPrompt)
		case twice:
			return t, fmt.Errorf("title %q: both %s and %s have it", f.Title, other, f.Name)
		}
		names[key] = f.Name
		switch f.Type {
		case "string", "integer", "number", "boolean", "date":
		default:
			return t, fmt.Errorf("type of %s: %q is not one that can be filled in", f.Name, f.Type)
		}
		labels := map[string]string{}
		f.Enum = append([]Choice(nil), f.Enum...)
		for j, c := range f.Enum {
			if c.Label == "" {
				c.Label = c.Value
			}
			c.Label = strings.TrimSpace(plain(c.Label))
			key := strings.ToLower(c.Label)
			if other, twice := labels[key]; twice || c.Label == "" {
				return t, fmt.Errorf("label %q of %s: stands for both %q and %q", c.Label, f.Name, other, c.Value)
			}
			labels[key], f.Enum[j] = c.Value, c
		}
		fields[i] = f
	}
	t.Fields = fields
	return t, nil
}

// labels are what can be chosen in the field, in words; nil when anything can be typed.
func (b *book) labels(f TemplateField) []string {
	if f.Type == "boolean" && len(f.Enum) == 0 {
		return []string{b.say("yes"), b.say("no")}
	}
	var labels []string
	for _, c := range f.Enum {
		labels = append(labels, c.Label)
	}
	return labels
}

// example is what the field may look like when it is filled in.
func (b *book) example(f TemplateField) cell {
	switch v := f.Example.(type) {
	case bool:
		if v {
			return text(b.say("yes"))
		}
		return text(b.say("no"))
	case int:
		return typed(float64(v), wholeCode)
	case float64:
		return typed(v, generalFormat)
	case time.Time:
		return date(v)
	case string:
		for _, c := range f.Enum {
			if c.Value == v {
				return wrapped(c.Label)
			}
		}
		return cell{text: v, look: look{format: textFormat, wrap: true}}
	}
	return cell{}
}

// typed is a number as a person types it, without a mark between thousands: it may be a year.
func typed(v float64, format string) cell {
	return cell{number: metrics.Of(v), look: look{format: format}}
}

package metrics

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Kind says how the numerator and the denominator of an indicator make its value.
type Kind string

const (
	Count Kind = "count" // the numerator itself: so many
	Rate  Kind = "rate"  // numerator / denominator of persons or things, 0 to 1, with a Wilson interval
	Share Kind = "share" // numerator / denominator of amounts, 0 to 1; an amount is no sample, so no interval
	Ratio Kind = "ratio" // numerator / denominator of different things, such as kroner per company

	Score    Kind = "mean"    // the mean of the outcomes, with a t interval
	Breadth  Kind = "breadth" // the effective number of categories
	Duration Kind = "curve"   // the share still there after so many months, with the interval of Kaplan and Meier's curve
)

// Definition is what an indicator means: the front matter of its .sql file.
type Definition struct {
	ID        string   `yaml:"id" json:"id"`
	Version   int      `yaml:"version" json:"version"`     // raised when the meaning changes, so that two editions can tell
	Title     Words    `yaml:"title" json:"title"`         // as a heading
	Short     Words    `yaml:"short" json:"short"`         // where a title has little room, such as on the tab of a sheet: 28 characters at most; may be absent
	Meaning   Words    `yaml:"meaning" json:"meaning"`     // who counts and what outcome they must have, in one or two sentences
	Kind      Kind     `yaml:"kind" json:"kind"`           // how the value is made: count, rate, share, ratio, mean, breadth or curve
	Unit      string   `yaml:"unit" json:"unit"`           // applicant, trainee, company, NOK
	Goal      string   `yaml:"goal" json:"goal"`           // the goal that it sheds light on
	Direction string   `yaml:"direction" json:"direction"` // up, down or none: where better lies
	Period    string   `yaml:"period" json:"period"`       // cohort or year: what the periods are
	Total     string   `yaml:"total" json:"total"`         // pooled: the persons of all periods; latest: the state in the year of the as-of date
	Protected bool     `yaml:"protected" json:"protected"` // what became of persons: floors apply. False: the size of things that are public anyway
	Audiences []string `yaml:"audiences" json:"audiences"` // board, centre, staff
	Rank      int      `yaml:"rank" json:"rank"`           // order on pages and sheets
	// Detail is who is shown more than the totals: all, or staff alone where another indicator tells the same persons apart
	// better, so that what it hides cannot be read here: board and centre then see the one total of all programmes. "" is all.
	Detail string `yaml:"detail" json:"detail"`
	// SameOutcome, Among and Holds say what this indicator tells of another one's persons, so that what is hidden there cannot
	// be read here (kin): those who have the outcome there are those who have it here, where all count who count there; they are
	// those who count here; they all have it here too.
	SameOutcome string   `yaml:"same_outcome" json:"same_outcome,omitempty"`
	Among       string   `yaml:"among" json:"among,omitempty"`
	Holds       []string `yaml:"holds" json:"holds,omitempty"`
	// Inside names the rates of which whoever has the outcome counts here, and lives in the programme's region: what is hidden
	// of them must not be read from where people live (places).
	Inside []string `yaml:"inside" json:"inside,omitempty"`
	// Needs are the feeds without which nothing can be said. Until each has been loaded, every figure is missing: a trainee
	// without an offer in a feed that nobody has delivered has not gone without an offer.
	Needs []string `yaml:"needs" json:"needs"`
	// AnyRegion says that the outcome is residence alone, so that it can be told of another region too.
	AnyRegion bool `yaml:"any_region" json:"any_region"`
	// Breakdowns are the ways in which the subjects are told apart: gender, education, field, mobility, channel and so on.
	Breakdowns []string `yaml:"breakdowns" json:"breakdowns"`

	// Programmes are those for which a programme's own indicator counts; without any, it counts for all. Replaces is the
	// indicator that it stands in the place of there: that one is not counted for them, and not in the total of all programmes.
	Programmes []string `yaml:"programmes" json:"programmes,omitempty"`
	Replaces   string   `yaml:"replaces" json:"replaces,omitempty"`
	// NotFor are the programmes that are not counted, see Assign.
	NotFor []NotFor `yaml:"-" json:"not_for,omitempty"`

	Statement string `yaml:"-" json:"-"` // the whole .sql file: what is asked of those who count
}

// Choices are the words of which one may stand in a field of the front matter.
var Choices = map[string][]string{
	"kind":      {string(Count), string(Rate), string(Share), string(Ratio), string(Score), string(Breadth), string(Duration)},
	"direction": {"up", "down", "none"},
	"period":    {"cohort", "year"},
	"total":     {"pooled", "latest"},
	"detail":    {"all", "staff"},
	"audiences": {"board", "centre", "staff"},
}

var frontMatter = regexp.MustCompile(`(?s)/\*---\n(.*?)---\*/`)

// FrontMatter returns the front matter of an indicator's .sql file, the comment between /*--- and ---*/, and whether there is
// one. Blank lines stand in for what comes before, so that line numbers in it are those of the file.
func FrontMatter(sql string) (text string, ok bool) {
	place := frontMatter.FindStringSubmatchIndex(sql)
	if place == nil {
		return "", false
	}
	return strings.Repeat("\n", strings.Count(sql[:place[2]], "\n")) + sql[place[2]:place[3]], true
}

// ParseDefinition reads the front matter of an indicator that comes with the program. An error names
// the file and the line of the file. The name is the file's name without .sql, and must be the id.
func ParseDefinition(name, sql string) (Definition, error) {
	d := Definition{Statement: sql}
	text, ok := FrontMatter(sql)
	if !ok {
		return d, fmt.Errorf("%s.sql: no front matter: a comment that begins with /*--- and ends with ---*/", name)
	}
	if err := yaml.NewDecoder(bytes.NewReader([]byte(text)), yaml.Strict()).Decode(&d); err != nil {
		return d, fmt.Errorf("%s.sql: %w", name, err)
	}
	return d, d.check(name)
}

// check names the first field that holds what it may not.
func (d Definition) check(name string) error {
	oneOf := func(field, found string) error {
		allowed := Choices[field]
		if slices.Contains(allowed, found) || field == "detail" && found == "" {
			return nil
		}
		return fmt.Errorf("%s.sql: %s: %q is not one of %s", name, field, found, strings.Join(allowed, ", "))
	}
	if d.ID != name {
		return fmt.Errorf("%s.sql: id: %q is not the file's name", name, d.ID)
	}
	if d.Version < 1 {
		return fmt.Errorf("%s.sql: version: %d is not 1 or more", name, d.Version)
	}
	for _, language := range Languages() {
		if d.Title[language] == "" || d.Meaning[language] == "" {
			return fmt.Errorf("%s.sql: title and meaning: %s is missing", name, language)
		}
	}
	for _, field := range []struct{ name, found string }{
		{"kind", string(d.Kind)}, {"direction", d.Direction}, {"period", d.Period}, {"total", d.Total}, {"detail", d.Detail},
	} {
		if err := oneOf(field.name, field.found); err != nil {
			return err
		}
	}
	for _, audience := range d.Audiences {
		if err := oneOf("audiences", audience); err != nil {
			return err
		}
	}
	return nil
}

// ShortTitle returns the title as it is written where there is little room, and the title itself when no shorter one is given.
func (d Definition) ShortTitle(l Language) string {
	if short := d.Short.In(l); short != "" {
		return short
	}
	return d.Title.In(l)
}

// IsFor says whether the audience is shown this indicator. The staff see everything, and everybody what the district centre,
// which publishes its evaluations, sees.
func (d Definition) IsFor(audience string) bool {
	if audience == Public {
		audience = "centre"
	}
	return audience == "staff" || slices.Contains(d.Audiences, audience)
}

// follows says whether the indicator has no secret of its own: a ratio of the number of persons with the outcome of another
// indicator to the size of something. It is shown where the other is.
func (d Definition) follows() bool { return d.Kind == Ratio && d.SameOutcome != "" }

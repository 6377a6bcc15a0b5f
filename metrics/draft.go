package metrics

import "time"

// Tally is what the fixed statements of queries/ count for one cell of one indicator.
type Tally struct {
	Indicator, Programme, Period, Breakdown, Category, Region string

	Numerator, Denominator, Unknown, Immature float64

	Squares    float64   // of a mean: the sum of the squares of the outcomes, Numerator being their sum
	Categories []float64 // of a breadth: how many there are of each category, in no order
	Spells     []Spell   // of a curve
}

// Draft is everything that is known before an audience is chosen: it must not reach a writer, and no writer accepts it.
type Draft struct {
	Edition     string // the edition's id; "" when no edition is made
	Name        string // the installation's name
	Program     string // the program's version
	AsOf        time.Time
	KnownAt     int // the last batch that counts
	Run         Run
	Programmes  []Programme
	Regions     []Region
	Nestings    []Nesting // which of the regions lie within which
	Kommuner    []Kommune
	Goals       []Goal
	Targets     []Target
	Rebases     []RebaseOf
	Comments    []Comment
	Reported    []Reported
	Loads       []Load
	Faults      []Fault // of the rows that were not taken in; only the staff's table keeps them
	Freshness   []Freshness
	Definitions []Definition
	Tallies     []Tally

	KeyIndicators []string // the ids of the few that are looked at first, in that order; see KeyDefinitions
}

// Run is what the figures are made from, so that others can make them again.
type Run struct {
	Config  string // SHA-256 of the configuration
	Sources []SourceFile
}

// SourceFile is one file that the figures rest on, as it was when it was read.
type SourceFile struct {
	Source, Feed, File, SHA256 string
	Batch                      int
}

// Programme is one regional trainee scheme with what it says of itself.
type Programme struct {
	ID, Name string
	Started  int    // year
	Facts    []Fact // stated by the programme, not computed
	Profile  []Fact // written by the programme; may quote figures, see Quotation
}

// Region is another region than the programmes' own, in which residence is told too: the county, or the least central
// municipalities of the country.
type Region struct {
	ID    string
	Title Words
}

// Fact is one thing that a programme states of itself.
type Fact struct{ Name, Text Words }

// Goal is what the programme is for, in its own words.
type Goal struct {
	ID    string `json:"id"`
	Title Words  `json:"title"`
	Text  Words  `json:"text"`
}

// Reported is a figure published elsewhere, or known only as a total. It is shown beside the computed one and never pooled.
type Reported struct {
	Indicator, Programme, Period, Source string
	Numerator, Denominator, Value        Number
	AsOf                                 time.Time
	Note                                 string
}

// Load is the row balance of one source file: Read = Loaded + Unchanged + Superseded + Rejected.
type Load struct {
	Source, Feed, File                            string
	Batch                                         int
	Read, Loaded, Unchanged, Superseded, Rejected int
}

// Freshness is how new is what is known of one feed.
type Freshness struct {
	Feed   string
	Newest time.Time // the newest day that something in it is about
	Batch  int       // the last that brought something of it
}

// only returns the one programme that the indicator counts in the place of All, since the two are then the same.
func (d Draft) only(indicator, programme string) string {
	definition, _ := d.definition(indicator)
	if counted := d.CountedBy(definition); programme == All && len(counted) == 1 {
		return counted[0].ID
	}
	return programme
}

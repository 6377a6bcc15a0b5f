package metrics

import (
	"cmp"
	"slices"
	"strconv"
	"time"
)

// Tally is what the fixed statement of queries/ counts for one cell of one indicator.
type Tally struct {
	Indicator, Programme, Period, Breakdown, Category string
	Numerator, Denominator, Unknown, Immature         float64
}

// Draft is everything that is known before an audience is chosen: it must not reach a writer, and no writer accepts it.
type Draft struct {
	Edition     string // the edition's id; "" when no edition is made
	Name        string // the installation's name
	Program     string // the program's version
	AsOf        time.Time
	KnownAt     int // the last batch that counts
	Programmes  []Programme
	Goals       []Goal
	Targets     []Target
	Reported    []Reported
	Loads       []Load
	Definitions []Definition
	Tallies     []Tally
}

// Programme is one regional trainee scheme with what it says of itself.
type Programme struct {
	ID, Name string
	Started  int    // year
	Facts    []Fact // stated by the programme, not computed
}

// Fact is one thing that a programme states of itself.
type Fact struct{ Name, Text Words }

// Goal is what the programme is for, in its own words.
type Goal struct {
	ID    string
	Title Words
	Text  Words
}

// Target is what was agreed for an indicator, by whom and when.
type Target struct {
	Indicator, Programme, Period string
	Value                        float64
	Owner                        string
	DecidedOn                    time.Time
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

// figures makes the figure of every tally, and a figure for every programme's total even where nobody counts yet, so that
// a headline says "nobody yet" instead of not being there. They are ordered by indicator rank, programme and period.
func (d Draft) figures() []Figure {
	definitions := map[string]Definition{}
	for _, definition := range d.Definitions {
		definitions[definition.ID] = definition
	}
	cells := map[Cell]Tally{}
	for _, t := range d.Tallies {
		if definition, ok := definitions[t.Indicator]; ok {
			cells[Cell{t.Indicator, definition.Version, t.Programme, t.Period, t.Breakdown, t.Category}] = t
		}
	}
	for _, definition := range d.Definitions {
		for _, programme := range d.programmesAndAll() {
			total := Cell{Indicator: definition.ID, Version: definition.Version, Programme: programme, Period: All}
			if definition.Total == "latest" {
				now := total
				now.Period = strconv.Itoa(d.AsOf.Year())
				cells[total] = cells[now]
			} else if _, ok := cells[total]; !ok {
				cells[total] = Tally{}
			}
		}
	}
	var figures []Figure
	for cell, tally := range cells {
		figures = append(figures, d.figure(cell, tally, definitions[cell.Indicator]))
	}
	rank := map[string]int{}
	for _, definition := range d.Definitions {
		rank[definition.ID] = definition.Rank
	}
	slices.SortFunc(figures, func(a, b Figure) int {
		return cmp.Or(cmp.Compare(rank[a.Indicator], rank[b.Indicator]), cmp.Compare(a.Indicator, b.Indicator),
			totalFirst(a.Programme, b.Programme), totalFirst(a.Period, b.Period),
			cmp.Compare(a.Breakdown, b.Breakdown), cmp.Compare(a.Category, b.Category))
	})
	return figures
}

// figure gives the tally of one cell its value, interval, sign and target.
func (d Draft) figure(cell Cell, t Tally, definition Definition) Figure {
	f := Figure{
		Cell: cell, Kind: definition.Kind, Unit: definition.Unit,
		Numerator: Of(t.Numerator), Denominator: Of(t.Denominator), Unknown: Of(t.Unknown), Immature: Of(t.Immature),
	}
	switch {
	case definition.Kind == Count:
		f.Value = Of(t.Numerator)
	case t.Denominator > 0:
		f.Value = Of(t.Numerator / t.Denominator)
	case t.Unknown > 0:
		f.Sign = Missing
	default:
		f.Sign = NotPossible
	}
	if definition.Kind == Rate {
		f.Low, f.High = Wilson(t.Numerator, t.Denominator)
	}
	if target, ok := d.targetOf(cell); ok {
		f.Target = Of(target.Value)
	}
	return f
}

// targetOf returns the target agreed for the cell.
func (d Draft) targetOf(cell Cell) (Target, bool) {
	for _, target := range d.Targets {
		if target.Indicator == cell.Indicator && target.Programme == d.only(cell.Programme) &&
			target.Period == cell.Period && cell.Breakdown == "" {
			return target, true
		}
	}
	return Target{}, false
}

// only returns the one programme of the installation in the place of All, since the two are then the same.
func (d Draft) only(programme string) string {
	if programme == All && len(d.Programmes) == 1 {
		return d.Programmes[0].ID
	}
	return programme
}

func (d Draft) programmesAndAll() []string {
	ids := []string{All}
	for _, programme := range d.Programmes {
		ids = append(ids, programme.ID)
	}
	return ids
}

func totalFirst(a, b string) int {
	if a == b {
		return 0
	}
	if a == All {
		return -1
	}
	if b == All {
		return 1
	}
	return cmp.Compare(a, b)
}

package dashboards

import (
	"encoding/json"
	"io"
	"time"

	"bolyst/metrics"
)

// jsonFormat is the number of the shape that JSON writes. It is raised when a reader of an older shape would misread a newer
// one; keys that are added do not raise it.
const jsonFormat = 2

// JSON writes everything that the audience is told, for machines. An absent number is null, and the sign of its figure says why.
// The text has two spaces of indent and ends with a newline. Its keys, from the top:
//
//	format       2
//	as_of        the date up to which things had happened
//	known_at     the last batch that counts
//	audience     board, centre or staff
//	figures      every figure: its cell (indicator, version, programme, period, breakdown, category, region), unit, counts, value,
//	             interval, sign, and the target of its own period
//	counts       the programmes that an indicator counts, where they are not all: the totals of all programmes are theirs
//	goals        what the programme is for: id, title and text in each language
//	targets      every target agreed: what, for whom, when, owner, direction, baseline; the figure that is held against it (now),
//	             and gap, reached, years, pace and chance
//	series       every series of periods as a process: variation and assurance, the limits of each part with the reason of its
//	             break, and each point with its signal
//	funnels      every rate compared over programmes: centre, points with limits and place, the lines, the spread, who is left off
//	curves       every curve: whole for the staff, at fixed times for others
//	comparisons  the groups of a curve held against each other; the numbers of the test for the staff, its answer for others
//	comments     what was said and decided of the figures, newest first, the text in each language
//
// The words that stand for themselves (a sign, a signal, a place, a note) are keys of the catalogue of package metrics.
func JSON(w io.Writer, table metrics.Table) error {
	document := struct {
		Format      int                  `json:"format"`
		AsOf        string               `json:"as_of"`
		KnownAt     int                  `json:"known_at"`
		Audience    string               `json:"audience"`
		Figures     []metrics.Figure     `json:"figures"`
		Counts      map[string][]string  `json:"counts"`
		Goals       []metrics.Goal       `json:"goals"`
		Targets     []target             `json:"targets"`
		Series      []process            `json:"series"`
		Funnels     []metrics.Funnel     `json:"funnels"`
		Curves      []metrics.ToldCurve  `json:"curves"`
		Comparisons []metrics.Comparison `json:"comparisons"`
		Comments    []comment            `json:"comments"`
	}{
		Format: jsonFormat, AsOf: table.AsOf.Format(time.DateOnly), KnownAt: table.KnownAt, Audience: table.Audience.Name,
		Figures: listed(table.Figures), Counts: countsOf(table), Goals: listed(table.Goals), Targets: targetsOf(table), Series: seriesOf(table),
		Funnels: funnelsOf(table), Curves: curvesOf(table), Comparisons: listed(table.Comparisons), Comments: commentsOf(table),
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

// listed makes an empty list of none, which would be written as null.
func listed[T any](list []T) []T { return append([]T{}, list...) }

// countsOf names the programmes of each indicator that does not count every one.
func countsOf(table metrics.Table) map[string][]string {
	counts := map[string][]string{}
	for _, definition := range table.Definitions {
		if len(definition.NotFor) > 0 {
			for _, programme := range table.CountedBy(definition) {
				counts[definition.ID] = append(counts[definition.ID], programme.ID)
			}
		}
	}
	return counts
}

package dashboards

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"bolyst/metrics"
)

// mostKommuner is how many municipalities are drawn by themselves; the table has them all.
const mostKommuner = 15

// kommuner tells where people come from or live, municipality by municipality; nil where nothing is told.
func (i indicator) kommuner(breakdown string) *block {
	figures := i.ranked(breakdown)
	if !slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Value.Given() && f.Category != "unknown" }) {
		return nil
	}
	title := i.viewTitle(breakdown)
	return &block{ID: "place-" + i.definition.ID + "-" + breakdown, Title: title, Finding: i.mostFrom(breakdown, figures),
		Picture: i.drawKommuner(title, figures), Table: i.tableOfKommuner(breakdown, title, figures), Note: i.Say("kommuner_note")}
}

// ranked are the municipalities with most people first, those of as many in the order of their names, then the others together
// and at last those of whom it is not known.
func (i indicator) ranked(breakdown string) []metrics.Figure {
	figures := i.shown(breakdown)
	names := collate.New(language.MustParse("nn")) // å is the last letter, as in bokmål
	last := func(f metrics.Figure) int {
		return slices.Index([]string{metrics.PlacesInside, metrics.PlacesOutside, metrics.OtherPlaces, "unknown"}, f.Category)
	}
	slices.SortStableFunc(figures, func(a, b metrics.Figure) int {
		if last(a) >= 0 || last(b) >= 0 {
			return cmp.Compare(last(a), last(b))
		}
		return cmp.Or(-cmp.Compare(a.Value.Float(), b.Value.Float()), names.CompareString(i.rowName(a), i.rowName(b)))
	})
	return figures
}

// mostFrom says in a sentence where most of them come from, or live; nothing where that is no single municipality.
func (i indicator) mostFrom(breakdown string, ranked []metrics.Figure) string {
	first := ranked[0]
	if !isApart(first) || len(ranked) > 1 && isApart(ranked[1]) && ranked[1].Value == first.Value {
		return ""
	}
	said := i.Say("most_"+breakdown, i.rowName(first), i.ofTotal(first))
	if i.isInside(first) {
		said += " " + i.Say("most_inside", metrics.Lower(i.inside()))
	}
	return said
}

// isApart says whether the figure is of one municipality, or of abroad.
func isApart(f metrics.Figure) bool { return !f.IsOthers() && f.Category != "unknown" }

// ofTotal writes how many there are in the place, of all: 12 av 30.
func (i indicator) ofTotal(f metrics.Figure) string {
	total := i.total()
	if !f.Value.Given() || !total.Value.Given() {
		return f.Amount(i.language())
	}
	return i.Say("k_of_n", f.Amount(i.language()), total.Amount(i.language()))
}

// isInside says whether the place lies in the region of a programme: of the one that is looked at, or of any.
func (i indicator) isInside(f metrics.Figure) bool {
	of := i.table.Kommune(f.Cell).Of
	if i.whose == metrics.All {
		return len(of) > 0 || f.Category == metrics.PlacesInside
	}
	return slices.Contains(of, i.whose) || f.Category == metrics.PlacesInside
}

// inside says of which regions isInside tells.
func (i indicator) inside() string {
	if i.whose == metrics.All && i.several() {
		return i.Say("in_any_region")
	}
	return i.Say("in_region")
}

// insideSign stands before the name of a municipality in the region.
const insideSign = "◆"

// tableOfKommuner is every municipality with its class of centrality, whether it lies in the region, and how many.
func (i indicator) tableOfKommuner(breakdown, caption string, ranked []metrics.Figure) *twin {
	t := &twin{Caption: caption, Names: true, Compact: len(ranked) > mostKommuner, Notes: i.explained(ranked),
		Head: append(wordsUnder(i.breakdownName(breakdown), i.Say("centrality_class"), i.inside()), numbersUnder(metrics.Capital(i.unit()))...)}
	for _, f := range ranked {
		inside := ""
		switch {
		case i.isInside(f):
			inside = i.Say("in_region_yes")
		case f.Category != "unknown" && f.Category != metrics.OtherPlaces:
			inside = i.Say("in_region_no")
		}
		t.Rows = append(t.Rows, row{Key: keyOf(f), Heads: []string{i.rowName(f)}, Cells: []cell{
			{Text: i.table.Kommune(f.Cell).Centrality, Left: true}, {Text: inside, Left: true}, {Text: cmp.Or(f.Amount(i.language()), string(f.Sign)), Strong: true},
		}})
	}
	return t.named()
}

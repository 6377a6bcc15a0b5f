package dashboards

import (
	"slices"
	"strings"
	"unicode"

	"bolyst/metrics"
)

// view is what a reader sees of an indicator after a choice: whose people, and how they are told apart.
type view struct {
	ID        string
	Programme string // the codes of the choice
	Breakdown string
	Title     string // what is shown
	Finding   string // what it tells
	Comments  []string
	Picture   *picture
	Table     *twin
}

// The breakdowns that are none of the definition's: the programmes beside each other, and residence in other regions.
const (
	byProgramme = "programme"
	byRegion    = "region"
)

// option is one choice of a list.
type option struct{ Value, Text string }

// views are all that can be chosen: first all programmes period by period, then what they are told apart by, then the same of
// each programme.
func (i indicator) views() (views []view, err error) {
	for _, programme := range i.whoses() {
		one := i.of(programme)
		for _, breakdown := range one.breakdowns() {
			v, err := one.view(breakdown)
			if err != nil {
				return nil, err
			}
			if v.Table != nil {
				views = append(views, v)
			}
		}
	}
	return views, nil
}

// whoses are all programmes together, and each of them where there are several that the indicator counts.
func (i indicator) whoses() []string {
	whoses := []string{metrics.All}
	for _, programme := range i.table.Programmes {
		if i.several() && i.table.Figure(i.definition.ID, programme.ID, metrics.All).Indicator != "" {
			whoses = append(whoses, programme.ID)
		}
	}
	return whoses
}

// breakdowns are the ways in which the subjects are told apart; "" for period by period.
func (i indicator) breakdowns() []string {
	found := []string{""}
	for _, f := range i.table.Figures {
		if f.Programme == i.whose && f.Region == "" && f.Breakdown != "" && f.Breakdown != months && !slices.Contains(found, f.Breakdown) {
			found = append(found, f.Breakdown)
		}
	}
	slices.Sort(found)
	if i.definition.Kind == metrics.Duration {
		found = slices.Insert(found, 1, months)
	}
	if i.several() && i.whose == metrics.All {
		found = append(found, byProgramme)
	}
	if slices.ContainsFunc(i.table.Figures, func(f metrics.Figure) bool { return f.Region != "" }) {
		found = append(found, byRegion)
	}
	return found
}

func (i indicator) view(breakdown string) (v view, err error) {
	v = view{Programme: i.whose, Breakdown: breakdown, Title: i.viewTitle(breakdown)}
	v.ID = strings.Trim(i.whose+"-"+breakdown, "-")
	figures := i.shown(breakdown)
	v.Table = i.tableOf(breakdown, v.Title, figures)
	totals := slices.DeleteFunc(slices.Clone(figures), func(f metrics.Figure) bool { return f.Period != metrics.All })
	if (metrics.Cell{Breakdown: breakdown}).IsPlace() {
		ranked := i.ranked(breakdown)
		v.Finding, v.Picture, v.Table = i.mostFrom(breakdown, ranked), i.drawKommuner(v.Title, ranked), i.tableOfKommuner(breakdown, v.Title, ranked)
		return v, nil
	}
	switch breakdown {
	case "":
		v.Finding = metrics.Capital(i.table.Gist(i.total(), i.language()))
		v.Picture, err = i.drawSeries(i.series())
		for _, c := range i.table.CommentsAbout(i.definition.ID) {
			if i.whose == metrics.All || c.Programme == i.whose {
				v.Comments = append(v.Comments, i.table.Said(c, i.language()))
			}
		}
	case months:
		v.Finding = metrics.Capital(i.table.Gist(i.total(), i.language()))
		v.Picture, err = i.drawSeries(spaced(byMonths(totals)))
	default:
		v.Finding = i.finding(totals)
		v.Picture = i.drawRows(v.Title, totals)
	}
	return v, err
}

// shown are the figures of a view, in the order of the table.
func (i indicator) shown(breakdown string) []metrics.Figure {
	var found []metrics.Figure
	for _, f := range i.table.Figures {
		mine := f.Programme == i.whose
		switch breakdown {
		case byProgramme:
			mine = f.IsPlain() && !f.IsPool() && f.Programme != metrics.All
		case byRegion:
			mine = mine && f.Breakdown == "" && !f.IsPool() && (f.Region != "" || f.Period == metrics.All)
		default:
			mine = mine && f.Region == "" && f.Breakdown == breakdown
		}
		if mine {
			found = append(found, f)
		}
	}
	switch breakdown {
	case "": // single periods before three in a row, which overlap
		slices.SortStableFunc(found, func(a, b metrics.Figure) int { return rank(a) - rank(b) })
	case byProgramme: // in the order of the configuration: a ranking would make much of differences that are chance
		slices.SortStableFunc(found, func(a, b metrics.Figure) int { return i.place(a.Programme) - i.place(b.Programme) })
	case months:
		byMonths(found)
	}
	return found
}

// rank is where a figure stands in the table of periods.
func rank(f metrics.Figure) int {
	if f.IsPool() {
		return 1
	}
	return 0
}

func (i indicator) place(programme string) int {
	return slices.IndexFunc(i.table.Programmes, func(p metrics.Programme) bool { return p.ID == programme })
}

// viewTitle says what a view shows.
func (i indicator) viewTitle(breakdown string) string {
	title := i.title()
	if i.whose != metrics.All {
		title += ", " + i.programme(i.whose)
	}
	switch breakdown {
	case "":
		if i.definition.Kind == metrics.Duration {
			title += " (" + i.Say("after_three_years") + ")"
		}
		return i.Say("by_"+i.definition.Period, title)
	case months:
		return i.Say("by_months", title)
	case byProgramme:
		return i.Say("by_programme", title)
	}
	return i.Say("by_this", title, metrics.Lower(i.breakdownName(breakdown)))
}

// breakdownName is what a way of telling people apart is called.
func (i indicator) breakdownName(breakdown string) string {
	switch breakdown {
	case "":
		return i.Say(i.definition.Period)
	case byProgramme:
		return i.Say("programme")
	case byRegion:
		return i.Say("region")
	}
	return metrics.Cell{Breakdown: breakdown}.BreakdownName(i.language())
}

// finding says in a sentence what the figures tell: from which to which they go, and whether that may be chance.
func (i indicator) finding(figures []metrics.Figure) string {
	lowest, highest, given := ends(figures)
	if given < 2 {
		return ""
	}
	l := i.language()
	said := i.Say("finding_ends", i.rowName(lowest), lowest.Amount(l), i.rowName(highest), highest.Amount(l))
	if high, ok := lowest.High.Get(); ok && highest.Low.Given() {
		if highest.Low.Float() <= high {
			return said + " " + i.Say("finding_overlap")
		}
		return said + " " + i.Say("finding_apart")
	}
	return said
}

// rowName is what a row of the view is called.
func (i indicator) rowName(f metrics.Figure) string {
	switch {
	case f.Region != "" || i.definition.AnyRegion && f.Breakdown == "" && f.Programme == i.whose:
		return i.table.RegionName(f.Cell, i.language())
	case f.Breakdown == "":
		return i.programme(f.Programme)
	}
	name := i.table.CategoryName(f.Cell, i.language())
	if name != "" && unicode.IsDigit([]rune(name)[0]) { // 4 says nothing alone
		return i.breakdownName(f.Breakdown) + " " + name
	}
	return name
}

// ends are the figures with the lowest and the highest value, and how many have one.
func ends(figures []metrics.Figure) (lowest, highest metrics.Figure, given int) {
	for _, f := range figures {
		value, ok := f.Value.Get()
		if !ok {
			continue
		}
		if given++; given == 1 || value < lowest.Value.Float() {
			lowest = f
		}
		if given == 1 || value > highest.Value.Float() {
			highest = f
		}
	}
	return lowest, highest, given
}

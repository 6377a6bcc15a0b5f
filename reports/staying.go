package reports

import (
	"slices"

	"bolyst/metrics"
)

// addStaying adds the sheets that tell who stays: by which region and after how long, by where they grew up, along a curve, how
// much is not known, and how much of it is the programme's doing. What nothing can be said of has no sheet.
func (b *book) addStaying(add func(chapter)) {
	staying := b.rates(func(d metrics.Definition) bool { return d.AnyRegion })
	if len(staying) > 0 {
		add(chapter{b.say("staying"), b.say("about_staying"), func(s *sheet) { s.writeStaying(staying) }})
	}
	for _, definition := range b.Definitions {
		if _, ok := b.Curve(definition.ID, metrics.All); ok {
			add(chapter{b.say("curve_sheet", definition.ShortTitle(b.language)), b.say("about_curve", definition.Title.In(b.language)),
				func(s *sheet) { s.writeCurves(definition) }})
		}
	}
	if byMobility := b.rates(func(d metrics.Definition) bool { return slices.Contains(d.Breakdowns, mobility) }); len(byMobility) > 0 {
		add(chapter{b.say("mobility"), b.say("about_mobility"), func(s *sheet) { s.writeMobility(byMobility) }})
	}
	if unknown := b.rates(b.hasUnknown); len(unknown) > 0 {
		add(chapter{b.say("unknowns"), b.say("about_unknowns"), func(s *sheet) { s.writeUnknowns(unknown) }})
	}
	if attribution := b.rates(func(d metrics.Definition) bool { return slices.Contains(attributing, d.ID) }); len(attribution) > 0 {
		add(chapter{b.say("attribution"), b.say("about_attribution"), func(s *sheet) { s.writeAttribution(attribution) }})
	}
}

// mobility is the breakdown by where people grew up.
const mobility = "mobility"

// attributing are the indicators that say what of an outcome was the programme's doing.
var attributing = []string{"programme_importance", "attributable_retention"}

// rates are the definitions of rates of which that holds.
func (b *book) rates(holds func(metrics.Definition) bool) []metrics.Definition {
	return slices.DeleteFunc(slices.Clone(b.Definitions), func(d metrics.Definition) bool { return d.Kind != metrics.Rate || !holds(d) })
}

// hasUnknown says whether the outcome of anybody is not known.
func (b *book) hasUnknown(d metrics.Definition) bool {
	return slices.ContainsFunc(b.programmes(), func(programme string) bool { return b.Figure(d.ID, programme, metrics.All).Unknown.Float() > 0 })
}

// writeStaying tells how many live there after so many years, in the programmes' own regions and in every other region that
// residence is told in.
func (s *sheet) writeStaying(definitions []metrics.Definition) {
	regions := []string{""}
	for _, region := range s.Regions {
		regions = append(regions, region.ID)
	}
	t := figureTable{sheet: s, names: []column{{s.metric("indicator"), false}, {s.metric("region"), false}, {s.metric("programme"), false}}}
	t.setWidths([]float64{36, 26, 28}, len(regions))
	chartAt := t.open(s.say("staying"), s.say("staying_note"))
	var own []metrics.Figure
	for _, d := range definitions {
		for _, region := range regions {
			for _, programme := range s.programmes() {
				f := s.of(d.ID, programme, "", "", region)
				t.add(f, wrapped(d.Title.In(s.language)), wrapped(s.RegionName(metrics.Cell{Region: region}, s.language)), wrapped(s.programme(programme)))
			}
		}
		own = append(own, s.of(d.ID, metrics.All, "", "", ""))
	}
	t.drawParts(chartAt, s.say("staying_chart"), own, regions[:min(len(regions), mostLines)],
		func(region string) string { return s.RegionName(metrics.Cell{Region: region}, s.language) },
		func(f metrics.Figure, region string) metrics.Figure {
			return s.of(f.Indicator, metrics.All, "", "", region)
		})
	t.close()
}

// writeMobility tells those apart who grew up in the region, moved back to it, or are new there.
func (s *sheet) writeMobility(definitions []metrics.Definition) {
	var categories []string
	for _, f := range s.Figures {
		if f.Breakdown == mobility && !slices.Contains(categories, f.Category) {
			categories = append(categories, f.Category)
		}
	}
	slices.Sort(categories)
	t := figureTable{sheet: s, names: []column{{s.metric("indicator"), false}, {s.metric("category"), false}}}
	t.setWidths([]float64{44, 26}, len(categories))
	note := []string{s.say("mobility_note")}
	for _, c := range s.Comparisons {
		if c.Breakdown == mobility {
			note = append(note, s.Definition(c.Indicator).Title.In(s.language)+": "+metrics.Lower(s.metric(c.Note)))
		}
	}
	chartAt := t.open(s.say("about_mobility"), sentences(note...))
	var staying []metrics.Figure
	for _, d := range definitions {
		for _, category := range categories {
			f := s.of(d.ID, metrics.All, mobility, category, "")
			t.add(f, wrapped(d.Title.In(s.language)), wrapped(s.CategoryName(f.Cell, s.language)))
		}
		if d.AnyRegion {
			staying = append(staying, s.of(d.ID, metrics.All, "", "", ""))
		}
	}
	t.drawParts(chartAt, s.say("mobility_chart"), staying, categories[:min(len(categories), mostLines)],
		func(category string) string {
			return s.CategoryName(metrics.Cell{Breakdown: mobility, Category: category}, s.language)
		},
		func(f metrics.Figure, category string) metrics.Figure {
			return s.of(f.Indicator, metrics.All, mobility, category, "")
		})
	t.close()
}

// of returns the total of a part of those who count; the zero Figure when there is none.
func (b *book) of(indicator, programme, breakdown, category, region string) metrics.Figure {
	i := slices.IndexFunc(b.Figures, func(f metrics.Figure) bool {
		return f.Indicator == indicator && f.Programme == programme && f.Period == metrics.All &&
			f.Breakdown == breakdown && f.Category == category && f.Region == region
	})
	if i < 0 {
		return metrics.Figure{}
	}
	return b.Figures[i]
}

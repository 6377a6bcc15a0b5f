package dashboards

import (
	"bolyst/metrics"
)

// qualityMatter is the page of what the figures rest on.
type qualityMatter struct {
	frame
	Finding  string
	Loads    *twin // row balance; per file for the staff, and one total for others, who have no use for file names
	Faults   *twin // the rows that were not taken in, by reason, with the way to fix them; for the staff
	Coverage *twin
	Stale    *twin // of whom it is not known where they live, programme by programme
	Gaps     *twin // feeds that an indicator needs and that have never been loaded
	Signs    []sign
}

func (s site) quality() qualityMatter {
	m := qualityMatter{frame: s.frame(qualityPage, s.Say("data_quality")), Finding: s.finding(), Coverage: coverageOf(s.table, s.words), Stale: s.stale(),
		Gaps: s.gaps(), Faults: s.faults(), Signs: s.signs()}
	m.Above = m.Name + " · " + m.Audience
	if len(s.table.Loads) > 0 {
		m.Loads = loadsOf(s.table, s.sum(), s.words)
	}
	return m
}

// finding says how much of what was delivered is in the figures.
func (s site) finding() string {
	sum, l := s.sum(), metrics.Language(s.words)
	switch {
	case len(s.table.Loads) == 0:
		return s.Say("loads_none")
	case sum.Rejected > 0:
		return s.Say("loads_rejected", l.Number(float64(sum.Rejected), 0), l.Number(float64(sum.Read), 0))
	}
	return s.Say("loads_clean")
}

// sum adds up the loads.
func (s site) sum() metrics.Load {
	var sum metrics.Load
	for _, load := range s.table.Loads {
		sum.Read += load.Read
		sum.Loaded += load.Loaded
		sum.Unchanged += load.Unchanged
		sum.Superseded += load.Superseded
		sum.Rejected += load.Rejected
	}
	return sum
}

func loadsOf(table metrics.Table, sum metrics.Load, w words) *twin {
	l := metrics.Language(w)
	balance := func(load metrics.Load) (cells []cell) {
		for _, n := range []int{load.Read, load.Loaded, load.Unchanged, load.Superseded, load.Rejected} {
			cells = append(cells, cell{Text: l.Number(float64(n), 0)})
		}
		return cells
	}
	counts := numbersUnder(w.Say("read"), w.Say("loaded"), w.Say("unchanged"), w.Say("superseded"), w.Say("rejected"))
	t := &twin{Caption: w.Say("loads_caption")}
	if table.Audience.Name != "staff" {
		t.Head = append(wordsUnder(w.Say("loads_files")), counts...)
		t.Rows = []row{{Heads: []string{l.Number(float64(len(table.Loads)), 0)}, Cells: balance(sum)}}
		return t.named()
	}
	t.Head = append(wordsUnder(w.Say("file"), w.Say("feed"), w.Say("source"), w.Say("batch")), counts...)
	t.Rows = append(t.Rows, row{Total: true, Heads: []string{w.Say("loads_total"), "", "", ""}, Cells: balance(sum)})
	for _, load := range table.Loads {
		heads := []string{load.File, w.named("feed_", load.Feed), load.Source, l.Number(float64(load.Batch), 0)}
		t.Rows = append(t.Rows, row{Heads: heads, Cells: balance(load)})
	}
	return t.named()
}

// coverageOf shows of how many the outcome is known, and how far the unknown could move the share.
func coverageOf(table metrics.Table, w words) *twin {
	l := metrics.Language(w)
	t := &twin{Caption: w.Say("quality_unknown"), Names: true, Head: append(wordsUnder(w.Say("indicator")),
		numbersUnder(w.Say("known_outcome"), w.Say("unknown"), w.Say("coverage"), w.Say("lowest"), w.Say("highest"))...)}
	var figures []metrics.Figure
	for _, definition := range table.Definitions {
		f := table.Total(definition.ID)
		if definition.Kind != metrics.Rate {
			continue
		}
		figures = append(figures, f)
		write := func(n metrics.Number, text string) cell {
			if !n.Given() {
				return cell{}
			}
			return cell{Text: text}
		}
		cells := []cell{
			write(f.Denominator, l.Number(f.Denominator.Float(), 0)), write(f.Unknown, l.Number(f.Unknown.Float(), 0)),
			indicator{w, table, definition, metrics.All}.value(f), {}, {},
		}
		// Below the smallest denominator of a percentage the counts are shown and nothing that is worked out of them.
		if coverage := f.Coverage(); coverage.Given() && f.Sign != metrics.Hidden {
			lowest, highest := f.Bounds()
			cells[2] = cell{Text: l.Percent(coverage.Float(), 1)}
			cells[3], cells[4] = write(lowest, l.Percent(lowest.Float(), 1)), write(highest, l.Percent(highest.Float(), 1))
		}
		t.Rows = append(t.Rows, row{Key: keyOf(f), Heads: []string{definition.Title.In(l)}, Link: indicatorPage(definition.ID), Cells: cells})
	}
	if t.Rows == nil {
		return nil
	}
	t.Notes = indicator{words: w, table: table}.explained(figures)
	return t.named()
}

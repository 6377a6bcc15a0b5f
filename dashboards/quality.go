package dashboards

import (
	"bolyst/metrics"
)

// quality is what a reader must know of the data before trusting a figure.
type quality struct {
	Finding  string
	Loads    *twin // row balance; per file for the staff, and one total for others, who have no use for file names
	Coverage *twin
}

func qualityOf(table metrics.Table, w words) quality {
	if len(table.Loads) == 0 {
		return quality{Finding: w.Say("loads_none"), Coverage: coverageOf(table, w)}
	}
	l := metrics.Language(w)
	var sum metrics.Load
	for _, load := range table.Loads {
		sum.Read += load.Read
		sum.Loaded += load.Loaded
		sum.Unchanged += load.Unchanged
		sum.Superseded += load.Superseded
		sum.Rejected += load.Rejected
	}
	q := quality{Finding: w.Say("loads_clean"), Loads: loadsOf(table, sum, w), Coverage: coverageOf(table, w)}
	if sum.Rejected > 0 {
		q.Finding = w.Say("loads_rejected", l.Number(float64(sum.Rejected), 0), l.Number(float64(sum.Read), 0))
	}
	return q
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
		t.Rows = []row{{Total: true, Heads: []string{l.Number(float64(len(table.Loads)), 0)}, Cells: balance(sum)}}
		return t
	}
	t.Head = append(wordsUnder(w.Say("source"), w.Say("file"), w.Say("batch")), counts...)
	t.Rows = append(t.Rows, row{Total: true, Heads: []string{w.Say("loads_total"), "", ""}, Cells: balance(sum)})
	for _, load := range table.Loads {
		heads := []string{load.Source, load.File, l.Number(float64(load.Batch), 0)}
		t.Rows = append(t.Rows, row{Heads: heads, Cells: balance(load)})
	}
	return t
}

// coverageOf shows of how many the outcome is known, and how far the unknown could move the share.
func coverageOf(table metrics.Table, w words) *twin {
	l := metrics.Language(w)
	t := &twin{Caption: w.Say("quality_unknown"), Names: true, Head: append(wordsUnder(w.Say("indicator")),
		numbersUnder(w.Say("known_outcome"), w.Say("unknown"), w.Say("coverage"), w.Say("lowest"), w.Say("highest"))...)}
	for _, definition := range table.Definitions {
		f := table.Total(definition.ID)
		if definition.Kind != metrics.Rate {
			continue
		}
		write := func(n metrics.Number, text func(float64) string) cell {
			if !n.Given() {
				return cell{Text: string(f.Sign)}
			}
			return cell{Text: text(n.Float())}
		}
		whole := func(v float64) string { return l.Number(v, 0) }
		percent := func(v float64) string { return l.Percent(v, 1) }
		// Below the smallest denominator of a percentage the counts are shown and nothing that is worked out of them.
		var coverage, lowest, highest metrics.Number
		if f.Sign != metrics.Hidden {
			coverage = f.Coverage()
			lowest, highest = f.Bounds()
		}
		t.Rows = append(t.Rows, row{Heads: []string{definition.Title.In(l)}, Cells: []cell{
			write(f.Denominator, whole), write(f.Unknown, whole), write(coverage, percent), write(lowest, percent), write(highest, percent),
		}})
	}
	if t.Rows == nil {
		return nil
	}
	return t
}

package dashboards

import (
	"encoding/json"
	"html/template"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bolyst/metrics"
)

// step is one step on the way from applicant to resident: how many reached it, as a figure counts them.
type step struct {
	key       string // of what it is called
	indicator string
	of        func(metrics.Figure) metrics.Number
}

func outcome(f metrics.Figure) metrics.Number { return f.Numerator }
func counts(f metrics.Figure) metrics.Number  { return f.Denominator }

// steps are the way, in its order. Who completed is the denominator of the job offers.
var steps = []step{
	{"step_applied", "applicants", outcome},
	{"step_qualified", "qualified_applicant_rate", outcome},
	{"step_hired", "trainees_hired", outcome},
	{"step_completed", "job_offer_rate", counts},
	{"step_offered", "job_offer_rate", outcome},
	{"step_retained", "regional_retention_now", outcome},
}

// passage is the way of a programme's people, as far as the audience is told how many reached each step. Each step is counted
// for itself; that is said, and nothing is worked out of two of them.
func (s site) passage(programme string) (*block, error) {
	l := metrics.Language(s.words)
	title := s.Say("passage_title")
	if len(s.table.Programmes) > 1 {
		title += ", " + s.table.ProgrammeName(programme, l)
	}
	b := &block{ID: "passage-" + programme, Programme: programme, Title: title, Note: s.Say("passage_note")}
	t := &twin{Caption: title, Names: true, Below: true, Head: append(wordsUnder(s.Say("step")), heading{Text: s.Say("how_many")}, heading{Text: s.Say("indicator"), Left: true})}
	var names, said []string
	var reached []float64
	for _, step := range steps {
		f := s.table.Figure(step.indicator, programme, metrics.All)
		n, ok := step.of(f).Get()
		if !ok || n == 0 {
			continue
		}
		name := s.Say(step.key)
		names, reached, said = append(names, name), append(reached, n), append(said, name+": "+l.Number(n, 0))
		t.Rows = append(t.Rows, row{Key: keyOf(f), Heads: []string{name}, Link: s.about(s.table.Definition(step.indicator)).of(programme).address(""),
			Cells: []cell{{Text: l.Number(n, 0), Strong: true}, {Text: s.table.Definition(step.indicator).Title.In(l), Prose: true}}})
	}
	if len(names) < 3 {
		return nil, nil
	}
	b.Table = t.named()
	b.Finding = s.Say("passage_finding", names[0], l.Number(reached[0], 0), names[len(names)-1], l.Number(reached[len(reached)-1], 0))
	label := s.Say("chart_list", title, strings.Join(said, "; "))
	option, err := json.Marshal(s.passageOption(names, reached, label))
	b.Picture = &picture{Plot: s.plotPassage(names, reached, label), Option: template.JS(option), Caption: s.Say("chart_passage")}
	return b, err
}

// plotPassage draws the steps below each other, without a script.
func (s site) plotPassage(names []string, reached []float64, label string) plot {
	p := plot{Height: rowHeight * len(names), Label: label}
	most := 0.0
	for _, n := range reached {
		most = max(most, n)
	}
	for at, name := range names {
		top := float64(rowHeight * at)
		p.text("name", 0, top+16, name)
		p.end("value", 100, top+16, metrics.Language(s.words).Number(reached[at], 0))
		p.rect("bar", 0, top+23, 100*reached[at]/most, 12)
	}
	return p
}

// passageOption is the way as bands for ECharts: what goes on to the next step, and what does not.
func (s site) passageOption(names []string, reached []float64, label string) map[string]any {
	l := metrics.Language(s.words)
	sankey := charts.NewSankey()
	sankey.SetGlobalOptions(charts.WithAnimation(false), charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", BackgroundColor: "var(--surface)", BorderColor: quiet}))
	var nodes []opts.SankeyNode
	var links []opts.SankeyLink
	for at, name := range names {
		text := name + ": " + l.Number(reached[at], 0)
		nodes = append(nodes, opts.SankeyNode{Name: text, Depth: opts.Int(at), ItemStyle: &opts.ItemStyle{Color: series}})
		if at+1 == len(names) {
			continue
		}
		next := names[at+1] + ": " + l.Number(reached[at+1], 0)
		links = append(links, opts.SankeyLink{Source: text, Target: next, Value: float32(min(reached[at], reached[at+1]))})
		if out := reached[at] - reached[at+1]; out > 0 {
			left := strings.Repeat("\u200b", at+1) // a name of its own that is not seen
			nodes = append(nodes, opts.SankeyNode{Name: left, Depth: opts.Int(at + 1), ItemStyle: &opts.ItemStyle{Color: rule}})
			links = append(links, opts.SankeyLink{Source: text, Target: left, Value: float32(out)})
		}
	}
	sankey.AddSeries(s.Say("passage_title"), nodes, links, charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Color: ink}))
	sankey.Validate()
	sankey.Accept(completed{summary: label})
	return map[string]any{"baseOption": sankey.JSON()}
}

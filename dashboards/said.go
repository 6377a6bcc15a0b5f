package dashboards

import "bolyst/metrics"

// said is a comment or a decision, with the indicator that it is about.
type said struct{ ID, Title, Text string }

func allSaid(table metrics.Table, l metrics.Language) []said {
	var all []said
	for _, c := range table.Comments {
		all = append(all, said{c.Indicator, table.Definition(c.Indicator).Title.In(l), table.Said(c, l)})
	}
	return all
}

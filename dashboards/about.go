package dashboards

import (
	"fmt"
	"slices"

	"bolyst/metrics"
)

// aboutText says what holds for every figure of the definitions.
func aboutText(table metrics.Table, definitions []metrics.Definition, w words) []string {
	text := []string{
		w.Say("about_as_of", metrics.Language(w).Date(table.AsOf)) + " " + w.Say("about_known_at", fmt.Sprint(table.KnownAt)),
		w.Say("about_totals"), w.Say("about_unknown"), w.Say("about_immature"), w.Say("about_interval"),
	}
	for _, kind := range []metrics.Kind{metrics.Score, metrics.Duration, metrics.Breadth} {
		if slices.ContainsFunc(definitions, func(d metrics.Definition) bool { return d.Kind == kind }) {
			text = append(text, w.Say("about_"+string(kind)))
		}
	}
	if len(table.Reported) > 0 {
		text = append(text, w.Say("about_reported"))
	}
	switch {
	case table.Audience.Floor > 1:
		text = append(text, w.Say("about_floor", fmt.Sprint(table.Audience.Floor)))
	case table.Audience.Name != "staff":
		text = append(text, w.Say("about_no_floor"))
	}
	if table.Audience.Name == "staff" {
		text = append(text, w.Say("about_staff"))
	}
	return text
}

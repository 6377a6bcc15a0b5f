package dashboards

import (
	"encoding/json"
	"io"
	"time"

	"bolyst/metrics"
)

// JSON writes every figure of the table for machines: an absent number is null, and the sign says why. The text has two spaces
// of indent and ends with a newline.
func JSON(w io.Writer, table metrics.Table) error {
	document := struct {
		AsOf     string           `json:"as_of"`
		KnownAt  int              `json:"known_at"`
		Audience string           `json:"audience"`
		Figures  []metrics.Figure `json:"figures"`
	}{table.AsOf.Format(time.DateOnly), table.KnownAt, table.Audience.Name, table.Figures}
	if document.Figures == nil {
		document.Figures = []metrics.Figure{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

package main

import (
	"io"
	"testing"

	"bolyst/dashboards"
	"bolyst/metrics"
)

// BenchmarkPages writes every page of both examples, for all three audiences, in one language. What it costs to count the figures
// is not in it.
func BenchmarkPages(b *testing.B) {
	kom, _ := demo()
	nine, _ := demoNine()
	var tables []metrics.Table
	for _, folder := range []string{kom, nine} {
		c := &console{out: io.Discard, err: io.Discard, config: folder + "/bolyst.yaml", now: scriptClock}
		in, err := c.open(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		draft, err := in.draft(b.Context(), in.moment(demoAsOf, 0))
		if err != nil {
			b.Fatal(err)
		}
		for _, audience := range in.audiences() {
			tables = append(tables, draft.For(audience))
		}
		in.Close()
	}
	var size counter
	count := 0
	for b.Loop() {
		size, count = 0, 0
		for _, table := range tables {
			pages, err := dashboards.Pages(table, metrics.Norwegian, dashboards.Beside{Assets: "assets"})
			if err != nil {
				b.Fatal(err)
			}
			for _, write := range pages {
				if err := write(&size); err != nil {
					b.Fatal(err)
				}
				count++
			}
		}
	}
	b.ReportMetric(float64(count), "pages")
	b.ReportMetric(float64(size)/1e6, "MB")
}

// counter counts what is written.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

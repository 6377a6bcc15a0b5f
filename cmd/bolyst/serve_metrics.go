package main

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"bolyst/internal/batch"
	"bolyst/internal/jobs"
)

// measures are what Prometheus is told of the service: ages, counts and durations.
type measures struct {
	service  *service
	registry *prometheus.Registry
	took     *prometheus.HistogramVec
	build    prometheus.Gauge
	requests *prometheus.CounterVec
}

var (
	openMeasure     = prometheus.NewDesc("bolyst_store_open", "Whether the data folder is open and its jobs are done.", nil, nil)
	ingestAge       = prometheus.NewDesc("bolyst_source_ingest_age_seconds", "Time since the source was last taken in by its job.", []string{"source"}, nil)
	batchAge        = prometheus.NewDesc("bolyst_source_batch_age_seconds", "Time since the source last brought a file that was not known.", []string{"source"}, nil)
	sourceRows      = prometheus.NewDesc("bolyst_source_rows", "Rows of the source's files as they were last read, by what became of them.", []string{"source", "outcome"}, nil)
	jobMissing      = prometheus.NewDesc("bolyst_job_missing_periods", "Periods of the job that are due and not done.", []string{"job"}, nil)
	jobNext         = prometheus.NewDesc("bolyst_job_next_timestamp_seconds", "When the job is, or was, due.", []string{"job"}, nil)
	findingsMeasure = prometheus.NewDesc("bolyst_findings", "What somebody must look at, by kind.", []string{"kind"}, nil)
)

// undelivered is what somebody must look at of the deliveries.
const undelivered jobs.Kind = "undelivered"

func newMeasures(s *service) *measures {
	m := &measures{service: s, registry: prometheus.NewRegistry(),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "bolyst_job_duration_seconds",
			Help: "How long jobs take, by how they end.", Buckets: prometheus.ExponentialBuckets(0.1, 4, 8)}, []string{"job", "state"}),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "bolyst_requests_total", Help: "Requests that were answered, by route and status."},
			[]string{"route", "status"}),
		build: prometheus.NewGauge(prometheus.GaugeOpts{Name: "bolyst_edition_build_seconds", Help: "How long the last edition took to make."}),
	}
	m.registry.MustRegister(m, m.took, m.build, m.requests, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *measures) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// ended is told of every attempt at a job.
func (m *measures) ended(e jobs.Entry, took time.Duration) {
	if e.State == jobs.Skipped {
		return
	}
	m.took.WithLabelValues(e.Job, string(e.State)).Observe(took.Seconds())
	if e.Job == publishJob && e.State == jobs.Done {
		m.build.Set(took.Seconds())
	}
}

// Describe and Collect make it a collector of what is worked out when it is asked for.
func (m *measures) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{openMeasure, ingestAge, batchAge, sourceRows, jobMissing, jobNext, findingsMeasure} {
		to <- d
	}
}

func (m *measures) Collect(to chan<- prometheus.Metric) {
	tell := func(d *prometheus.Desc, value float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, value, labels...)
	}
	state, now := m.service.seen(), m.service.now()
	for _, b := range state.sources() {
		tell(batchAge, now.Sub(b.LoadedAt).Seconds(), b.Source)
		for outcome, rows := range map[string]int{"loaded": b.Loaded, "unchanged": b.Unchanged, "superseded": b.Superseded, "rejected": b.Rejected} {
			tell(sourceRows, float64(rows), b.Source, outcome)
		}
	}
	if state.runner == nil {
		tell(openMeasure, 0)
		return
	}
	tell(openMeasure, 1)
	for i, s := range state.runner.Status(state.runner.Ledger, now) {
		tell(jobMissing, float64(s.Missing), s.Job)
		if !s.Next.IsZero() {
			tell(jobNext, float64(s.Next.Unix()), s.Job)
		}
		if source := state.in.config.Alarms()[i].Source; source != "" && !s.Done.At.IsZero() {
			tell(ingestAge, now.Sub(s.Done.At).Seconds(), source)
		}
	}
	found := map[jobs.Kind]int{jobs.Overdue: 0, jobs.GivenUp: 0, jobs.Ahead: 0}
	for _, f := range state.runner.Findings(state.runner.Ledger, now) {
		found[f.Kind]++
	}
	found[undelivered] = len(state.in.deliveries.Findings())
	for kind, n := range found {
		tell(findingsMeasure, float64(n), string(kind))
	}
}

// sources sums up the newest batch of each file of each source, in the order in which the sources were last taken in.
func (s state) sources() []batch.Batch {
	var all []batch.Batch
	place := map[string]int{}
	for _, b := range batch.Newest(s.batches) {
		i, known := place[b.Source]
		if !known {
			i, place[b.Source] = len(all), len(all)
			all = append(all, batch.Batch{Source: b.Source})
		}
		sum := &all[i]
		sum.Number, sum.LoadedAt = b.Number, b.LoadedAt
		sum.Read, sum.Loaded, sum.Unchanged = sum.Read+b.Read, sum.Loaded+b.Loaded, sum.Unchanged+b.Unchanged
		sum.Superseded, sum.Rejected = sum.Superseded+b.Superseded, sum.Rejected+b.Rejected
	}
	return all
}

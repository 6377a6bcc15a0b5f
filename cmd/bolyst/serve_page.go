package main

import (
	"time"

	"bolyst/internal/jobs"
	"bolyst/internal/web"
)

// ready tells whether the service works as it should: the data folder is open. The ages are for whoever watches.
func (s *service) ready() (any, bool) {
	type source struct {
		Source string `json:"source"`
		Age    int    `json:"batch_age_seconds"`
		Batch  int    `json:"batch"`
	}
	now, state := s.now(), s.seen()
	said := struct {
		Ready    bool     `json:"ready"`
		Findings int      `json:"findings"`
		Sources  []source `json:"sources"`
	}{Ready: state.runner != nil, Sources: []source{}}
	for _, b := range state.sources() {
		said.Sources = append(said.Sources, source{b.Source, int(now.Sub(b.LoadedAt).Seconds()), b.Number})
	}
	if said.Ready {
		said.Findings = len(state.runner.Findings(state.runner.Ledger, now)) + len(state.in.deliveries.Findings())
	}
	return said, said.Ready
}

// jobsPage tells how the jobs stand.
func (s *service) jobsPage(asked string) web.JobsPage {
	state := s.seen()
	l := state.in.asks(asked)
	page := web.JobsPage{Desk: s.desk(jobsAddress, l, nil), Headings: append(jobHeadings(l), l.Say("jobs.heading.ask")), Button: l.Say("jobs.ask")}
	page.NoFindings = l.Say("jobs.no_findings")
	if state.runner == nil {
		page.Findings = []string{l.Say("jobs.closed")}
		return page
	}
	now := s.now()
	page.Findings = findingLines(l, state.runner.Findings(state.runner.Ledger, now))
	if name, audiences, err := state.in.draftFor(); err == nil && len(audiences) > 0 {
		page.Drafts = web.Drafts{Title: l.Say("approve.title"), Approve: l.Say("approve.button"), Reject: l.Say("approve.button.reject"),
			Reason: l.Say("approve.field"), Edition: name}
		for _, a := range audiences {
			page.Drafts.Parts = append(page.Drafts.Parts, web.Draft{Audience: a, Text: l.Say("approve.part", name, l.Say("letter.audience."+a))})
		}
	}
	page.Findings = append(page.Findings, state.in.undelivered(l, state.in.deliveries)...)
	entries := state.in.deliveries.Entries()
	page.Deliveries = web.Table{Caption: l.Say("deliveries.title"), Headings: wordsOver(deliveryHeadings(l)...)}
	for _, e := range entries[:min(len(entries), mostDeliveries)] {
		page.Deliveries.Rows = append(page.Deliveries.Rows, web.Row{Cells: state.in.deliveryRow(l, e)})
	}
	for _, status := range state.runner.Status(state.runner.Ledger, now) {
		page.Rows = append(page.Rows, jobRow(l, status))
	}
	return page
}

// mostDeliveries are shown on the page: the newest. «bolyst deliveries» shows them all.
const mostDeliveries = 50

// jobHeadings stand over a table of jobs.
func jobHeadings(l Language) []string {
	return []string{l.Say("jobs.heading.job"), l.Say("jobs.heading.last"), l.Say("jobs.heading.state"), l.Say("jobs.heading.next")}
}

// jobRow puts how a job stands into words.
func jobRow(l Language, s jobs.Status) web.JobRow {
	row := web.JobRow{Name: s.Job, Last: "–", State: "–", Next: "–", Late: s.Overdue}
	if s.Last.Period != "" {
		row.Last, row.State = period(s.Last.Period), l.Say("jobs.state."+string(s.Last.State))
		if s.Last.Reason != "" {
			row.State += ": " + l.Say("jobs.reason."+s.Last.Reason)
		}
	}
	if s.Period != "" {
		row.Next = period(s.Period)
	}
	switch {
	case s.Overdue:
		row.Next += " (" + l.Say("jobs.overdue") + ")"
	case s.Missing > 0:
		row.Next += " (" + l.Say("jobs.due") + ")"
	}
	return row
}

// findingLines are what somebody must look at, a sentence each.
func findingLines(l Language, found []jobs.Finding) []string {
	var lines []string
	for _, f := range found {
		switch f.Kind {
		case jobs.Ahead:
			lines = append(lines, l.Say("jobs.finding.ahead", moment(f.Since, time.UTC)))
		case jobs.GivenUp:
			lines = append(lines, l.Say("jobs.finding.given_up", f.Job, period(f.Period), term("jobs.reason."+f.Reason)))
		default:
			lines = append(lines, l.Say("jobs.finding.overdue", f.Job, period(f.Period)))
		}
	}
	return lines
}

// period writes a period as the clock shows it.
func period(p jobs.Period) string { return moment(p.At(time.UTC), time.UTC) }

func moment(at time.Time, zone *time.Location) string { return at.In(zone).Format("2006-01-02 15.04") }

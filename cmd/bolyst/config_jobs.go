package main

import (
	"net"
	"slices"
	"time"

	"bolyst/internal/jobs"
)

// Upkeep is the jobs that keep the installation in order, and how much of what was missed is done after all.
type Upkeep struct {
	CatchUp int    `key:"catch_up"` // missed periods of each job; the older ones are passed over
	Verify  string `key:"verify"`   // schedule: read every byte of the record, the editions and the backups again

	Retention string `key:"retention"` // schedule: remove whom the sources are not to keep any longer; empty: only by hand
}

// Server is how the service is reached, and how it logs.
type Server struct {
	Listen  string `key:"listen"`  // host:port
	Metrics string `key:"metrics"` // host:port of their own; empty: /metrics beside the pages
	Log     string `key:"log"`     // text or json

	Public  string   `key:"public"`  // the address that people write
	Proxies []string `key:"proxies"` // whose word for where a request comes from counts
	TLS     *TLS     `key:"tls"`     // nil: plain HTTP
}

// publishAt is the time of day at which an edition for a meeting is made: before anyone is at work.
const publishAt = "T06:00"

// logForms are the ways in which the service can log.
var logForms = []string{"text", "json"}

// checkJobs checks the days of the edition plan, the schedules of the upkeep, and the server.
func (c *Config) checkJobs(found *findings) {
	for i, day := range c.Editions.Meetings {
		if slices.ContainsFunc(c.Editions.Meetings[:i], day.Equal) {
			found.wrong(item("$.editions.meetings", i), Mistake{Code: "config.meeting.twice", Args: []any{day.Format(dateForm)}})
		}
	}
	for _, number := range []struct {
		at           string
		value, least int
	}{{"$.editions.days_before", c.Editions.DaysBefore, 0}, {"$.jobs.catch_up", c.Jobs.CatchUp, 1}} {
		if number.value < number.least {
			found.wrong(number.at, Mistake{Code: "config.number.least", Args: []any{number.value, number.least}})
		}
	}
	c.checkSchedule(found, "$.jobs.verify", c.Jobs.Verify)
	c.checkSchedule(found, "$.jobs.retention", c.Jobs.Retention)
	found.oneOf("$.server.log", c.Server.Log, "config.unknown.log", logForms)
	for at, address := range map[string]string{"$.server.listen": c.Server.Listen, "$.server.metrics": c.Server.Metrics} {
		if _, _, err := net.SplitHostPort(address); err != nil && address != "" {
			found.wrong(at, Mistake{Code: "config.address", Args: []any{address}})
		}
	}
}

// An Alarm is a job of the configuration and when it is due.
type Alarm struct {
	Job    string // its name: ingest:<source>, retention, publish, backup, verify, deliver
	Source string // the source to ingest, or ""
	Times  jobs.Timetable
}

// The jobs, besides ingest:<source> for each source that has a schedule.
const (
	ingestJob    = "ingest:"
	publishJob   = "publish"
	retentionJob = "retention"
	backupJob    = "backup"
	verifyJob    = "verify"
	deliverJob   = "deliver" // never due: what is to be delivered is seen to after each job, and this is for whoever cannot wait
)

// Alarms are all jobs, in the order in which they go when they are due at the same time: first the sources are taken in, then
// an edition is made of them.
func (c *Config) Alarms() []Alarm {
	var alarms []Alarm
	add := func(job, source, expression string, days ...jobs.Period) {
		times := jobs.Timetable{Days: days}
		if s, err := jobs.ParseSchedule(expression, c.TimeZone); err == nil { // checked by loadConfig
			times.Schedules = []jobs.Schedule{s}
		}
		if len(times.Schedules)+len(times.Days) > 0 {
			alarms = append(alarms, Alarm{Job: job, Source: source, Times: times})
		}
	}
	for _, s := range c.Sources {
		add(ingestJob+s.ID, s.ID, s.Schedule)
	}
	add(retentionJob, "", c.Jobs.Retention)
	add(publishJob, "", c.Editions.Schedule, c.editionDays()...)
	if c.Backup != nil {
		add(backupJob, "", c.Backup.Schedule)
	}
	add(verifyJob, "", c.Jobs.Verify)
	if len(c.Deliver) > 0 {
		alarms = append(alarms, Alarm{Job: deliverJob})
	}
	return alarms
}

// editionDays are the periods of the edition plan: so many days before each meeting.
func (c *Config) editionDays() []jobs.Period {
	var days []jobs.Period
	for _, meeting := range c.Editions.Meetings {
		days = append(days, jobs.Period(meeting.AddDate(0, 0, -c.Editions.DaysBefore).Format(dateForm)+publishAt))
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// zone is the time zone of the schedules, which loadConfig has checked.
func (c *Config) zone() *time.Location {
	zone, err := jobs.Zone(c.TimeZone)
	if err != nil {
		return time.UTC
	}
	return zone
}

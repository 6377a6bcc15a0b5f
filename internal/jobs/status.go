package jobs

import "time"

// A Status is how a job stands.
type Status struct {
	Job     string
	Last    Entry     // the newest entry; zero when nothing was done yet
	Done    Entry     // the newest that is done
	Period  Period    // the oldest one that is missing, or else the next one; "" when there is none
	Next    time.Time // when that is, or was, due
	Missing int       // how many periods are due and not settled
	Overdue bool      // the oldest of them is past its grace
}

// Status tells how the jobs stand, in their order.
func (p Plan) Status(l *Ledger, now time.Time) []Status {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []Status
	for _, j := range p.Jobs {
		h := l.of(j.Name)
		s := Status{Job: j.Name, Last: h.latest, Done: h.done}
		s.Period = p.next(h, j, now)
		if due := p.missing(h, j, now); len(due) > 0 {
			s.Period, s.Missing = due[0], len(due)
		}
		if s.Period != "" {
			s.Next = s.Period.At(p.Zone).In(p.Zone)
			s.Overdue = now.Sub(s.Next) > j.Grace
		}
		all = append(all, s)
	}
	return all
}

// A Kind is what is wrong.
type Kind string

const (
	Overdue Kind = "overdue" // it is due, and has not been done within its grace
	GivenUp Kind = "given_up"
	Ahead   Kind = "ahead" // the ledger was written later than now: the clock is, or was, wrong
)

// A Finding is something that somebody must look at.
type Finding struct {
	Kind   Kind
	Job    string
	Period Period
	Reason string
	Since  time.Time
}

// aside is how far clocks may differ without anyone minding.
const aside = 5 * time.Minute

// Findings tells what is wrong now. It is empty when everything that was due has been done.
func (p Plan) Findings(l *Ledger, now time.Time) []Finding {
	var all []Finding
	for i, s := range p.Status(l, now) {
		switch {
		case s.Overdue:
			late := s.Next.Add(p.Jobs[i].Grace)
			all = append(all, Finding{Overdue, s.Job, s.Period, s.Last.Reason, late})
		case s.Last.State == Failed && s.Last.settled():
			all = append(all, Finding{GivenUp, s.Job, s.Last.Period, s.Last.Reason, s.Last.At})
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.written.Sub(now) > aside {
		all = append(all, Finding{Kind: Ahead, Since: l.written})
	}
	return all
}

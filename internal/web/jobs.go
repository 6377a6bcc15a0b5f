package web

import (
	"net/http"

	"bolyst/internal/signin"
)

// JobsPage is how the jobs of the service stand.
type JobsPage struct {
	Desk
	Headings   []string // of the table: job, last period, state, next due, and one over the buttons
	Rows       []JobRow
	Button     string
	Drafts     Drafts
	Deliveries Table // what has been delivered of the editions, and what has not
}

// Heading is that of a column, which a phone shows beside each of its cells.
func (p JobsPage) Heading(column int) string {
	if column < len(p.Headings) {
		return p.Headings[column]
	}
	return ""
}

// Drafts are the parts of the newest edition that wait for approval.
type Drafts struct {
	Title, Approve, Reject, Reason string // of the section, the buttons, and the field for why it is rejected
	Edition                        string
	Parts                          []Draft
}

// Draft is the part of one audience.
type Draft struct{ Audience, Text string }

// Verdict is what became of an approval or a rejection that somebody asked for.
type Verdict struct {
	Became Outcome
	Who    string // of one that stands already: whose it is, "" where nobody signs in
}

// An Outcome is whether it was written down, and if not, why.
type Outcome int

// The outcomes.
const (
	NotTheirs       Outcome = iota // another role decides, or nobody need
	Written                        // as it was asked for
	WithoutReason                  // a rejection without a reason, or with one that is too long
	Superseded                     // a newer edition has come
	AlreadyApproved                // by Who
	AlreadyRejected
)

// JobRow is one job.
type JobRow struct {
	Name, Last, State, Next string
	Late                    bool
}

func (s Site) jobs(w http.ResponseWriter, r *http.Request, _ signin.Session) {
	page := s.Jobs(r.URL.Query().Get("lang"))
	show(w, http.StatusOK, "jobs", page.Language, page)
}

// ask starts a job and leads back to the page.
func (s Site) ask(w http.ResponseWriter, r *http.Request, who signin.Session) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	known, err := s.Ask(r.PostFormValue("job"), who.Name)
	if err != nil {
		s.say(w, r, http.StatusInternalServerError, func(t Words) Said { return t.Unwritten })
		return
	}
	if !known {
		http.Error(w, "Det er ingen jobb med det navnet. / There is no job of that name.", http.StatusBadRequest)
		return
	}
	http.Redirect(w, r, "/jobs", http.StatusSeeOther)
}

// signOff approves or rejects an edition, and leads back to the page.
func (s Site) signOff(w http.ResponseWriter, r *http.Request, who signin.Session) {
	r.Body = http.MaxBytesReader(w, r.Body, 8<<10)
	edition, audience := r.PostFormValue("edition"), r.PostFormValue("audience")
	v, err := s.SignOff(edition, audience, r.PostFormValue("reason"), r.PostFormValue("verdict") == "approve", who.Person)
	switch {
	case err != nil:
		s.say(w, r, http.StatusInternalServerError, func(t Words) Said { return t.Unwritten })
	case v.Became == Written:
		http.Redirect(w, r, "/jobs", http.StatusSeeOther)
	case v.Became == WithoutReason:
		s.say(w, r, http.StatusBadRequest, func(t Words) Said { return t.NoReason })
	case v.Became == Superseded:
		s.say(w, r, http.StatusConflict, func(t Words) Said { return t.Superseded })
	case v.Became == AlreadyApproved, v.Became == AlreadyRejected:
		s.say(w, r, http.StatusConflict, func(t Words) Said { return t.Decided(edition, audience, v) })
	default:
		s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.Forbidden })
	}
}

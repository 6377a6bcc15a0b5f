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
	allowed, err := s.SignOff(r.PostFormValue("edition"), r.PostFormValue("audience"), r.PostFormValue("reason"), r.PostFormValue("verdict") == "approve", who.Person)
	switch {
	case err != nil:
		s.say(w, r, http.StatusInternalServerError, func(t Words) Said { return t.Unwritten })
	case !allowed:
		s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.Forbidden })
	default:
		http.Redirect(w, r, "/jobs", http.StatusSeeOther)
	}
}

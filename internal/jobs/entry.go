package jobs

import "time"

// A State is how far a job has come with a period.
type State string

const (
	Planned    State = "planned"    // from this minute on the job's periods count
	Started    State = "started"    // it is being done, or the program was killed while it was
	Delivering State = "delivering" // something is leaving the house: from here on it is not tried again
	Done       State = "done"
	Failed     State = "failed"
	Stopped    State = "stopped" // the program was asked to stop before it was done: it begins again
	Skipped    State = "skipped" // it is among too many missed periods, and is passed over
)

// An Entry is one line of the ledger.
type Entry struct {
	At       time.Time `json:"at"`
	Job      string    `json:"job"`
	Period   Period    `json:"period"`
	State    State     `json:"state"`
	Attempt  int       `json:"attempt,omitempty"`
	Reason   string    `json:"reason,omitempty"`   // a key that says why it failed, or what to know of it
	Again    time.Time `json:"again,omitzero"`     // of what failed: when it is tried again; without it, it is given up
	Asked    bool      `json:"asked,omitempty"`    // somebody asked for it, at a time that is not in the timetable
	Count    int       `json:"count,omitempty"`    // of skipped: how many periods are passed over, this being the last
	Schedule string    `json:"schedule,omitempty"` // of planned: the schedules that the periods come from
}

// settled tells whether nothing more happens for the period by itself.
func (e Entry) settled() bool {
	return e.State == Done || e.State == Skipped || e.State == Failed && e.Again.IsZero()
}

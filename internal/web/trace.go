package web

import (
	"errors"
	"net/http"

	"bolyst/internal/signin"
)

// Why there is no trace, besides that what was asked for cannot be answered.
var (
	ErrBusy      = errors.New("the data folder cannot be read just now")
	ErrUnwritten = errors.New("who looks cannot be written down")
)

// TracePage is a form to choose a figure by, and who is behind the one that was chosen, each with their rows.
type TracePage struct {
	Desk
	Fields []Field
	Button string
	Wrong  string // why nothing is shown

	Figure string // which it is; "": none was chosen
	Note   string // for whom it is
	Sum    string // the figure itself
	Rows   Table
}

// Field is a field of a form: a choice, or a text where there is nothing to choose from.
type Field struct {
	Name, Label, Value, Type string
	Options                  []Option
}

// Option is one of the values to choose from.
type Option struct{ Value, Text string }

func (s Site) trace(w http.ResponseWriter, r *http.Request, who signin.Session) {
	page, err := s.Trace(r.Context(), who.Name, r.URL.Query())
	status := http.StatusOK
	switch {
	case errors.Is(err, ErrUnwritten):
		s.say(w, r, http.StatusInternalServerError, func(t Words) Said { return t.Unwritten })
		return
	case errors.Is(err, ErrBusy):
		w.Header().Set("Retry-After", "10")
		status = http.StatusServiceUnavailable
	case err != nil:
		status = http.StatusInternalServerError
	case page.Wrong != "":
		status = http.StatusBadRequest
	}
	show(w, status, "trace", page.Language, page)
}

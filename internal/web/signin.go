package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"

	"bolyst/internal/signin"
)

// signInPage shows the page to sign in, or who is signed in and the way out.
func (s Site) signInPage(w http.ResponseWriter, r *http.Request, who signin.Session) {
	s.showSignIn(w, r, http.StatusOK, who, "")
}

func (s Site) showSignIn(w http.ResponseWriter, r *http.Request, status int, who signin.Session, wrong string) {
	if s.Door == nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	words := s.wordsFor(r)
	view := signInView{Words: words, To: target(r.FormValue("to")), Wrong: wrong, Name: who.Name,
		ByPassword: s.Door.Users != nil, ByProvider: s.Door.Provider != nil}
	if who.Name != "" {
		view.Role, view.Works = words.Roles[string(who.Role)], slices.Contains(workers, who.Role)
	}
	show(w, status, "signin", words.Language, view)
}

type signInView struct {
	Words
	To, Wrong, Name, Role  string
	ByPassword, ByProvider bool
	Works                  bool // with the service: the jobs are for them
}

// front shows who is signed in the ways on: to the newest edition, whose pages cannot have a way out, since they are the same on
// a shared drive, and out. Where nobody signs in, it is the edition at once.
func (s Site) front(w http.ResponseWriter, r *http.Request, who signin.Session) {
	if s.Door == nil {
		s.toLatest(w, r, who)
		return
	}
	s.signInPage(w, r, who)
}

// signIn signs in by name and password.
func (s Site) signIn(w http.ResponseWriter, r *http.Request, _ signin.Session) {
	r.Body = http.MaxBytesReader(w, r.Body, 8<<10)
	if s.Door == nil || r.ParseForm() != nil {
		s.say(w, r, http.StatusBadRequest, func(t Words) Said { return t.Unknown })
		return
	}
	user, err := s.Door.Password(r.Context(), s.Address.sender(r), r.PostFormValue("name"), r.PostFormValue("password"))
	switch words := s.wordsFor(r); {
	case errors.Is(err, signin.ErrBusy):
		w.Header().Set("Retry-After", "60")
		s.failed(r.PostFormValue("name"))
		s.showSignIn(w, r, http.StatusTooManyRequests, signin.Session{}, words.Busy)
	case errors.Is(err, signin.ErrWrong):
		s.failed(r.PostFormValue("name"))
		s.showSignIn(w, r, http.StatusUnauthorized, signin.Session{}, words.Wrong)
	case err != nil: // the browser has gone
	default:
		s.begin(w, r, user.Person, user.Serial, r.PostFormValue("to"))
	}
}

// failed writes down a try that failed. A name that nobody has may be anything, also a password in the wrong field.
func (s Site) failed(name string) {
	if s.Door.Users != nil {
		user, _ := s.Door.Users.Find(name)
		name = user.Name
	} else {
		name = ""
	}
	s.Record(Failed, name, "")
}

// begin signs somebody in. What cannot be written down is not done.
func (s Site) begin(w http.ResponseWriter, r *http.Request, who signin.Person, serial, to string) {
	err := s.Record(SignedIn, who.Name, string(who.Role))
	if err == nil {
		_, err = s.Door.Sessions.Begin(w, r, who, serial)
	}
	if err != nil {
		s.say(w, r, http.StatusInternalServerError, func(t Words) Said { return t.Unwritten })
		return
	}
	if to = target(to); to == "/" {
		to = "/latest/" // who has just signed in wants to read
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// toProvider leads to the identity provider.
func (s Site) toProvider(w http.ResponseWriter, r *http.Request, _ signin.Session) {
	if !s.isProviderOpen(w, r) {
		return
	}
	to, err := s.Door.Provider.Begin(w, target(r.FormValue("to")))
	if err != nil {
		s.showSignIn(w, r, http.StatusBadGateway, signin.Session{}, s.wordsFor(r).Unreachable)
		return
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// isProviderOpen answers by itself when there is no provider, or when the sender has tried too often.
func (s Site) isProviderOpen(w http.ResponseWriter, r *http.Request) bool {
	switch {
	case s.Door == nil || s.Door.Provider == nil:
		notFound(w)
	case !s.Door.Allows(s.Address.sender(r)):
		s.showSignIn(w, r, http.StatusTooManyRequests, signin.Session{}, s.wordsFor(r).Busy)
	default:
		return true
	}
	return false
}

// fromProvider signs in who comes back from there.
func (s Site) fromProvider(w http.ResponseWriter, r *http.Request, _ signin.Session) {
	if !s.isProviderOpen(w, r) {
		return
	}
	words := s.wordsFor(r)
	who, to, err := s.Door.Provider.Finish(w, r)
	switch {
	case errors.Is(err, signin.ErrUnreachable):
		s.showSignIn(w, r, http.StatusBadGateway, signin.Session{}, words.Unreachable)
	case errors.Is(err, signin.ErrNoRole):
		s.Record(Failed, "", "")
		s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.NoRole })
	case err != nil:
		s.Record(Failed, "", "")
		s.showSignIn(w, r, http.StatusUnauthorized, signin.Session{}, words.Refused)
	default:
		s.begin(w, r, who, s.Door.Provider.Serial(), to)
	}
}

// signOut ends the session, and has the browser forget what it has seen.
func (s Site) signOut(w http.ResponseWriter, r *http.Request, who signin.Session) {
	if s.Door == nil {
		notFound(w)
		return
	}
	if _, err := s.Door.Sessions.End(w, r); err != nil {
		s.say(w, r, http.StatusInternalServerError, func(t Words) Said { return t.Unwritten })
		return
	}
	if who.Name != "" {
		s.Record(SignedOut, who.Name, "")
	}
	w.Header().Set("Clear-Site-Data", `"cache"`)
	http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
}

// target is where somebody goes who has signed in: an address of ours, or the front.
func target(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil {
		return "/"
	}
	if _, plain := fileName(u); !plain {
		return "/"
	}
	return (&url.URL{Path: u.Path, RawQuery: u.Query().Encode()}).String()
}

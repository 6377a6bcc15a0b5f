package web

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"bolyst/internal/signin"
)

// Site is everything that the service answers.
type Site struct {
	Editions *os.Root
	Latest   func(audience string) (string, error) // the name of the edition to show; fs.ErrNotExist before the first
	Ready    func() (state any, ready bool)
	Metrics  http.Handler // nil: answered elsewhere
	Jobs     func(language string) JobsPage
	Data     func(ctx context.Context, language string) DataPage
	Trace    func(ctx context.Context, who string, asked url.Values) (TracePage, error) // ErrBusy, or ErrUnwritten: nothing was looked up
	Ask      func(job, who string) (known bool, err error)

	// Of an audience whose editions must be approved before it sees them: whether one may be shown, whose role approves them (""
	// when none does), and what they say. All three nil: nobody need.
	IsShown  func(edition, audience string) bool
	Approver func(audience string) signin.Role
	SignOff  func(edition, audience, reason string, approved bool, who signin.Person) (Verdict, error)

	Door       *signin.Door // nil: nobody signs in, and only who sits at this machine is let in
	Address    Address
	Words      func(languages []string) Words                                       // in the first of them that is spoken
	Programmes func(edition string) ([]string, error)                               // whose figures the centre's part holds
	Record     func(did Deed, who, what string) error                               // what may only be done if it is written down
	Served     func(route string, role signin.Role, status int, took time.Duration) // of each request; nil: nobody asks
	Broke      func(fault any, stack []byte)                                        // a page; needed where Served is
	Now        func() time.Time

	reads *once
}

// A Deed is what is written down of people.
type Deed int

// The deeds.
const (
	SignedIn Deed = iota
	Failed
	SignedOut
	Read
	Downloaded
)

// Handler answers by the table of [Route]s: /health, /ready, /metrics, /jobs, /data, /trace, the pages to sign in, each edition under
// /editions/<name>/, and any other address, with or without /latest/ in front, by leading to the newest edition. An edition's
// address is its own, so a page never loads a part of another edition, whatever is published meanwhile.
func (s Site) Handler() http.Handler {
	mux := http.NewServeMux()
	s.reads = &once{}
	for _, route := range s.Routes() {
		mux.Handle(route.Pattern, s.admit(route))
	}
	crossing := http.NewCrossOriginProtection()
	crossing.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.Crossed })
	}))
	if s.Address.Public != nil {
		crossing.AddTrustedOrigin(s.Address.Public.Scheme + "://" + s.Address.Public.Host) // a proxy may change the name that we see
	}
	return s.counted(s.Address.only(crossing.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, plain := fileName(r.URL); !plain { // or the multiplexer would lead to what it takes the address for
			notFound(w)
			return
		}
		mux.ServeHTTP(w, r)
	}))))
}

// admit lets those through whom the route is for.
func (s Site) admit(route Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(route.Pattern, "/editions/") {
			w.Header().Set("Cache-Control", "no-store")
		}
		who, known := s.who(w, r)
		noteRole(w, who.Role)
		switch {
		case route.Open, known && slices.Contains(route.Roles, who.Role):
			route.serve(w, r, who)
		case known:
			s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.Forbidden })
		case s.Door != nil && r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html"):
			http.Redirect(w, r, "/sign-in?to="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		default:
			s.say(w, r, http.StatusUnauthorized, func(t Words) Said { return t.Unknown })
		}
	})
}

// who is the sender of a request. Where nobody signs in, who sits at this machine may do everything, and nobody else anything.
func (s Site) who(w http.ResponseWriter, r *http.Request) (signin.Session, bool) {
	if s.Door == nil {
		return signin.Session{Person: signin.Person{Role: signin.Admin}}, loopbackHost(r.RemoteAddr)
	}
	return s.Door.Sessions.Who(w, r)
}

func (s Site) health(w http.ResponseWriter, _ *http.Request, _ signin.Session) {
	io.WriteString(w, "ok\n")
}

// ready tells everyone whether the service works, and those who work with it how.
func (s Site) ready(w http.ResponseWriter, _ *http.Request, who signin.Session) {
	state, ready := s.Ready()
	if !slices.Contains(workers, who.Role) {
		state = map[string]bool{"ready": ready}
	}
	w.Header().Set("Content-Type", "application/json")
	if !ready {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.Encode(state) // a reader who has gone is no one to tell
}

// once remembers what has been written down, so that a page and its reloads are one reading.
type once struct {
	mu   sync.Mutex
	done map[string]bool
}

func (o *once) has(what string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.done[what]
}

// first tells whether it is the first time. When there is too much to remember, all is forgotten: then a reading is written
// down twice.
func (o *once) first(what string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.done == nil || len(o.done) > 10_000 {
		o.done = map[string]bool{}
	}
	again := o.done[what]
	o.done[what] = true
	return !again
}

package web

import (
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// A Role is what somebody may see and do.
type Role string

// Staff see how the service stands, and start its jobs.
const Staff Role = "staff"

// A Gate tells whether the sender of a request has a role.
type Gate func(*http.Request, Role) bool

// ThisMachine is the gate where nobody signs in: who sits at this machine may do everything, and [Serve] answers no other.
func ThisMachine(r *http.Request, _ Role) bool { return loopbackHost(r.RemoteAddr) }

// Site is everything that the service answers.
type Site struct {
	Editions *os.Root
	Latest   func() (string, error) // the name of the edition to show; fs.ErrNotExist before the first
	Gate     Gate
	Ready    func() (state any, ready bool)
	Metrics  http.Handler // nil: answered elsewhere
	Jobs     func(language string) JobsPage
	Ask      func(job string) (known bool)
}

// Handler answers /health, /ready, /metrics and /jobs, each edition under /editions/<name>/, and any other address, with or
// without /latest/ in front, by leading to the newest edition. An edition's address is its own, so a page never loads a part of another edition, whatever is
// published meanwhile.
func (s Site) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok\n") })
	mux.HandleFunc("GET /ready", s.ready)
	if s.Metrics != nil {
		mux.Handle("GET /metrics", s.only(Staff, s.Metrics))
	}
	mux.Handle("GET /jobs", s.only(Staff, http.HandlerFunc(s.jobs)))
	mux.Handle("POST /jobs", s.only(Staff, http.HandlerFunc(s.ask)))
	mux.Handle("GET /jobs.css", http.HandlerFunc(jobsStyle))
	mux.Handle("/editions/", http.StripPrefix("/editions", editionsOnly(&files{root: s.Editions, under: "/editions"})))
	mux.HandleFunc("/", s.toLatest)
	crossing := http.NewCrossOriginProtection().Handler(mux)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guard(w.Header())
		if _, plain := fileName(r.URL); !plain { // or the multiplexer would lead to what it takes the address for
			notFound(w)
			return
		}
		crossing.ServeHTTP(w, r)
	})
}

// only shows what follows to those who have the role.
func (s Site) only(role Role, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		if s.Gate == nil || !s.Gate(r, role) {
			http.Error(w, "Ingen adgang. / No access.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s Site) ready(w http.ResponseWriter, _ *http.Request) {
	state, ready := s.Ready()
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if !ready {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.Encode(state) // a reader who has gone is no one to tell
}

// editionsOnly lets through what lies in an edition: beside them lies the name of the newest.
func editionsOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if edition, _, within := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/"); !within || edition == "" {
			notFound(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// toLatest leads to the same page of the newest edition.
func (s Site) toLatest(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Bare GET og HEAD. / Only GET and HEAD.", http.StatusMethodNotAllowed)
		return
	}
	name, err := s.Latest()
	if err != nil {
		sayPage(w, http.StatusNotFound, noEditionPage)
		return
	}
	path := r.URL.Path
	if within, ok := strings.CutPrefix(path, "/latest/"); ok {
		path = "/" + within
	}
	target := "/" + name + path
	if file, ok := fileName(&url.URL{Path: target}); !ok || !exists(s.Editions, file) {
		notFound(w)
		return
	}
	http.Redirect(w, r, (&url.URL{Path: "/editions" + target}).String(), http.StatusFound)
}

func exists(root *os.Root, name string) bool {
	_, err := fs.Stat(root.FS(), name)
	return err == nil
}

package web

import (
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"bolyst/internal/signin"
)

// read serves a file of an edition to somebody whom the route has let in, and has it written down what was read: once for the
// pages of an edition, and each file that is taken away.
func (s Site) read(w http.ResponseWriter, r *http.Request, who signin.Session, editions http.Handler) {
	edition, file, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/editions/"), "/")
	part, _, _ := strings.Cut(file, "/")
	if who.Role == signin.Centre && len(who.Programmes) > 0 {
		held, err := s.Programmes(edition)
		if err != nil || !who.Covers(held) {
			s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.OtherProgrammes })
			return
		}
	}
	if (who.Role == signin.Board || who.Role == signin.Centre) && s.IsShown != nil && !s.IsShown(edition, part) {
		s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.Unapproved })
		return
	}
	if s.Door != nil && r.Method == http.MethodGet {
		s.note(r, who, edition, part)
	}
	editions.ServeHTTP(w, r)
}

// note writes down a reading. One that cannot be written down is told in the service's own log, and the edition still served.
func (s Site) note(r *http.Request, who signin.Session, edition, part string) {
	name, plain := fileName(r.URL)
	kind, what := kindOf(name), edition+"/"+part
	within := strings.TrimPrefix(name, "editions/")
	switch {
	case !plain:
	case kind.download && exists(s.Editions, within):
		s.Record(Downloaded, who.Name, within)
	case strings.HasPrefix(kind.contentType, "text/html") && !s.reads.has(who.ID+" "+what) && exists(s.Editions, within):
		if s.reads.first(who.ID + " " + what) {
			s.Record(Read, who.Name, what)
		}
	}
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

// toLatest leads to the same page of the newest edition, and from the front to that of the reader's own audience.
func (s Site) toLatest(w http.ResponseWriter, r *http.Request, who signin.Session) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		onlyGet(w)
		return
	}
	part := string(who.Role) // a draft is shown to those who work with it
	name, err := s.Latest(part)
	if err != nil {
		s.say(w, r, http.StatusNotFound, func(t Words) Said { return t.NoEdition })
		return
	}
	asked := r.URL.Path
	if within, ok := strings.CutPrefix(asked, "/latest/"); ok {
		asked = "/" + within
	}
	if roles, ofAudience := audience[string(who.Role)]; asked == "/" && ofAudience && slices.Contains(roles, who.Role) {
		asked = path.Join("/", string(who.Role)) + "/"
	}
	part, _, _ = strings.Cut(strings.TrimPrefix(asked, "/"), "/")
	if roles := s.readers(part); who.Role != signin.Admin && !slices.Contains(roles, who.Role) {
		s.say(w, r, http.StatusForbidden, func(t Words) Said { return t.Forbidden })
		return
	}
	target := "/" + name + asked
	if file, ok := fileName(&url.URL{Path: target}); !ok || !exists(s.Editions, file) {
		notFound(w)
		return
	}
	http.Redirect(w, r, (&url.URL{Path: "/editions" + target}).String(), http.StatusFound)
}

func onlyGet(w http.ResponseWriter) {
	w.Header().Set("Allow", "GET, HEAD")
	http.Error(w, "Bare GET og HEAD. / Only GET and HEAD.", http.StatusMethodNotAllowed)
}

func exists(root *os.Root, name string) bool {
	_, err := fs.Stat(root.FS(), name)
	return err == nil
}

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"bolyst/internal/audit"
	"bolyst/internal/jobs"
	"bolyst/internal/signin"
	"bolyst/internal/web"
)

// deeds are what the pages have written down, in the words of the log.
var deeds = map[web.Deed]string{web.SignedIn: audit.SignedIn, web.Failed: audit.Failed, web.SignedOut: audit.SignedOut,
	web.Read: audit.Read, web.Downloaded: audit.Downloaded}

// record writes a deed down. The service's own log says that it could not be, and not who it was.
func (s *service) record(did, who, what string) error {
	if s.audit == nil {
		return nil
	}
	err := s.audit.Add(audit.Entry{At: s.now(), Who: who, Did: did, What: what})
	if err != nil {
		s.log.Error("the audit log cannot be written", "error", printable(err.Error()))
	}
	return err
}

func (s *service) recordDeed(did web.Deed, who, what string) error {
	return s.record(deeds[did], who, what)
}

// recordEnd writes down how a job ended.
func (s *service) recordEnd(e jobs.Entry) {
	if e.State != jobs.Skipped {
		s.record(audit.Ran, "", e.Job+" "+string(e.Period)+" "+string(e.State))
	}
}

// served counts a request, and logs it unless it was a file of an edition that went out as it should: those are many, and who
// read what stands in the audit log. It tells of routes and roles, and of nobody.
func (s *service) served(route string, role signin.Role, status int, took time.Duration) {
	s.measures.requests.WithLabelValues(route, strconv.Itoa(status)).Inc()
	if status >= http.StatusBadRequest || !strings.HasPrefix(route, "/editions/") {
		s.log.Info("request", "route", route, "role", string(role), "status", status, "ms", took.Milliseconds())
	}
}

// broke tells of a fault of the program in a page.
func (s *service) broke(fault any, stack []byte) {
	s.log.Error("a page broke", "error", printable(fmt.Sprint(fault)), "stack", string(stack))
}

// watchUsers has it logged when nobody can sign in with a password: yet, or after the users' file was changed.
func (s *service) watchUsers(in *installation, users *signin.Users) {
	if users == nil {
		return
	}
	file := in.config.SignIn.Users
	if _, err := os.Stat(in.config.Path(file)); errors.Is(err, fs.ErrNotExist) {
		s.log.Warn(in.language.Say("serve.no_users", file))
	}
	users.Broke = func(err error) {
		s.log.Error("nobody can sign in with a password: the users' file cannot be read", "error", printable(fmt.Sprint(in.usersFault(err))))
	}
}

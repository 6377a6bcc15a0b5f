package web

import (
	"io"
	"net/http"
	"runtime/debug"

	"bolyst/internal/signin"
)

// counted tells of each request which route it took, in which role it came, what the answer was and how long it took. Neither
// the address that was asked for nor the one it came from is told: anybody can write anything into the one, and the other is
// somebody's.
func (s Site) counted(next http.Handler) http.Handler {
	if s.Served == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began, watched := s.Now(), &watched{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			if fault := recover(); fault != nil { // the server's own word of it would name the sender
				watched.status = http.StatusInternalServerError
				s.Broke(fault, debug.Stack())
				w.Header().Set("Connection", "close")
				http.Error(w, "Noe gikk galt hos oss. / Something went wrong at our end.", http.StatusInternalServerError)
			}
			s.Served(r.Pattern, watched.role, watched.status, s.Now().Sub(began))
		}()
		next.ServeHTTP(watched, r)
	})
}

// watched notes what becomes of a response.
type watched struct {
	http.ResponseWriter
	status int
	role   signin.Role
}

func (w *watched) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// ReadFrom keeps the short way from a file to the network open.
func (w *watched) ReadFrom(from io.Reader) (int64, error) { return io.Copy(w.ResponseWriter, from) }

func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func noteRole(w http.ResponseWriter, role signin.Role) {
	if watched, ok := w.(*watched); ok {
		watched.role = role
	}
}

package signin

import (
	"net/http"
	"time"
)

// How long a session lasts when nothing else is said: unused, and in all.
const (
	DefaultIdle     = 30 * time.Minute
	DefaultAbsolute = 8 * time.Hour
)

// seenAgain is how old the cookie becomes before it is sent anew, so that not every picture brings one.
const seenAgain = time.Minute

// Session is somebody who is signed in.
type Session struct {
	ID string `json:"id"`
	Person
	Serial string    `json:"serial"` // of the user, or of the provider that vouches
	Began  time.Time `json:"began"`
	Seen   time.Time `json:"seen"`
}

// Sessions begins sessions, knows them again, and ends them.
type Sessions struct {
	Idle, Absolute time.Duration

	jar     jar
	users   *Users // nil: nobody has a password
	vouched string // the serial of the provider; "": there is none
	ended   *ended
	now     func() time.Time
}

// OpenSessions hands out the sessions of an installation. What was signed out is kept in the folder.
func OpenSessions(seal Seal, folder string, users *Users, now func() time.Time) (*Sessions, error) {
	s := &Sessions{Idle: DefaultIdle, Absolute: DefaultAbsolute, users: users, now: now}
	var err error
	if s.jar, err = seal.jar("session"); err != nil {
		return nil, err
	}
	s.ended, err = openEnded(folder, now())
	return s, err
}

// Begin signs somebody in. The session has a new id, and what the browser had before is ended: who planted it has nothing.
func (s *Sessions) Begin(w http.ResponseWriter, r *http.Request, p Person, serial string) (Session, error) {
	if before, ok := s.read(r); ok {
		if err := s.ended.add(before.ID, before.Began.Add(s.Absolute)); err != nil {
			return Session{}, err
		}
	}
	now := s.now()
	begun := Session{ID: newID(), Person: p, Serial: serial, Began: now, Seen: now}
	return begun, s.jar.put(w, begun, s.Absolute)
}

// Who is whoever sent the request; ok is false when it is nobody. A session that is used goes on.
func (s *Sessions) Who(w http.ResponseWriter, r *http.Request) (found Session, ok bool) {
	found, ok = s.read(r)
	if !ok {
		return Session{}, false
	}
	now := s.now()
	if now.Sub(found.Seen) >= seenAgain {
		again := found
		again.Seen = now
		if s.jar.put(w, again, found.Began.Add(s.Absolute).Sub(now)) != nil {
			return Session{}, false
		}
	}
	return found, true
}

// read is the session of the request, if it is one that holds now. What the users' file says now is what counts.
func (s *Sessions) read(r *http.Request) (found Session, ok bool) {
	if s.jar.take(r, &found) != nil || !found.Role.Known() {
		return Session{}, false
	}
	now := s.now()
	// A cookie from the future was made before the clock was set back: it would not grow old.
	if now.Before(found.Began.Add(-seenAgain)) || now.Sub(found.Seen) > s.Idle || now.Sub(found.Began) > s.Absolute || s.ended.has(found.ID) {
		return Session{}, false
	}
	switch {
	case found.Serial != "" && found.Serial == s.vouched:
		return found, true
	case s.users == nil:
		return Session{}, false
	}
	user, there := s.users.Find(found.Name)
	if !there || user.Serial != found.Serial || !user.Role.Known() {
		return Session{}, false
	}
	found.Person = user.Person
	return found, true
}

// End signs out whoever sent the request.
func (s *Sessions) End(w http.ResponseWriter, r *http.Request) (who Session, err error) {
	who, ok := s.read(r)
	s.jar.drop(w)
	if !ok {
		return Session{}, nil
	}
	return who, s.ended.add(who.ID, who.Began.Add(s.Absolute))
}

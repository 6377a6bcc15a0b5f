package signin_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bolyst/internal/signin"
)

const password = "fjord og fjell i nord"

var key = bytes.Repeat([]byte{7}, 32)

// installation is a folder with one user, kari of the board.
type installation struct {
	folder, users string
}

func anInstallation(t *testing.T) installation {
	t.Helper()
	folder := t.TempDir()
	in := installation{folder, filepath.Join(folder, "users.json")}
	in.add(t, "kari", signin.Board)
	return in
}

func (in installation) add(t *testing.T, name string, role signin.Role) {
	t.Helper()
	if err := signin.AddUser(in.users, signin.Person{Name: name, Role: role}, password); err != nil {
		t.Fatal(err)
	}
}

// open is a start of the service.
func (in installation) open(t *testing.T, seal signin.Seal) *signin.Door {
	t.Helper()
	users := signin.OpenUsers(in.users)
	sessions, err := signin.OpenSessions(seal, in.folder, users, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return signin.NewDoor(sessions, users, nil, time.Now)
}

// browser keeps cookies as a browser does.
type browser map[string]*http.Cookie

func (b browser) request() *http.Request {
	r := httptest.NewRequest("GET", "https://tall.example.no/", nil)
	for _, c := range b {
		r.AddCookie(c)
	}
	return r
}

func (b browser) keep(w *httptest.ResponseRecorder) {
	for _, c := range w.Result().Cookies() {
		if b[c.Name] = c; c.MaxAge < 0 {
			delete(b, c.Name)
		}
	}
}

// signIn signs kari in, as the pages do.
func (b browser) signIn(t *testing.T, d *signin.Door, name string) signin.Session {
	t.Helper()
	user, there := d.Users.Find(name)
	if !there {
		t.Fatalf("there is no %s", name)
	}
	w := httptest.NewRecorder()
	s, err := d.Sessions.Begin(w, b.request(), user.Person, user.Serial)
	if err != nil {
		t.Fatal(err)
	}
	b.keep(w)
	return s
}

// is tells who the browser is taken for, "" for nobody.
func (b browser) is(d *signin.Door) string {
	w := httptest.NewRecorder()
	s, ok := d.Sessions.Who(w, b.request())
	b.keep(w)
	if !ok {
		return ""
	}
	return s.Name
}

func TestPasswordOpensForItsNameAlone(t *testing.T) {
	in := anInstallation(t)
	in.add(t, "ola", signin.Staff)
	if err := signin.AddUser(in.users, signin.Person{Name: "per", Role: "chair"}, password); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, password string
		want           error
	}{
		{"kari", password, nil}, {"KARI", password, nil}, {"ola", password, nil},
		{"kari", password + " ", signin.ErrWrong}, {"kari", "", signin.ErrWrong}, {"kari", strings.Repeat("x", 5000), signin.ErrWrong},
		{"nobody", password, signin.ErrWrong}, {"", "", signin.ErrWrong},
		{"per", password, signin.ErrWrong}, // a role that does not exist is none
	} {
		d := in.open(t, signin.Seal{Key: key})
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			user, err := d.Password(t.Context(), "192.0.2.1", test.name, test.password)
			if !errors.Is(err, test.want) || err == nil && user.Name != strings.ToLower(test.name) {
				t.Errorf("%s: got %v, %v, want %v", test.name, user.Name, err, test.want)
			}
			if took := time.Since(began); took != 700*time.Millisecond {
				t.Errorf("%s: answered after %v, want the same for all", test.name, took)
			}
		})
	}
}

func TestFileHoldsNoPassword(t *testing.T) {
	in := anInstallation(t)
	in.add(t, "ola", signin.Board)
	content, err := os.ReadFile(in.users)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(content, []byte(password)) || bytes.Count(content, []byte("$argon2id$v=19$m=65536,t=3,p=1$")) != 2 {
		t.Errorf("got %s", content)
	}
	users, err := signin.ReadUsers(in.users)
	if err != nil || len(users) != 2 || users[0].Password == users[1].Password {
		t.Errorf("got %v, %v: the same password must not show", users, err)
	}
	if info, err := os.Stat(in.users); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v", info.Mode(), err)
	}
}

func TestUserIsRefusedWithAReason(t *testing.T) {
	in := anInstallation(t)
	for _, test := range []struct {
		name, password string
		want           error
	}{
		{"Kari", password, signin.ErrExists},
		{"kåre", password, signin.ErrName}, {"", password, signin.ErrName}, {"kari olsen", password, signin.ErrName}, {strings.Repeat("k", 65), password, signin.ErrName},
		{"ola", "for kort 123"[:11], signin.ErrPassword}, {"ola", strings.Repeat("x", 1025), signin.ErrPassword},
		{"ola.nordmann", "Ola.Nordmann1", signin.ErrPassword},
	} {
		if err := signin.AddUser(in.users, signin.Person{Name: test.name, Role: signin.Board}, test.password); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
		}
	}
	if err := signin.RemoveUser(in.users, "ola"); !errors.Is(err, signin.ErrUnknown) {
		t.Errorf("got %v, want %v", err, signin.ErrUnknown)
	}
}

func TestSessionEndsUnusedAndInAll(t *testing.T) {
	in := anInstallation(t)
	synctest.Test(t, func(t *testing.T) {
		d, b := in.open(t, signin.Seal{Key: key}), browser{}
		b.signIn(t, d, "kari")
		for range 15 { // used every half hour
			time.Sleep(30 * time.Minute)
			if b.is(d) != "kari" {
				t.Fatal("a session that is used ended")
			}
		}
		time.Sleep(30*time.Minute + time.Second)
		if b.is(d) != "" {
			t.Error("unused for more than half an hour, and still there")
		}
		b.signIn(t, d, "kari")
		for at := time.Duration(0); at <= 8*time.Hour; at += 20 * time.Minute {
			if b.is(d) != "kari" {
				t.Fatalf("ended after %v", at)
			}
			time.Sleep(20 * time.Minute)
		}
		if b.is(d) != "" {
			t.Error("older than eight hours, and still there")
		}
	})
}

func TestSessionSurvivesARestartAndNoOtherKey(t *testing.T) {
	in, b := anInstallation(t), browser{}
	b.signIn(t, in.open(t, signin.Seal{Key: key}), "kari")
	if got := b.is(in.open(t, signin.Seal{Key: key})); got != "kari" {
		t.Errorf("after a restart: got %q", got)
	}
	if got := b.is(in.open(t, signin.Seal{Key: bytes.Repeat([]byte{8}, 32)})); got != "" {
		t.Errorf("with another key: got %q", got)
	}
	if _, err := signin.OpenSessions(signin.Seal{Key: key[:31]}, in.folder, nil, time.Now); !errors.Is(err, signin.ErrKey) {
		t.Errorf("with a short key: got %v", err)
	}
}

func TestWhoIsTakenOutOfTheFileIsOutAtOnce(t *testing.T) {
	in, b, other := anInstallation(t), browser{}, browser{}
	in.add(t, "ola", signin.Staff)
	d := in.open(t, signin.Seal{Key: key})
	b.signIn(t, d, "kari")
	other.signIn(t, d, "ola")
	if err := signin.RemoveUser(in.users, "kari"); err != nil { // as another process does
		t.Fatal(err)
	}
	if b.is(d) != "" || other.is(d) != "ola" {
		t.Errorf("got %q and %q", b.is(d), other.is(d))
	}
	in.add(t, "kari", signin.Board)
	if b.is(d) != "" {
		t.Error("added again: the session of before is the new user's")
	}
	if err := os.WriteFile(in.users, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if other.is(d) != "" {
		t.Error("a file that cannot be read lets somebody in")
	}
}

func TestSignedOutIsSignedOutAlsoForACopyOfTheCookie(t *testing.T) {
	in, b := anInstallation(t), browser{}
	d := in.open(t, signin.Seal{Key: key})
	b.signIn(t, d, "kari")
	stolen := browser{}
	for name, c := range b {
		stolen[name] = c
	}
	w := httptest.NewRecorder()
	if who, err := d.Sessions.End(w, b.request()); err != nil || who.Name != "kari" {
		t.Fatal(who, err)
	}
	b.keep(w)
	if len(b) != 0 || stolen.is(d) != "" || stolen.is(in.open(t, signin.Seal{Key: key})) != "" {
		t.Errorf("got %v, and the copy is %q", b, stolen.is(d))
	}
}

func TestSignInGivesTheSessionANewIDAndEndsTheOneBefore(t *testing.T) {
	in, b := anInstallation(t), browser{}
	d := in.open(t, signin.Seal{Key: key})
	first := b.signIn(t, d, "kari")
	planted := browser{}
	for name, c := range b {
		planted[name] = c
	}
	if second := b.signIn(t, d, "kari"); second.ID == first.ID || planted.is(d) != "" || b.is(d) != "kari" {
		t.Errorf("got %s after %s, and the one before is %q", second.ID, first.ID, planted.is(d))
	}
}

func TestCookieIsForThisServerAlone(t *testing.T) {
	in := anInstallation(t)
	for secure, name := range map[bool]string{true: "__Host-bolyst-session", false: "bolyst-session"} {
		b := browser{}
		b.signIn(t, in.open(t, signin.Seal{Key: key, Secure: secure}), "kari")
		c := b[name]
		if c == nil || !c.HttpOnly || c.Secure != secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || strings.Contains(c.Value, "kari") {
			t.Errorf("got %v", b)
		}
	}
}

func TestCookieThatWasChangedIsNobodys(t *testing.T) {
	in, b := anInstallation(t), browser{}
	d := in.open(t, signin.Seal{Key: key})
	b.signIn(t, d, "kari")
	c := *b["bolyst-session"]
	for i := range c.Value {
		changed := []byte(c.Value)
		if changed[i]++; i == len(c.Value)-1 {
			changed = changed[:i] // its last bits may be none
		}
		if (browser{"x": {Name: c.Name, Value: string(changed)}}).is(d) != "" {
			t.Fatalf("letter %d changed, and still kari", i)
		}
	}
	for _, value := range []string{"", "kari", strings.Repeat("A", 5000), "%%%"} {
		if (browser{"x": {Name: c.Name, Value: value}}).is(d) != "" {
			t.Errorf("%.10q is somebody", value)
		}
	}
}

func TestTriesAreFewFromOneAddressAndForOneName(t *testing.T) {
	in := anInstallation(t)
	for what, c := range map[string]struct {
		address, name string // with the number of the try in it
		least, most   int    // each takes 0.7 s, in which a part of another one comes back
	}{
		"from one address": {"192.0.2.1", "k%d", 20, 23},
		"from one network": {"2001:db8:1:2::%d", "k%d", 20, 23},
		"at one name":      {"192.0.2.%d", "kari", 8, 8},
	} {
		synctest.Test(t, func(t *testing.T) {
			sessions, err := signin.OpenSessions(signin.Seal{Key: key}, in.folder, nil, time.Now)
			if err != nil {
				t.Fatal(err)
			}
			d := signin.NewDoor(sessions, nil, nil, time.Now) // without users every try is wrong
			try := func(i int) error {
				_, err := d.Password(t.Context(), strings.ReplaceAll(c.address, "%d", strconv.Itoa(i)), strings.ReplaceAll(c.name, "%d", strconv.Itoa(i)), "nope")
				return err
			}
			n := 0
			for ; n < 30 && errors.Is(try(n), signin.ErrWrong); n++ {
			}
			if n < c.least || n > c.most {
				t.Errorf("%s: got %d tries", what, n)
			}
			time.Sleep(20 * time.Second)
			if err := try(31); !errors.Is(err, signin.ErrWrong) {
				t.Errorf("%s: 20 s later got %v", what, err)
			}
		})
	}
}

func TestFloodOfNamesGivesNoNewTriesToAny(t *testing.T) {
	in := anInstallation(t)
	synctest.Test(t, func(t *testing.T) {
		sessions, err := signin.OpenSessions(signin.Seal{Key: key}, in.folder, nil, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		d := signin.NewDoor(sessions, nil, nil, time.Now)
		for i := range 20 {
			d.Allows("192.0.2.1")
			for j := range 1000 {
				d.Allows(fmt.Sprintf("2001:db8:%x:%x::1", i, j))
			}
		}
		if d.Allows("192.0.2.1") {
			t.Error("got a try more than 20")
		}
	})
}

package signin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/google/renameio/v2"
)

// User is a line of the users' file.
type User struct {
	Person
	Serial   string `json:"serial"`   // another one each time a name is added: sessions of before are not the new user's
	Password string `json:"password"` // its Argon2id hash
}

// What may be wrong with a name.
var (
	ErrName    = errors.New("a name has 1 to 64 of the letters a to z, digits, and . _ @ -")
	ErrExists  = errors.New("the name is taken")
	ErrUnknown = errors.New("there is no such name")
)

// UsersError is a file that is no list of users. What stands in it is not told: it has hashes of passwords.
type UsersError struct{ Line int }

func (e *UsersError) Error() string {
	return fmt.Sprintf("line %d of the users' file cannot be read", e.Line)
}

// name is of letters that look like no others.
var name = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{0,63}$`)

// IsName tells whether that can be a user's name, in whatever case it is written.
func IsName(of string) bool { return name.MatchString(strings.ToLower(of)) }

// ReadUsers returns the users of the file, by name. A file that is not there has none.
func ReadUsers(path string) ([]User, error) {
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var users []User
	if err := json.Unmarshal(content, &users); err != nil {
		return nil, &UsersError{Line: 1 + bytes.Count(content[:min(offset(err), len(content))], []byte("\n"))}
	}
	return users, nil
}

// offset is how far the content could be read.
func offset(err error) int {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return max(int(syntax.Offset)-1, 0)
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return max(int(kind.Offset)-1, 0)
	}
	return 0
}

// AddUser adds somebody to the file.
func AddUser(path string, p Person, password string) error {
	users, err := ReadUsers(path)
	if err != nil {
		return err
	}
	p.Name = strings.ToLower(p.Name)
	if !IsName(p.Name) {
		return ErrName
	}
	if _, there := find(users, p.Name); there {
		return ErrExists
	}
	u := User{Person: p, Serial: newID()}
	if u.Password, err = hashOf(p.Name, password); err != nil {
		return err
	}
	return writeUsers(path, append(users, u))
}

// RemoveUser takes somebody out of the file, and thereby ends all their sessions.
func RemoveUser(path, name string) error {
	users, err := ReadUsers(path)
	if err != nil {
		return err
	}
	u, there := find(users, name)
	if !there {
		return ErrUnknown
	}
	return writeUsers(path, slices.DeleteFunc(users, func(other User) bool { return other.Name == u.Name }))
}

// FindUser is the user of that name in the file; there is false when it has none.
func FindUser(path, name string) (u User, there bool, err error) {
	users, err := ReadUsers(path)
	if err != nil {
		return User{}, false, err
	}
	u, there = find(users, name)
	return u, there, nil
}

func find(users []User, name string) (User, bool) {
	name = strings.ToLower(name)
	i := slices.IndexFunc(users, func(u User) bool { return u.Name == name })
	if i < 0 {
		return User{}, false
	}
	return users[i], true
}

func writeUsers(path string, users []User) error {
	slices.SortFunc(users, func(a, b User) int { return strings.Compare(a.Name, b.Name) })
	content, err := json.MarshalIndent(users, "", "  ")
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return renameio.WriteFile(path, append(content, '\n'), 0o600, renameio.WithTempDir(folder))
}

// Users are those of a file, as it stands at this moment: another process may change it.
type Users struct {
	Broke func(error) // told once of each change after which the file cannot be read; nil: nobody is

	path  string
	check *checker

	mu    sync.Mutex
	seen  fs.FileInfo
	users []User
}

// OpenUsers hands out the users of the file, which need not be there yet.
func OpenUsers(path string) *Users { return &Users{path: path, check: newChecker()} }

// Find is the user of that name. Of a file that cannot be read nobody is a user.
func (u *Users) Find(name string) (User, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	info, err := os.Stat(u.path)
	if err != nil {
		u.seen, u.users = nil, nil
		return User{}, false
	}
	if u.seen == nil || !os.SameFile(u.seen, info) || u.seen.Size() != info.Size() || !u.seen.ModTime().Equal(info.ModTime()) {
		u.seen = info
		if u.users, err = ReadUsers(u.path); err != nil && u.Broke != nil {
			u.Broke(err)
		}
	}
	return find(u.users, name)
}

// verify is the user whom the password belongs to. It takes as long for a name that does not exist.
func (u *Users) verify(name, password string) (User, bool) {
	user, there := u.Find(name)
	same := u.check.matches(password, user.Password)
	return user, there && same && user.Role.Known()
}

package signin

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/alexedwards/argon2id"
)

// cost is what one try costs whoever guesses: 64 MB and three rounds, as RFC 9106 recommends where memory is scarce.
var cost = &argon2id.Params{Memory: 64 << 10, Iterations: 3, Parallelism: 1, SaltLength: 16, KeyLength: 32}

const argonVersion = 19 // of the form in which hashes are written

// The shortest password, in letters, and the longest, in bytes: a hash of megabytes would be a way to keep the server busy.
const (
	ShortestPassword = 12
	longestPassword  = 1024
)

// ErrPassword is returned for a password that is too short, too long, or the name itself.
var ErrPassword = errors.New("the password is too short, too long, or the name")

func hashOf(name, password string) (string, error) {
	if len([]rune(password)) < ShortestPassword || len(password) > longestPassword ||
		strings.Contains(strings.ToLower(password), strings.ToLower(name)) && len(password) < 2*len(name) {
		return "", ErrPassword
	}
	return argon2id.CreateHash(password, cost)
}

// A checker holds passwords against hashes, a few at a time, so that many tries at once do not take the machine's memory.
type checker struct {
	free  chan struct{}
	dummy string // the hash of nobody's password, for names that do not exist
}

func newChecker() *checker {
	zeros := func(n uint32) string { return base64.RawStdEncoding.EncodeToString(make([]byte, n)) }
	c := &checker{free: make(chan struct{}, 2), dummy: fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argonVersion,
		cost.Memory, cost.Iterations, cost.Parallelism, zeros(cost.SaltLength), zeros(cost.KeyLength))}
	if _, _, _, err := argon2id.DecodeHash(c.dummy); err != nil {
		panic(err) // then a name that does not exist would be answered sooner
	}
	return c
}

// matches is as slow for a name that does not exist, whose hash is "", as for one that does.
func (c *checker) matches(password, hash string) bool {
	c.free <- struct{}{}
	defer func() { <-c.free }()
	if len(password) > longestPassword {
		password, hash = "", ""
	}
	against := hash
	if hash == "" {
		against = c.dummy
	}
	same, err := argon2id.ComparePasswordAndHash(password, against)
	return err == nil && same && hash != ""
}

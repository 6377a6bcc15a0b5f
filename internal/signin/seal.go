package signin

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"time"
)

// KeyLength is the least number of bytes of a key.
const KeyLength = 32

// ErrKey is returned for a key that could be guessed.
var ErrKey = errors.New("the key has fewer than 32 bytes")

var errSeal = errors.New("the cookie was not sealed here")

// Seal is what cookies are sealed with, and how they are sent.
type Seal struct {
	Key    []byte
	Secure bool // the browser reaches us by https
}

// jar seals the cookies of one kind. What is in them can neither be read nor changed by those who carry them, nor passed off
// as a cookie of another kind.
type jar struct {
	name   string
	secure bool
	aead   cipher.AEAD
}

func (s Seal) jar(kind string) (jar, error) {
	if len(s.Key) < KeyLength {
		return jar{}, ErrKey
	}
	key, err := hkdf.Key(sha256.New, s.Key, nil, "bolyst cookie "+kind, 32)
	if err != nil {
		return jar{}, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return jar{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	name := "bolyst-" + kind
	if s.Secure { // the browser takes a cookie of such a name from this host alone, by https alone, for every path
		name = "__Host-" + name
	}
	return jar{name, s.Secure, aead}, err
}

// put sets the cookie, for so long.
func (j jar) put(w http.ResponseWriter, content any, age time.Duration) error {
	plain, err := json.Marshal(content)
	if err != nil {
		return err
	}
	j.set(w, base64.RawURLEncoding.EncodeToString(j.aead.Seal(nil, nil, plain, []byte(j.name))), int(age.Seconds()))
	return nil
}

// take reads the cookie of a request.
func (j jar) take(r *http.Request, content any) error {
	cookie, err := r.Cookie(j.name)
	if err != nil {
		return err
	}
	sealed, err := base64.RawURLEncoding.DecodeString(cookie.Value)
	if err != nil || len(sealed) < j.aead.Overhead() {
		return errSeal
	}
	plain, err := j.aead.Open(nil, nil, sealed, []byte(j.name))
	if err != nil {
		return errSeal
	}
	return json.Unmarshal(plain, content)
}

func (j jar) drop(w http.ResponseWriter) { j.set(w, "", -1) }

// set sends the cookie. Lax: a link in a mail leads in, a form of another site does not.
func (j jar) set(w http.ResponseWriter, value string, age int) {
	http.SetCookie(w, &http.Cookie{Name: j.name, Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: j.secure, SameSite: http.SameSiteLaxMode})
}

// newID is 128 random bits and more.
func newID() string { return rand.Text() }

package ingest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
)

// Key is the installation's secret, with which identifiers of persons become
// pseudonyms. Without it a pseudonym cannot be traced back by trying numbers.
type Key struct{ secret []byte }

// minKeyBytes is the length of the hash: a shorter secret would be the weakest part.
const minKeyBytes = sha256.Size

// NewKey makes a key of at least 32 secret bytes.
func NewKey(secret []byte) (Key, error) {
	if len(secret) < minKeyBytes {
		return Key{}, fmt.Errorf("pseudonym key of %d bytes, at least %d are needed", len(secret), minKeyBytes)
	}
	return Key{secret: append([]byte(nil), secret...)}, nil
}

// Pseudonym is the pseudonym of an identifier: the first 16 bytes of an
// HMAC-SHA-256, in hexadecimal. Equal identifiers of different programmes or
// kinds have different pseudonyms.
func (k Key) Pseudonym(programme, kind, id string) string {
	return newPseudonymiser(k).pseudonym(programme, kind, id)
}

// String hides the secret from whoever prints a Key.
func (Key) String() string { return "pseudonym key" }

// GoString hides the secret from whoever prints a Key with %#v.
func (Key) GoString() string { return "ingest.Key{}" }

// pseudonymiser makes many pseudonyms with one key and one buffer.
type pseudonymiser struct {
	mac     hash.Hash
	message []byte
	sum     [sha256.Size]byte
}

func newPseudonymiser(k Key) *pseudonymiser {
	return &pseudonymiser{mac: hmac.New(sha256.New, k.secret)}
}

// pseudonymDomain keeps these HMACs apart from any other use of the same key.
const pseudonymDomain = "bolyst pseudonym 1"

func (p *pseudonymiser) pseudonym(programme, kind, id string) string {
	m := append(p.message[:0], pseudonymDomain...)
	m = append(append(m, 0), programme...)
	m = append(append(m, 0), kind...)
	m = append(append(m, 0), id...) // last, so that a NUL in it moves no border
	p.message = m

	p.mac.Reset()
	p.mac.Write(m)
	var text [32]byte
	hex.Encode(text[:], p.mac.Sum(p.sum[:0])[:16])
	return string(text[:])
}

package signin

import (
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// How many tries there are at once, and how soon there is one more. From one address come many people of one company; a
// name is one person's, who shall not be shut out for long by somebody else's tries.
const (
	triesByAddress = 20
	againByAddress = 6 * time.Second
	triesByName    = 8
	againByName    = 20 * time.Second
	remembered     = 10_000 // addresses, and names
)

// limit counts tries by what they have in common.
type limit struct {
	tries int
	again time.Duration

	mu   sync.Mutex
	seen map[string]*rate.Limiter
}

// allows counts a try, and says whether it is one of those that may be made.
func (l *limit) allows(key string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen == nil {
		l.seen = map[string]*rate.Limiter{}
	}
	if l.seen[key] == nil && len(l.seen) >= remembered {
		l.forget(now)
	}
	if l.seen[key] == nil && len(l.seen) >= remembered {
		key = "" // somebody floods: all new ones share what one has
	}
	if l.seen[key] == nil {
		l.seen[key] = rate.NewLimiter(rate.Every(l.again), l.tries)
	}
	return l.seen[key].AllowN(now, 1)
}

// forget lets go of those who have all their tries again.
func (l *limit) forget(now time.Time) {
	for key, one := range l.seen {
		if one.TokensAt(now) >= float64(l.tries) {
			delete(l.seen, key)
		}
	}
}

// network is what tries from one place have in common: the address, and of IPv6 the 64 bits that a household or an office has.
func network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	ip = ip.Unmap()
	if ip.Is4() {
		return ip.String()
	}
	whole, _ := ip.WithZone("").Prefix(64) // 64 bits are there
	return whole.String()
}

// called is what tries at one name have in common.
func called(name string) string {
	name = strings.ToLower(name)
	if len(name) > 64 {
		name = name[:64]
	}
	return name
}

package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// notPublic are the addresses that lead to this machine, to its own network or
// nowhere, by IANA's registers of special-purpose addresses.
var notPublic = prefixes(
	"0.0.0.0/8",       // this network
	"10.0.0.0/8",      // private
	"100.64.0.0/10",   // shared by the customers of a provider (CGNAT)
	"127.0.0.0/8",     // this machine
	"169.254.0.0/16",  // link-local, and the metadata of clouds
	"172.16.0.0/12",   // private
	"192.0.0.0/24",    // protocol assignments
	"192.0.2.0/24",    // documentation
	"192.88.99.0/24",  // relays of 6to4
	"192.168.0.0/16",  // private
	"198.18.0.0/15",   // benchmarks
	"198.51.100.0/24", // documentation
	"203.0.113.0/24",  // documentation
	"224.0.0.0/4",     // multicast
	"240.0.0.0/4",     // reserved, broadcast

	"2001::/23",     // protocol assignments, among them Teredo, which hides an IPv4 address
	"2001:db8::/32", // documentation
	"2002::/16",     // 6to4, given up in 2015, which hides an IPv4 address
	"3fff::/20",     // documentation
)

// Of IPv6, this is what is given out to the public. Loopback, link-local,
// private and multicast addresses all lie outside.
var givenOut = netip.MustParsePrefix("2000::/3")

// A network without IPv4 reaches the old internet through these; what counts
// is the IPv4 address in the last four bytes.
var nat64 = netip.MustParsePrefix("64:ff9b::/96")

func prefixes(texts ...string) []netip.Prefix {
	var all []netip.Prefix
	for _, text := range texts {
		all = append(all, netip.MustParsePrefix(text))
	}
	return all
}

// public says whether an address may be asked without being named.
func public(a netip.Addr) bool {
	a = a.WithZone("").Unmap()
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	if a.Is6() && !givenOut.Contains(a) {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsValid()
}

// notPublicError travels from the dialler up to where the fault is made.
type notPublicError struct{ address netip.Addr }

func (e notPublicError) Error() string { return fmt.Sprintf("%s is not a public address", e.address) }

// onlyPublic is asked after the name was looked up, with the very address that
// is about to be connected to. That is the only moment that cannot be cheated.
func onlyPublic(_ context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return notPublicError{}
	}
	if !public(to.Addr()) {
		return notPublicError{to.Addr()}
	}
	return nil
}

// dial connects to a host of the web.
func (w Web) dial(ctx context.Context, _, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: 15 * time.Second, Resolver: w.resolver}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	if !w.allows(host) {
		d.ControlContext = onlyPublic
	}
	return d.DialContext(ctx, "tcp", address)
}

func (w Web) allows(host string) bool {
	for _, allowed := range w.Allow {
		if strings.EqualFold(strings.TrimSuffix(host, "."), strings.TrimSuffix(allowed, ".")) {
			return true
		}
	}
	return false
}

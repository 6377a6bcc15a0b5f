package web

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Address is how the service is reached.
type Address struct {
	Public  *url.URL       // what people write; nil: this machine alone
	Proxies []netip.Prefix // whose word counts for where a request comes from
}

// Secure says whether browsers reach the service by https.
func (a Address) Secure() bool { return a.Public != nil && a.Public.Scheme == "https" }

// only refuses requests under a foreign host name. A page on the web can point a name of its own at 127.0.0.1 or at an address
// of the house, and so read what a browser here may read (DNS rebinding); the name that the browser sends gives it away.
func (a Address) only(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guard(w.Header())
		if a.Secure() {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		known := loopbackHost(r.Host)
		if !known && (a.Public == nil || !strings.EqualFold(r.Host, a.Public.Host)) {
			http.Error(w, "Tjenesten har en annen adresse. / The service has another address.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sender is the address that a request comes from: the nearest one that no trusted proxy has.
func (a Address) sender(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if !a.trusts(host) {
		return host
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		hop = strings.TrimSpace(hop)
		if _, err := netip.ParseAddr(hop); err != nil {
			return host // what a proxy of ours cannot have written
		}
		if host = hop; !a.trusts(hop) {
			return hop
		}
	}
	return host
}

func (a Address) trusts(address string) bool {
	ip, err := netip.ParseAddr(address)
	return err == nil && slices.ContainsFunc(a.Proxies, func(p netip.Prefix) bool { return p.Contains(ip.Unmap()) })
}

func loopbackHost(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport // no port: the default one
	}
	if host == "localhost" {
		return true
	}
	if n := len(host); n > 2 && host[0] == '[' && host[n-1] == ']' {
		host = host[1 : n-1]
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

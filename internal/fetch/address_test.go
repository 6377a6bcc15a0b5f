package fetch

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestOnlyPublicAddressesAreAsked(t *testing.T) {
	cases := []struct {
		address string
		public  bool
		what    string
	}{
		{"8.8.8.8", true, "anywhere"},
		{"100.63.255.255", true, "just below CGNAT"},
		{"172.32.0.0", true, "just above the private block"},
		{"2606:4700:4700::1111", true, "anywhere, IPv6"},
		{"64:ff9b::808:808", true, "8.8.8.8 through NAT64"},
		{"::ffff:8.8.8.8", true, "8.8.8.8 written as IPv6"},
		{"0.0.0.0", false, "this machine, on Linux"},
		{"10.1.2.3", false, "private"},
		{"100.64.0.1", false, "CGNAT"},
		{"127.0.0.1", false, "loopback"},
		{"127.255.255.254", false, "loopback"},
		{"169.254.169.254", false, "the metadata of a cloud"},
		{"172.16.0.1", false, "private"},
		{"172.31.255.255", false, "private"},
		{"192.168.1.1", false, "private"},
		{"192.0.0.170", false, "protocol assignments"},
		{"198.18.0.1", false, "benchmarks"},
		{"203.0.113.9", false, "documentation"},
		{"224.0.0.1", false, "multicast"},
		{"255.255.255.255", false, "broadcast"},
		{"::", false, "unspecified"},
		{"::1", false, "loopback"},
		{"::127.0.0.1", false, "IPv4-compatible"},
		{"::ffff:127.0.0.1", false, "IPv4-mapped loopback"},
		{"::ffff:10.0.0.1", false, "IPv4-mapped private"},
		{"::ffff:169.254.169.254", false, "IPv4-mapped metadata"},
		{"fe80::1", false, "link-local"},
		{"fe80::1%eth0", false, "link-local with a zone"},
		{"fec0::1", false, "site-local"},
		{"fd00::1", false, "private"},
		{"ff02::1", false, "multicast"},
		{"2002:7f00:1::", false, "6to4 of 127.0.0.1"},
		{"2002:808:808::", false, "6to4 at all"},
		{"2001:0:808:808::", false, "Teredo"},
		{"64:ff9b::7f00:1", false, "NAT64 of 127.0.0.1"},
		{"64:ff9b::a9fe:a9fe", false, "NAT64 of the metadata"},
		{"64:ff9b:1::808:808", false, "NAT64 of somebody's own"},
		{"2001:db8::1", false, "documentation"},
	}
	for _, c := range cases {
		if got := public(netip.MustParseAddr(c.address)); got != c.public {
			t.Errorf("%s (%s): got public %v, want %v", c.address, c.what, got, c.public)
		}
	}
	if public(netip.Addr{}) {
		t.Error("no address at all counts as public")
	}
}

func TestThisMachineIsRefusedUnlessAllowed(t *testing.T) {
	asked := false
	server, web := serve(t, func(http.ResponseWriter, *http.Request) { asked = true })
	web.Allow = nil
	folder := private(t)
	_, err := HTTPS{URL: server.URL + "/fil.csv?" + canary, Token: canary, Web: web}.Fetch(context.Background(), folder, State{})
	f := wantFault(t, err, CodePrivate, folder)
	if f.Found != "127.0.0.1" || asked {
		t.Errorf("got the address %q and asked %v, want 127.0.0.1 and no question", f.Found, asked)
	}
	web.Allow = []string{"127.0.0.1"}
	if _, err := (HTTPS{URL: server.URL, Web: web}).Fetch(context.Background(), folder, State{}); err != nil {
		t.Error(err)
	}
}

// A name server of the attacker's answers the check with a public address and
// the connection with ours. The address that is connected to is what counts.
func TestReboundNameIsRefused(t *testing.T) {
	server, web := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was asked") })
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "https://"), ":")
	web.resolver = lookUps(t, "8.8.8.8", "127.0.0.1")
	checked, err := web.resolver.LookupNetIP(context.Background(), "ip4", "rebind.example.com")
	if err != nil || !public(checked[0]) {
		t.Fatalf("the first look-up gave %v, %v; want a public address", checked, err)
	}
	folder := private(t)
	_, err = HTTPS{URL: "https://rebind.example.com:" + port, Web: web}.Fetch(context.Background(), folder, State{})
	wantFault(t, err, CodePrivate, folder)
}

func TestAllowedNameMayLeadToThisMachine(t *testing.T) {
	server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("a;b\n")) })
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "https://"), ":")
	web.resolver = lookUps(t, "127.0.0.1")
	web.Allow = []string{"Example.com"}
	file, err := HTTPS{URL: "https://example.com:" + port + "/x.csv", Web: web}.Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, "a;b\n")
}

func TestProxyOfTheEnvironmentIsNotUsed(t *testing.T) {
	t.Setenv("HTTPS_PROXY", "http://127.0.0.1:1")
	t.Setenv("ALL_PROXY", "http://127.0.0.1:1")
	t.Setenv("NO_PROXY", "")
	if web := (Web{}); web.Client().Transport.(*http.Transport).Proxy != nil {
		t.Error("the client has a proxy")
	}
}

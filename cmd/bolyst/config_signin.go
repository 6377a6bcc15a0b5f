package main

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"bolyst/internal/signin"
)

// SignIn is who is let in to the service, and for how long.
type SignIn struct {
	Key         Secret            `key:"key,required"` // that cookies are sealed with
	Users       string            `key:"users"`        // the file of those with a password
	OIDC        *IdentityProvider `key:"oidc"`
	IdleMinutes int               `key:"idle_minutes"` // unused for so long, a session ends
	Hours       int               `key:"hours"`        // and used or not, after so long
}

// IdentityProvider is one that speaks OpenID Connect, such as Entra ID or Feide.
type IdentityProvider struct {
	Issuer       string   `key:"issuer,required"`
	ClientID     string   `key:"client_id,required"`
	ClientSecret Secret   `key:"client_secret,required"`
	Label        Text     `key:"label"` // of the button
	Scopes       []string `key:"scopes"`
	NameClaim    string   `key:"name_claim"`
	RoleClaim    string   `key:"role_claim"`
	Roles        []Grant  `key:"roles,required"` // the first that fits counts
}

// Grant gives those whose claim has this value a role.
type Grant struct {
	Value      string   `key:"value,required"`
	Role       string   `key:"role,required"`
	Programmes []string `key:"programmes"` // of the centre's reader; none: all
}

// TLS is where the certificate of the service stands.
type TLS struct {
	Certificate string `key:"certificate,required"`
	Key         string `key:"key,required"`
}

// complete fills in what is not said.
func (s *SignIn) complete() {
	if s.IdleMinutes == 0 {
		s.IdleMinutes = int(signin.DefaultIdle.Minutes())
	}
	if s.Hours == 0 {
		s.Hours = int(signin.DefaultAbsolute.Hours())
	}
	if p := s.OIDC; p != nil {
		p.NameClaim, p.RoleClaim = or(p.NameClaim, "preferred_username"), or(p.RoleClaim, "groups")
		if p.Scopes == nil {
			p.Scopes = []string{"profile"}
		}
	}
}

func roleNames() []string {
	var names []string
	for _, r := range signin.Roles() {
		names = append(names, string(r))
	}
	return names
}

// checkSignIn checks who is let in, and that they can get there.
func (c *Config) checkSignIn(found *findings) {
	c.checkServerAddress(found)
	if c.SignIn == nil {
		return
	}
	s := c.SignIn
	c.checkSecret(found, "$.signin.key", s.Key)
	c.checkPath(found, "$.signin.users", s.Users)
	if s.Users == "" && s.OIDC == nil && !found.mistakenIn("$.signin") {
		found.wrong("$.signin", Mistake{Code: "config.signin.nobody"})
	}
	for _, number := range []struct {
		at    string
		value int
	}{{"$.signin.idle_minutes", s.IdleMinutes}, {"$.signin.hours", s.Hours}} {
		if number.value < 1 {
			found.wrong(number.at, Mistake{Code: "config.number.least", Args: []any{number.value, 1}})
		}
	}
	if s.OIDC == nil {
		return
	}
	s.OIDC.check(c, found)
	if c.Server.Public == "" && !found.mistakenIn("$.server") {
		found.wrong("$.signin.oidc", Mistake{Code: "config.signin.public"})
	}
}

// shared are the tenants of Entra ID that anybody with an account at Microsoft is in.
var shared = []string{"common", "organizations", "consumers"}

func (p *IdentityProvider) check(c *Config, found *findings) {
	const at = "$.signin.oidc"
	u, err := url.Parse(p.Issuer)
	switch {
	case p.Issuer == "": // missing, and noted
	case err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && !(u.Scheme == "http" && isLoopback(u.Hostname())):
		found.wrong(at+".issuer", Mistake{Code: "config.signin.issuer", Args: []any{withoutSecrets(p.Issuer)}})
	case u.Hostname() == "login.microsoftonline.com" && slices.Contains(shared, strings.Split(strings.Trim(u.Path, "/"), "/")[0]):
		found.wrong(at+".issuer", Mistake{Code: "config.signin.tenant", Args: []any{p.Issuer}})
	}
	c.checkSecret(found, at+".client_secret", p.ClientSecret)
	if p.Label != nil {
		c.checkText(found, at+".label", p.Label)
	}
	for i, g := range p.Roles {
		at := item(at+".roles", i)
		found.oneOf(at+".role", g.Role, "config.unknown.role", roleNames())
		if len(g.Programmes) > 0 && g.Role != string(signin.Centre) {
			found.wrong(at+".programmes", Mistake{Code: "config.signin.scope", Args: []any{g.Role}})
		}
		for j, id := range g.Programmes {
			c.checkProgrammeID(found, item(at+".programmes", j), id)
		}
		if slices.ContainsFunc(p.Roles[:i], func(before Grant) bool { return before.Value == g.Value && g.Value != "" }) {
			found.wrong(at+".value", Mistake{Code: "config.list.twice", Args: []any{g.Value}})
		}
	}
}

// checkServerAddress checks how others reach the service.
func (c *Config) checkServerAddress(found *findings) {
	s := c.Server
	public, err := url.Parse(s.Public)
	switch {
	case s.Public == "":
	case err != nil || public.Host == "" || public.User != nil || strings.Trim(public.Path, "/") != "" || public.RawQuery != "" ||
		public.Scheme != "https" && !(public.Scheme == "http" && isLoopback(public.Hostname())):
		found.wrong("$.server.public", Mistake{Code: "config.server.public", Args: []any{withoutSecrets(s.Public)}})
	case public.Scheme == "https" && s.TLS == nil && len(s.Proxies) == 0:
		found.wrong("$.server.public", Mistake{Code: "config.server.https"})
	}
	for i, proxy := range s.Proxies {
		if _, ok := prefixOf(proxy); !ok {
			found.wrong(item("$.server.proxies", i), Mistake{Code: "config.server.proxy", Args: []any{proxy}})
		}
	}
	if s.TLS != nil {
		c.checkPath(found, "$.server.tls.certificate", s.TLS.Certificate)
		c.checkPath(found, "$.server.tls.key", s.TLS.Key)
	}
}

// prefixOf reads one address, or a range of them as 10.0.0.0/8.
func prefixOf(text string) (netip.Prefix, bool) {
	if ip, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(ip, ip.BitLen()), true
	}
	p, err := netip.ParsePrefix(text)
	return p.Masked(), err == nil
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net"
	"net/url"
	"os"
	"slices"
	"sync"
	"time"

	"bolyst/internal/signin"
	"bolyst/internal/web"
)

// entrance is how the service is reached, and who is let in.
type entrance struct {
	address     web.Address
	certificate *web.Certificate
	door        *signin.Door // nil: nobody signs in
}

// entrance makes what the configuration says of it, and refuses what would let in whom it should not: any other address than
// this machine's own is only listened on with sign-in, a key that cannot be guessed, an address to be known by, and passwords
// under cover.
func (in *installation) entrance(address string) (entrance, error) {
	e := entrance{}
	l, server := in.language, in.config.Server
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return e, misused{l.Say("use.listen", address)}
	}
	others := !isLoopback(host)
	switch {
	case others && in.config.SignIn == nil:
		return e, told(l.Say("serve.not_loopback", address))
	case others && server.Public == "":
		return e, told(l.Say("serve.no_public", address))
	case others && server.TLS == nil && len(server.Proxies) == 0:
		return e, told(l.Say("serve.plain", address))
	}
	if server.Public != "" {
		if e.address.Public, err = url.Parse(server.Public); err != nil {
			return e, err
		}
	}
	for _, proxy := range server.Proxies {
		p, _ := prefixOf(proxy) // checked by loadConfig
		e.address.Proxies = append(e.address.Proxies, p)
	}
	if server.TLS != nil {
		if e.certificate, err = web.OpenCertificate(in.config.Path(server.TLS.Certificate), in.config.Path(server.TLS.Key)); err != nil {
			return e, told(l.Say("serve.certificate", reason(err)))
		}
	}
	if in.config.SignIn != nil {
		e.door, err = in.door(e.address)
	}
	return e, err
}

// shown is the address to tell.
func (e entrance) shown(listener net.Listener) string {
	switch {
	case e.address.Public != nil:
		return e.address.Public.JoinPath("/").String()
	case e.certificate != nil:
		return "https://" + listener.Addr().String() + "/"
	}
	return "http://" + listener.Addr().String() + "/"
}

func (in *installation) door(address web.Address) (*signin.Door, error) {
	s := in.config.SignIn
	key, err := in.sealKey()
	if err != nil {
		return nil, err
	}
	seal := signin.Seal{Key: key, Secure: address.Secure()}
	var users *signin.Users
	if s.Users != "" {
		if _, err := signin.ReadUsers(in.config.Path(s.Users)); err != nil {
			return nil, in.usersFault(err)
		}
		users = signin.OpenUsers(in.config.Path(s.Users))
	}
	sessions, err := signin.OpenSessions(seal, in.config.DataFolder(), users, in.now)
	if err != nil {
		return nil, err
	}
	sessions.Idle, sessions.Absolute = time.Duration(s.IdleMinutes)*time.Minute, time.Duration(s.Hours)*time.Hour
	var provider *signin.Provider
	if p := s.OIDC; p != nil {
		secret, err := in.config.reveal("signin.oidc", p.ClientSecret, in.language)
		if err != nil {
			return nil, err
		}
		client := signin.Client{Issuer: p.Issuer, ID: p.ClientID, Secret: secret, Redirect: address.Public.JoinPath("/sign-in/callback").String(),
			Scopes: p.Scopes, Name: p.NameClaim, Roles: p.RoleClaim}
		for _, g := range p.Roles {
			client.Grants = append(client.Grants, signin.Grant{Value: g.Value, Role: signin.Role(g.Role), Programmes: g.Programmes})
		}
		if provider, err = signin.NewProvider(client, seal, in.now); err != nil {
			return nil, err
		}
	}
	return signin.NewDoor(sessions, users, provider, in.now), nil
}

// sealKey is the key of the configuration, if nobody else can read or guess it.
func (in *installation) sealKey() ([]byte, error) {
	where := in.config.SignIn.Key
	if where.File != "" {
		info, err := os.Stat(in.config.Path(where.File))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, told(in.language.Say("serve.key_missing"))
		}
		if err == nil && isOpenToOthers(info) {
			return nil, told(in.language.Say("serve.key_open", where.File, info.Mode().Perm(), in.config.Path(where.File)))
		}
	}
	key, err := in.config.reveal("signin.key", where, in.language)
	if err != nil {
		return nil, err
	}
	if len(key) < signin.KeyLength {
		return nil, told(in.language.Say("serve.key_short", in.language.Many(len(key), "count.bytes"), signin.KeyLength))
	}
	return []byte(key), nil
}

// heldProgrammes tells whose figures the centre's part of an edition holds, by the edition's own data.
type heldProgrammes struct {
	root *os.Root

	mu    sync.Mutex
	known map[string][]string
}

func (h *heldProgrammes) of(edition string) ([]string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if held, ok := h.known[edition]; ok {
		return held, nil
	}
	content, err := fs.ReadFile(h.root.FS(), edition+"/centre/data/figures.json")
	if err != nil {
		return nil, err
	}
	var data struct {
		Figures []struct {
			Programme string `json:"programme"`
		} `json:"figures"`
	}
	if err := json.Unmarshal(content, &data); err != nil {
		return nil, err
	}
	var held []string
	for _, f := range data.Figures {
		if f.Programme != everyone && !slices.Contains(held, f.Programme) {
			held = append(held, f.Programme)
		}
	}
	if h.known == nil {
		h.known = map[string][]string{}
	}
	h.known[edition] = held
	return held, nil
}

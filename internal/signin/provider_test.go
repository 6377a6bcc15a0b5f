package signin_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/oauth2-proxy/mockoidc"

	"bolyst/internal/signin"
)

// site is a small page of ours, with a real provider beside it.
type site struct {
	*httptest.Server
	provider *mockoidc.MockOIDC
	who      signin.Person
	to       string
	err      error
	client   signin.Client
	entry    *signin.Provider
	callback *http.Request         // as it came
	before   func(r *http.Request) // it is read
}

func aSite(t *testing.T, change func(*signin.Client)) *site {
	t.Helper()
	m, err := mockoidc.Run()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Shutdown() })
	s := &site{provider: m}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/begin":
			to, err := s.entry.Begin(w, "/board/")
			if s.err = err; err == nil {
				http.Redirect(w, r, to, http.StatusSeeOther)
			}
		case "/callback":
			if s.callback = r.Clone(t.Context()); s.before != nil {
				s.before(r)
			}
			s.who, s.to, s.err = s.entry.Finish(w, r)
		}
	}))
	t.Cleanup(s.Close)
	s.client = signin.Client{Issuer: m.Issuer(), ID: m.Config().ClientID, Secret: m.Config().ClientSecret, Redirect: s.URL + "/callback",
		Scopes: []string{"profile", "groups"}, Name: "preferred_username", Roles: "groups",
		Grants: []signin.Grant{{Value: "evaluators", Role: signin.Centre, Programmes: []string{"kom"}}, {Value: "engineering", Role: signin.Staff}}}
	if change != nil {
		change(&s.client)
	}
	if s.entry, err = signin.NewProvider(s.client, signin.Seal{Key: key}, time.Now); err != nil {
		t.Fatal(err)
	}
	return s
}

// visit goes through the provider, as a browser does.
func (s *site) visit(t *testing.T, through func(*http.Request)) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar, CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if through != nil {
			through(r)
		}
		return nil
	}}
	r, err := client.Get(s.URL + "/begin")
	if err != nil {
		t.Fatal(err)
	}
	io.Copy(io.Discard, r.Body)
	r.Body.Close()
}

func TestProviderTellsWhoItIsAndTheGrantsTellTheRole(t *testing.T) {
	s := aSite(t, nil)
	var asked url.Values
	s.visit(t, func(r *http.Request) {
		if strings.HasPrefix(r.URL.String(), s.provider.AuthorizationEndpoint()) {
			asked = r.URL.Query()
		}
	})
	if s.err != nil || s.who.Name != "jane.doe" || s.who.Role != signin.Staff || s.to != "/board/" {
		t.Errorf("got %v to %q, %v", s.who, s.to, s.err)
	}
	if asked.Get("code_challenge_method") != "S256" || asked.Get("code_challenge") == "" || asked.Get("nonce") == "" || asked.Get("state") == "" || asked.Get("response_type") != "code" {
		t.Errorf("asked for %v", asked)
	}
	s.provider.QueueUser(&mockoidc.MockUser{Subject: "2", PreferredUsername: "eva", Groups: []string{"engineering", "evaluators"}})
	if s.visit(t, nil); s.err != nil || s.who.Role != signin.Centre || len(s.who.Programmes) != 1 {
		t.Errorf("the first grant that fits: got %v, %v", s.who, s.err)
	}
	s.provider.QueueUser(&mockoidc.MockUser{Subject: "3", PreferredUsername: "per", Groups: []string{"sales"}})
	if s.visit(t, nil); !errors.Is(s.err, signin.ErrNoRole) || s.who.Role != "" {
		t.Errorf("without a role: got %v, %v", s.who, s.err)
	}
}

func TestAnswerThatDoesNotHoldLetsNobodyIn(t *testing.T) {
	for name, before := range map[string]func(s *site, r *http.Request){
		"another state":  func(_ *site, r *http.Request) { set(r, "state", "x") },
		"no state":       func(_ *site, r *http.Request) { set(r, "state", "") },
		"another code":   func(_ *site, r *http.Request) { set(r, "code", "x") },
		"no code":        func(_ *site, r *http.Request) { set(r, "code", "") },
		"no cookie":      func(_ *site, r *http.Request) { r.Header.Del("Cookie") },
		"another's":      func(_ *site, r *http.Request) { r.Header.Set("Cookie", "bolyst-provider=AAAA") },
		"token too old":  func(s *site, _ *http.Request) { s.provider.FastForward(-3 * time.Hour) },
		"another secret": func(s *site, _ *http.Request) { s.provider.ClientSecret = "other" },
		"another client": func(s *site, _ *http.Request) { s.provider.ClientID = "other" },
		"another key": func(s *site, _ *http.Request) {
			other, err := mockoidc.RandomKeypair(2048)
			if err != nil {
				panic(err)
			}
			s.provider.Keypair = &mockoidc.Keypair{PrivateKey: other.PrivateKey, PublicKey: s.provider.Keypair.PublicKey, Kid: s.provider.Keypair.Kid}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := aSite(t, nil)
			s.before = func(r *http.Request) { before(s, r) }
			s.visit(t, nil)
			if s.callback == nil || s.who.Role != "" || !errors.Is(s.err, signin.ErrRefused) {
				t.Errorf("got %v, %v", s.who, s.err)
			}
		})
	}
}

func set(r *http.Request, key, value string) {
	q := r.URL.Query()
	q.Set(key, value)
	r.URL.RawQuery = q.Encode()
}

// The nonce binds the token to the journey: one that was made for another journey of the same client is refused, although it
// is signed, fresh and ours.
func TestTokenOfAnotherJourneyIsRefused(t *testing.T) {
	s := aSite(t, nil)
	s.visit(t, func(r *http.Request) {
		if strings.HasPrefix(r.URL.String(), s.provider.AuthorizationEndpoint()) {
			set(r, "nonce", "another")
		}
	})
	if !errors.Is(s.err, signin.ErrRefused) || s.who.Role != "" {
		t.Errorf("got %v, %v", s.who, s.err)
	}
}

func TestAnswerThatIsSentAgainIsRefused(t *testing.T) {
	s := aSite(t, nil)
	s.visit(t, nil)
	if s.err != nil {
		t.Fatal(s.err)
	}
	if who, _, err := s.entry.Finish(httptest.NewRecorder(), s.callback); !errors.Is(err, signin.ErrRefused) || who.Role != "" {
		t.Errorf("got %v, %v", who, err)
	}
}

func TestProviderThatIsDownIsSaidToBe(t *testing.T) {
	s := aSite(t, nil)
	s.provider.Shutdown()
	if s.visit(t, nil); !errors.Is(s.err, signin.ErrUnreachable) {
		t.Errorf("got %v", s.err)
	}
}

package signin

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// What the way through the provider can end with.
var (
	ErrUnreachable = errors.New("the identity provider does not answer")
	ErrRefused     = errors.New("the provider's answer does not hold")
	ErrNoRole      = errors.New("the person has no role here")
)

// Client is how the installation is known to an identity provider, and what it makes of those who come from there.
type Client struct {
	Issuer, ID, Secret string
	Redirect           string   // our address that the provider leads back to
	Scopes             []string // besides openid
	Name               string   // the claim with the name
	Roles              string   // the claim with groups, or whatever else the grants name
	Grants             []Grant  // the first that fits counts
}

// Grant gives those whose claim has this value a role.
type Grant struct {
	Value      string
	Role       Role
	Programmes []string
}

const (
	providerAnswers = 10 * time.Second // no longer is waited for it
	askAgain        = 5 * time.Second  // so many people who click do not each wait in turn
	onTheWay        = 10 * time.Minute // for the person to sign in there
)

// Provider is an identity provider. It is looked up when somebody first wants to sign in, so that the service starts, and
// sessions go on, while it is down.
type Provider struct {
	client Client
	http   *http.Client
	jar    jar
	now    func() time.Time

	looking sync.Mutex
	found   *oidc.Provider
	failed  time.Time // when it last did not answer

	mu    sync.Mutex
	spent map[string]time.Time // states that have been answered
}

// NewProvider makes the way through a provider.
func NewProvider(c Client, seal Seal, now func() time.Time) (*Provider, error) {
	j, err := seal.jar("provider")
	return &Provider{client: c, http: &http.Client{Timeout: providerAnswers}, jar: j, now: now, spent: map[string]time.Time{}}, err
}

// Serial is another one when the provider, or what it gives to whom, is: then those who came through it sign in again.
func (p *Provider) Serial() string {
	c := p.client
	c.Secret, c.Redirect = "", ""
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", c))
	return "provider " + hex.EncodeToString(sum[:8])
}

// journey is what is remembered, in a cookie, of somebody who is at the provider's.
type journey struct {
	State    string    `json:"state"`
	Nonce    string    `json:"nonce"`
	Verifier string    `json:"verifier"` // of PKCE: the code is of use only to the browser that began
	To       string    `json:"to"`
	Until    time.Time `json:"until"`
}

// Begin is the address at the provider that the person is led to; to is where they want to go when they come back.
func (p *Provider) Begin(w http.ResponseWriter, to string) (string, error) {
	provider, err := p.lookUp()
	if err != nil {
		return "", err
	}
	j := journey{newID(), newID(), oauth2.GenerateVerifier(), to, p.now().Add(onTheWay)}
	if err := p.jar.put(w, j, onTheWay); err != nil {
		return "", err
	}
	return p.oauth(provider).AuthCodeURL(j.State, oidc.Nonce(j.Nonce), oauth2.S256ChallengeOption(j.Verifier)), nil
}

// Finish is who came back from the provider, and where they want to go.
func (p *Provider) Finish(w http.ResponseWriter, r *http.Request) (who Person, to string, err error) {
	var j journey
	if p.jar.take(r, &j) != nil {
		return Person{}, "", fmt.Errorf("%w: no journey was begun", ErrRefused)
	}
	p.jar.drop(w)
	asked := r.URL.Query()
	if subtle.ConstantTimeCompare([]byte(asked.Get("state")), []byte(j.State)) != 1 || p.now().After(j.Until) || !p.first(j) {
		return Person{}, j.To, fmt.Errorf("%w: state", ErrRefused)
	}
	if asked.Get("code") == "" { // the person said no, or the provider did
		return Person{}, j.To, fmt.Errorf("%w: no code", ErrRefused)
	}
	provider, err := p.lookUp()
	if err != nil {
		return Person{}, j.To, err
	}
	ctx := oidc.ClientContext(r.Context(), p.http)
	token, err := p.oauth(provider).Exchange(ctx, asked.Get("code"), oauth2.VerifierOption(j.Verifier))
	if err != nil {
		return Person{}, j.To, exchangeError(err)
	}
	who, err = p.person(ctx, provider, token, j.Nonce)
	return who, j.To, err
}

// exchangeError tells a provider that refuses from one that does not answer. What it says may hold anything, so only its code
// is handed on.
func exchangeError(err error) error {
	if refused, ok := errors.AsType[*oauth2.RetrieveError](err); ok {
		return fmt.Errorf("%w: status %d", ErrRefused, refused.Response.StatusCode)
	}
	return ErrUnreachable
}

// first tells whether this is the first answer to the state. One that is sent again is a copy.
func (p *Provider) first(j journey) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for state, until := range p.spent {
		if p.now().After(until) {
			delete(p.spent, state)
		}
	}
	_, again := p.spent[j.State]
	p.spent[j.State] = j.Until
	return !again
}

func (p *Provider) lookUp() (*oidc.Provider, error) {
	p.looking.Lock()
	defer p.looking.Unlock()
	if p.found == nil {
		if p.now().Sub(p.failed) < askAgain {
			return nil, ErrUnreachable
		}
		// Not the request's context: the keys are fetched with this one later, too.
		found, err := oidc.NewProvider(oidc.ClientContext(context.Background(), p.http), p.client.Issuer)
		if err != nil {
			p.failed = p.now()
			return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
		}
		p.found = found
	}
	return p.found, nil
}

// Reach asks whether the provider answers, and is the one it is taken for.
func (p *Provider) Reach(ctx context.Context) error {
	_, err := oidc.NewProvider(oidc.ClientContext(ctx, p.http), p.client.Issuer)
	return err
}

func (p *Provider) oauth(provider *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{ClientID: p.client.ID, ClientSecret: p.client.Secret, Endpoint: provider.Endpoint(),
		RedirectURL: p.client.Redirect, Scopes: append([]string{oidc.ScopeOpenID}, p.client.Scopes...)}
}

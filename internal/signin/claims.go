package signin

import (
	"context"
	"crypto/subtle"
	"fmt"
	"slices"
	"strings"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// person is whom the provider's token speaks of, if it was made for us, now, and for this journey.
func (p *Provider) person(ctx context.Context, provider *oidc.Provider, token *oauth2.Token, nonce string) (Person, error) {
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return Person{}, fmt.Errorf("%w: no token of identity", ErrRefused)
	}
	verified, err := provider.VerifierContext(ctx, &oidc.Config{ClientID: p.client.ID, Now: p.now}).Verify(ctx, raw)
	if err != nil {
		return Person{}, fmt.Errorf("%w: token of identity", ErrRefused)
	}
	if subtle.ConstantTimeCompare([]byte(verified.Nonce), []byte(nonce)) != 1 {
		return Person{}, fmt.Errorf("%w: nonce", ErrRefused)
	}
	var claims map[string]any
	if err := verified.Claims(&claims); err != nil {
		return Person{}, fmt.Errorf("%w: claims", ErrRefused)
	}
	if claims[p.client.Roles] == nil || claims[p.client.Name] == nil { // some tell more where they are asked
		more, err := provider.UserInfo(ctx, oauth2.StaticTokenSource(token))
		if err == nil && more.Subject == verified.Subject {
			var told map[string]any
			if more.Claims(&told) == nil {
				for claim, value := range told {
					if claims[claim] == nil {
						claims[claim] = value
					}
				}
			}
		}
	}
	return p.client.person(claims)
}

// person makes a person of claims. Whom no grant fits has no role.
func (c Client) person(claims map[string]any) (Person, error) {
	values := texts(claims[c.Roles])
	for _, g := range c.Grants {
		if !slices.Contains(values, g.Value) {
			continue
		}
		name := strings.Join(texts(claims[c.Name]), " ")
		if name == "" {
			name = strings.Join(texts(claims["sub"]), " ")
		}
		return Person{Name: name, Role: g.Role, Programmes: g.Programmes}, nil
	}
	return Person{}, ErrNoRole
}

// texts are the values of a claim, which is one text or a list of them.
func texts(claim any) (values []string) {
	switch claim := claim.(type) {
	case string:
		return []string{claim}
	case []any:
		for _, item := range claim {
			if text, ok := item.(string); ok {
				values = append(values, text)
			}
		}
	}
	return values
}

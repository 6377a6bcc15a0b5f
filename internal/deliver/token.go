package deliver

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// App is a registration with an identity provider, by which the program signs in as itself.
type App struct {
	TokenURL string
	ClientID string
	Secret   string
	Scope    string
	Client   *http.Client // how the provider is reached
}

// MicrosoftToken is where the tokens of a tenant are.
func MicrosoftToken(tenant string) string {
	return "https://login.microsoftonline.com/" + url.PathEscape(tenant) + "/oauth2/v2.0/token"
}

// Token is fetched anew for each message: they are few, and one that is kept may have been withdrawn.
func (a App) Token(ctx context.Context) (string, error) {
	config := clientcredentials.Config{ClientID: a.ClientID, ClientSecret: a.Secret, TokenURL: a.TokenURL, Scopes: []string{a.Scope}}
	token, err := config.Token(context.WithValue(ctx, oauth2.HTTPClient, a.Client))
	if err == nil {
		return token.AccessToken, nil
	}
	f := &Fault{Code: CodeUnreached, Asked: hostOf(a.TokenURL)}
	if answer, is := errors.AsType[*oauth2.RetrieveError](err); is && answer.Response != nil {
		if refused, is := errors.AsType[*Fault](refusal(f.Asked, answer.Response.StatusCode)); is {
			f = refused
			f.Uncertain = false // nothing has been sent yet
		}
		if answer.Response.StatusCode == http.StatusBadRequest {
			f.Code = CodeSignIn // this is how OAuth says that the secret is wrong
		}
	}
	return "", f
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

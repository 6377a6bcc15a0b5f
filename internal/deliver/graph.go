package deliver

import (
	"bytes"
	"context"
	"encoding/base64"
	"net/http"
	"net/url"
)

// Where Microsoft Graph is, and what is asked for there.
const (
	GraphEndpoint = "https://graph.microsoft.com"
	GraphScope    = "https://graph.microsoft.com/.default"
	OutlookScope  = "https://outlook.office365.com/.default" // of XOAuth2 by the mail server
)

// mostGraph is what a message may weigh that is sent in one piece.
const mostGraph = 4 << 20

// Graph sends from a mailbox of Microsoft 365.
type Graph struct {
	Envelope
	Endpoint string
	Mailbox  string
	App      App
}

// Once is false: a mail that is sent twice comes twice.
func (Graph) Once() bool { return false }

// Deliver sends the message as it would go to a mail server, so that it has its Message-ID.
func (g Graph) Deliver(ctx context.Context, p Parcel) (string, error) {
	var message bytes.Buffer
	if err := g.write(ctx, p, &message); err != nil {
		return "", err
	}
	body := base64.StdEncoding.AppendEncode(nil, message.Bytes())
	if len(body) > mostGraph {
		return "", &Fault{Code: CodeLarge, Asked: hostOf(g.Endpoint), Final: true}
	}
	token, err := g.App.Token(ctx)
	if err != nil {
		return "", err
	}
	answer, err := post(ctx, g.App.Client, g.Endpoint+"/v1.0/users/"+url.PathEscape(g.Mailbox)+"/sendMail", "text/plain", body,
		http.Header{"Authorization": {"Bearer " + token}})
	if err != nil {
		return "", err
	}
	return "graph " + answer.Header.Get("Request-Id"), nil
}

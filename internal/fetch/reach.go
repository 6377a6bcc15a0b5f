package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// reachWithin is how long a source may take to answer at all.
const reachWithin = 15 * time.Second

// Reach asks the server about the file without fetching it, and returns the fault that a fetch would begin with.
func (h HTTPS) Reach(ctx context.Context) error {
	at, err := address(h.URL)
	if err != nil {
		return err
	}
	secret, err := h.secret(at.Host)
	if err != nil {
		return err
	}
	return h.Web.reach(ctx, at, secret)
}

// Reach asks the recruitment system without fetching anything.
func (t Teamtailor) Reach(ctx context.Context) error {
	at, secret, err := t.question()
	if err != nil {
		return err
	}
	return t.Web.reach(ctx, at, secret)
}

// Reach signs in to the database and out again.
func (p Postgres) Reach(ctx context.Context) error {
	config, err := p.config()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, reachWithin)
	defer cancel()
	conn, err := pgconn.ConnectConfig(ctx, config)
	if err != nil {
		return unanswered(p.fault(ctx, config, err))
	}
	hangUp(ctx, conn)
	return nil
}

// reach sends a HEAD by the rules of every other question. A server that knows no HEAD is there, too, and so is one that points
// elsewhere.
func (w Web) reach(ctx context.Context, at *url.URL, secret http.Header) error {
	ctx, cancel := context.WithTimeout(ctx, reachWithin)
	defer cancel()
	client := w.Client()
	defer client.CloseIdleConnections()
	q, err := http.NewRequestWithContext(ctx, http.MethodHead, at.String(), nil)
	if err != nil {
		return &Fault{Code: CodeURL}
	}
	q.Header.Set("User-Agent", "bolyst")
	for name, values := range secret {
		q.Header[name] = values
	}
	answer, err := client.Do(q)
	if err != nil {
		return unanswered(unreached(ctx, at.Host, err))
	}
	finish(answer)
	switch {
	case answer.StatusCode < http.StatusBadRequest, answer.StatusCode == http.StatusMethodNotAllowed, answer.StatusCode == http.StatusNotImplemented:
		return nil
	}
	return status(at.Host, answer)
}

// unanswered is the fault of who has not answered in time: nothing was asked for that could have been done too late.
func unanswered(err error) error {
	if late, ok := errors.AsType[*Fault](err); ok && late.Code == CodeTime {
		return &Fault{Code: CodeConnection, Asked: late.Asked, Passing: true}
	}
	return err
}

package deliver_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bolyst/internal/deliver"
)

// microsoft is a token service and Graph on one address, and remembers what was sent.
type microsoft struct {
	*httptest.Server
	code    int // what sendMail answers; 0: taken
	secret  string
	message string
	path    string
}

func openMicrosoft(t *testing.T) *microsoft {
	t.Helper()
	m := &microsoft{secret: "hemmeleg"}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /token", func(w http.ResponseWriter, r *http.Request) {
		id, secret, ok := r.BasicAuth()
		if !ok {
			id, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
		}
		if id != "app" || secret != m.secret || r.PostFormValue("grant_type") != "client_credentials" || r.PostFormValue("scope") == "" {
			w.WriteHeader(http.StatusUnauthorized)
			io.WriteString(w, `{"error":"invalid_client"}`)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, `{"access_token":"mynt","token_type":"Bearer","expires_in":3600}`)
	})
	mux.HandleFunc("POST /v1.0/users/{mailbox}/sendMail", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer mynt" || r.Header.Get("Content-Type") != "text/plain" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		body, _ := io.ReadAll(base64.NewDecoder(base64.StdEncoding, r.Body))
		m.message, m.path = string(body), r.PathValue("mailbox")
		w.Header().Set("Request-Id", "0c1d")
		if m.code == 0 {
			w.WriteHeader(http.StatusAccepted)
			return
		}
		w.WriteHeader(m.code)
	})
	m.Server = httptest.NewTLSServer(mux)
	t.Cleanup(m.Close)
	return m
}

func (m *microsoft) graph() deliver.Graph {
	return deliver.Graph{Envelope: deliver.Envelope{From: "tal@example.no", To: "leiar@example.no", Attached: []string{".xlsx"}, Now: now},
		Endpoint: m.URL, Mailbox: "tal@example.no",
		App: deliver.App{TokenURL: m.URL + "/token", ClientID: "app", Secret: "hemmeleg", Scope: deliver.GraphScope, Client: m.Client()}}
}

func TestGraphIsSentTheWholeMessage(t *testing.T) {
	m := openMicrosoft(t)
	receipt, err := m.graph().Deliver(t.Context(), aParcel(t))
	if err != nil || receipt != "graph 0c1d" || m.path != "tal@example.no" {
		t.Fatalf("got %q, %v, from %s", receipt, err, m.path)
	}
	for _, want := range []string{"To: <leiar@example.no>", "Message-ID: <", "bolyst.xlsx", "text/html"} {
		if !strings.Contains(m.message, want) {
			t.Errorf("the message lacks %q:\n%s", want, m.message)
		}
	}
}

func TestRefusalsOfGraphSayWhetherToTryAgain(t *testing.T) {
	for code, want := range map[int]deliver.Fault{
		403: {Code: deliver.CodeSignIn, Final: true},
		404: {Code: deliver.CodeRefused, Final: true},
		413: {Code: deliver.CodeLarge, Final: true},
		429: {Code: deliver.CodeBusy},
		503: {Code: deliver.CodeBusy},
		504: {Code: deliver.CodeBusy, Uncertain: true},
	} {
		m := openMicrosoft(t)
		m.code = code
		_, err := m.graph().Deliver(t.Context(), aParcel(t))
		if f := faultOf(t, err); f.Code != want.Code || f.Final != want.Final || f.Uncertain != want.Uncertain {
			t.Errorf("%d: got %+v", code, f)
		}
	}
	m := openMicrosoft(t)
	m.secret = "ein annan"
	_, err := m.graph().Deliver(t.Context(), aParcel(t))
	if f := faultOf(t, err); f.Code != deliver.CodeSignIn || !f.Final || m.message != "" {
		t.Errorf("wrong secret: got %+v", f)
	}
}

func TestTeamsIsPostedACardAndItsAddressIsInNoError(t *testing.T) {
	var card struct {
		Type        string
		Attachments []struct {
			ContentType string
			Content     struct {
				Type    string
				Lang    string
				Body    []map[string]any
				Actions []map[string]any
			}
		}
	}
	answer := func(w http.ResponseWriter) { w.WriteHeader(http.StatusAccepted) }
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(&card); err != nil {
			t.Error(err)
		}
		answer(w)
	}))
	defer server.Close()
	teams := deliver.Teams{Webhook: server.URL + "/workflows/hemmeleg?sig=løyndom", Client: server.Client()}
	p := aParcel(t)
	p.Letter.Figures[0].Name = "Fekk *jobbtilbod* [her]"
	p.Doubtful = true
	if _, err := teams.Deliver(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	content := card.Attachments[0].Content
	if card.Type != "message" || content.Type != "AdaptiveCard" || content.Lang != "nn" || content.Actions[0]["url"] != p.Letter.Link.Address {
		t.Errorf("got %+v", card)
	}
	said, _ := json.Marshal(content.Body)
	for _, want := range []string{p.Letter.Subject, p.Letter.Again, `Fekk \\*jobbtilbod\\* \\[her\\]`, "17 av 30"} {
		if !strings.Contains(string(said), want) {
			t.Errorf("the card lacks %q: %s", want, said)
		}
	}
	for name, does := range map[string]func(http.ResponseWriter){
		"gone":       func(w http.ResponseWriter) { w.WriteHeader(http.StatusNotFound) },
		"cut":        func(w http.ResponseWriter) { panic(http.ErrAbortHandler) },
		"redirected": func(w http.ResponseWriter) { w.Header().Set("Location", "https://annan.example/"); w.WriteHeader(302) },
	} {
		answer = does
		client := server.Client()
		client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		_, err := teams.Deliver(t.Context(), p)
		f := faultOf(t, err)
		if strings.Contains(f.Error(), "hemmeleg") || strings.Contains(f.Error(), "sig=") {
			t.Errorf("%s: the fault says %s", name, f.Error())
		}
		if f.Uncertain != (name == "cut") || f.Final != (name != "cut") {
			t.Errorf("%s: got %+v", name, f)
		}
	}
}

func TestLetterboxHoldsOneFileForEachDelivery(t *testing.T) {
	p, to := aParcel(t), t.TempDir()
	box := deliver.Letterbox{Envelope: deliver.Envelope{From: "Traineeordninga <tal@example.no>", To: "leiar@example.no", Attached: []string{".xlsx"}, Now: now}, Path: to}
	for range 2 {
		if receipt, err := box.Deliver(t.Context(), p); err != nil || receipt != p.Name()+"-styreleder.eml" {
			t.Fatalf("got %q, %v", receipt, err)
		}
	}
	files := tree(t, to)
	message := files[p.Name()+"-styreleder.eml"]
	if len(files) != 1 || !strings.Contains(message, "Subject: ") {
		t.Fatalf("got %v", files)
	}
	if strings.Contains(message, p.Letter.Again) || !strings.Contains(message, "17 av 30 (57") {
		t.Errorf("the message is\n%s", message)
	}
	_, err := deliver.Letterbox{Envelope: box.Envelope, Path: filepath.Join(to, "ikkje der")}.Deliver(t.Context(), p)
	if f := faultOf(t, err); f.Code != deliver.CodeMissing {
		t.Errorf("got %+v", f)
	}
}

func TestSlowWebhookIsGivenUpAndMayHaveTakenIt(t *testing.T) {
	held := make(chan struct{})
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		<-held
	}))
	defer server.Close()
	defer close(held)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := deliver.Teams{Webhook: server.URL, Client: server.Client()}.Deliver(ctx, aParcel(t))
	if f := faultOf(t, err); f.Code != deliver.CodeCut || !f.Uncertain || f.Final {
		t.Errorf("got %+v", f)
	}
}

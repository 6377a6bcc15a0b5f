package web

import (
	_ "embed"
	"io"
	"net/http"
	"strings"

	"bolyst/internal/signin"
)

// Words is what the pages of the service say, in one language.
type Words struct {
	Language                                      string
	Others                                        []Language
	Service                                       string // its name
	Title, Lead, Name, Password, SignIn, Provider string
	Or                                            string
	SignedIn, SignOut, Front, Edition, Jobs, Data string
	Roles                                         map[string]string

	Wrong, Busy, Unreachable, Refused string // why nobody was signed in

	Forbidden, Unknown, OtherProgrammes, NoRole, NoEdition, Unapproved, Unwritten, Crossed Said

	NoReason, Superseded Said                                           // why a rejection, or an approval, was not written down
	Decided              func(edition, audience string, v Verdict) Said // and that one stands already
}

// Said is a page of few words: what is the matter, and what to do.
type Said struct{ Title, Text string }

// Language is another language in which the page can be read.
type Language struct{ Code, Name string }

//go:embed page/service.css
var serviceCSS string

// wordsFor are those of the language that was asked for, or that the browser prefers.
func (s Site) wordsFor(r *http.Request) Words {
	languages := []string{r.URL.Query().Get("lang")}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";") // browsers send them in the order of preference
		primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
		languages = append(languages, primary)
	}
	return s.Words(languages)
}

// say answers with a page of few words.
func (s Site) say(w http.ResponseWriter, r *http.Request, status int, which func(Words) Said) {
	words := s.wordsFor(r)
	said := which(words)
	view := struct {
		Words
		Title, Text string
		SignedIn    bool
	}{Words: words, Title: said.Title, Text: said.Text}
	if s.Door != nil {
		_, view.SignedIn = s.Door.Sessions.Who(w, r)
	}
	w.Header().Set("Cache-Control", "no-store")
	show(w, status, "said", words.Language, view)
}

func serviceStyle(w http.ResponseWriter, _ *http.Request, _ signin.Session) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "private, no-cache")
	io.WriteString(w, serviceCSS)
}

package web

import (
	"bytes"
	_ "embed"
	"html/template"
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
	SignedIn, SignOut, Front, Edition, Jobs       string
	Roles                                         map[string]string

	Wrong, Busy, Unreachable, Refused string // why nobody was signed in

	Forbidden, Unknown, OtherProgrammes, NoRole, NoEdition, Unapproved, Unwritten, Crossed Said
}

// Said is a page of few words: what is the matter, and what to do.
type Said struct{ Title, Text string }

var (
	//go:embed page/signin.html
	signInText     string
	signInTemplate = template.Must(template.New("sign-in").Parse(signInText))

	//go:embed page/said.html
	saidText     string
	saidTemplate = template.Must(template.New("said").Parse(saidText))

	//go:embed page/service.css
	serviceCSS string
)

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
	view := struct {
		Words
		Said
		SignedIn bool
	}{Words: words, Said: which(words)}
	if s.Door != nil {
		_, view.SignedIn = s.Door.Sessions.Who(w, r)
	}
	var page bytes.Buffer
	if err := saidTemplate.Execute(&page, view); err != nil {
		http.Error(w, "Siden kan ikke vises. / The page cannot be shown.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", words.Language)
	w.Header().Set("Content-Security-Policy", formPolicy)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	page.WriteTo(w)
}

func serviceStyle(w http.ResponseWriter, _ *http.Request, _ signin.Session) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "private, no-cache")
	io.WriteString(w, serviceCSS)
}

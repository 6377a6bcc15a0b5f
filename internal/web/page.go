package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"strings"
)

//go:embed page/*.html
var pages embed.FS

var templates = template.Must(template.ParseFS(pages, "page/*.html"))

// formPolicy is that of an edition, except that the buttons send a form to this server.
var formPolicy = strings.Replace(policy, "form-action 'none'", "form-action 'self'", 1)

// show answers with a page of the service, whole or not at all.
func show(w http.ResponseWriter, status int, name, language string, view any) {
	var page bytes.Buffer
	if err := templates.ExecuteTemplate(&page, name+".html", view); err != nil {
		http.Error(w, "Siden kan ikke vises. / The page cannot be shown.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", language)
	w.Header().Set("Content-Security-Policy", formPolicy)
	w.WriteHeader(status)
	page.WriteTo(w)
}

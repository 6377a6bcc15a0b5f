package web

import (
	"net/http"

	"bolyst/internal/signin"
)

// DataPage is what has come in, and what became of it.
type DataPage struct {
	Desk
	Tables []Table
}

func (s Site) data(w http.ResponseWriter, r *http.Request, _ signin.Session) {
	page := s.Data(r.Context(), r.URL.Query().Get("lang"))
	show(w, http.StatusOK, "data", page.Language, page)
}

package web

import (
	"net/http"
	"slices"

	"bolyst/internal/signin"
)

// Route is a line of the table of routes: which addresses, and who may ask for them. Where nobody is named, nobody may.
type Route struct {
	Pattern string
	Open    bool // for whoever asks, also before they have signed in
	Roles   []signin.Role

	serve func(http.ResponseWriter, *http.Request, signin.Session)
}

// Each role reads the edition of its own audience. An edition's front page has the doors of all audiences, and its manifest
// names the files of the programme: they are for the administrator, who sits at the files anyhow.
var (
	anyone   = signin.Roles()
	workers  = []signin.Role{signin.Staff, signin.Admin}
	admins   = []signin.Role{signin.Admin}
	audience = map[string][]signin.Role{
		"board":  {signin.Board, signin.Admin},
		"centre": {signin.Centre, signin.Admin},
		"staff":  {signin.Staff, signin.Admin},
		"public": anyone, // open data: who is to have them without signing in, gets them where they are laid out
	}
)

// Routes is everything that the service answers. There is no other way in: the multiplexer is made of this table.
func (s Site) Routes() []Route {
	editions := http.StripPrefix("/editions", editionsOnly(&files{root: s.Editions, under: "/editions", now: s.Now}))
	read := func(w http.ResponseWriter, r *http.Request, who signin.Session) { s.read(w, r, who, editions) }
	routes := []Route{
		{Pattern: "GET /health", Open: true, serve: s.health},
		{Pattern: "GET /ready", Open: true, serve: s.ready},
		{Pattern: "GET /service.css", Open: true, serve: serviceStyle},
		{Pattern: "GET /sign-in", Open: true, serve: s.signInPage},
		{Pattern: "POST /sign-in", Open: true, serve: s.signIn},
		{Pattern: "GET /sign-in/provider", Open: true, serve: s.toProvider},
		{Pattern: "GET /sign-in/callback", Open: true, serve: s.fromProvider},
		{Pattern: "POST /sign-out", Open: true, serve: s.signOut},
		{Pattern: "GET /jobs", Roles: workers, serve: s.jobs},
		{Pattern: "POST /jobs", Roles: workers, serve: s.ask},
		{Pattern: "GET /data", Roles: workers, serve: s.data},
		{Pattern: "GET /trace", Roles: workers, serve: s.trace},
		{Pattern: "/editions/", Roles: admins, serve: read},
		{Pattern: "/editions/{edition}/board/", Roles: s.readers("board"), serve: read},
		{Pattern: "/editions/{edition}/centre/", Roles: s.readers("centre"), serve: read},
		{Pattern: "/editions/{edition}/staff/", Roles: audience["staff"], serve: read},
		{Pattern: "/editions/{edition}/public/", Roles: audience["public"], serve: read},
		{Pattern: "GET /{$}", Roles: anyone, serve: s.front},
		{Pattern: "/", Roles: anyone, serve: s.toLatest},
	}
	if s.SignOff != nil {
		routes = append(routes, Route{Pattern: "POST /sign-off", Roles: workers, serve: s.signOff})
	}
	if s.Metrics != nil {
		routes = append(routes, Route{Pattern: "GET /metrics", Roles: workers,
			serve: func(w http.ResponseWriter, r *http.Request, _ signin.Session) { s.Metrics.ServeHTTP(w, r) }})
	}
	return routes
}

// readers are the roles that read the part of an audience: its own, and whoever approves it.
func (s Site) readers(part string) []signin.Role {
	if s.Approver == nil || s.Approver(part) == "" || slices.Contains(audience[part], s.Approver(part)) {
		return audience[part]
	}
	return append(slices.Clone(audience[part]), s.Approver(part))
}

package web_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/oauth2-proxy/mockoidc"

	"bolyst/internal/signin"
	"bolyst/internal/web"
)

const password = "fjord og fjell i nord"

// A house is a service with a door, served by https, and what it has written down.
type house struct {
	*service
	*httptest.Server
	users string
	deeds []string
	fails error // what writing down ends with
}

// aHouse has a user of each role, named after it, and eva of the centre who is let in for the programme kom alone.
func aHouse(t *testing.T, change func(*house)) *house {
	t.Helper()
	h := &house{service: aService(t), users: filepath.Join(t.TempDir(), "users.json")}
	for _, role := range signin.Roles() {
		h.add(t, signin.Person{Name: string(role), Role: role})
	}
	h.add(t, signin.Person{Name: "eva", Role: signin.Centre, Programmes: []string{"kom"}})
	h.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.service.Handler().ServeHTTP(w, r) }))
	public := &url.URL{Scheme: "https", Host: h.Listener.Addr().String()}
	users := signin.OpenUsers(h.users)
	sessions, err := signin.OpenSessions(h.seal(), t.TempDir(), users, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	h.Door = signin.NewDoor(sessions, users, nil, time.Now)
	h.Address = web.Address{Public: public}
	h.Record = func(did web.Deed, who, what string) error {
		h.deeds = append(h.deeds, fmt.Sprint(did, " ", who, " ", what))
		return h.fails
	}
	h.Programmes = func(string) ([]string, error) { return []string{"kom", "nord"}, nil }
	h.SignOff = func(string, string, string, bool, signin.Person) (web.Verdict, error) {
		return web.Verdict{Became: web.Written}, nil
	}
	if change != nil {
		change(h)
	}
	handler := h.service.Handler()
	h.Config.Handler = handler
	h.StartTLS()
	t.Cleanup(h.Close)
	return h
}

func (h *house) seal() signin.Seal {
	return signin.Seal{Key: bytes.Repeat([]byte{7}, 32), Secure: true}
}

// through has people sign in through a provider.
func (h *house) through(t *testing.T, c signin.Client) {
	t.Helper()
	p, err := signin.NewProvider(c, h.seal(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	h.Door.Through(p)
}

// fewHashes holds one hash for all users of the tests: making one is slow on purpose.
var fewHashes []byte

func (h *house) add(t *testing.T, p signin.Person) {
	t.Helper()
	if fewHashes == nil {
		if err := signin.AddUser(h.users, signin.Person{Name: "x", Role: signin.Board}, password); err != nil {
			t.Fatal(err)
		}
		users, err := signin.ReadUsers(h.users)
		if err != nil {
			t.Fatal(err)
		}
		fewHashes = []byte(users[0].Password)
		os.Remove(h.users)
	}
	users, err := signin.ReadUsers(h.users)
	if err != nil {
		t.Fatal(err)
	}
	users = append(users, signin.User{Person: p, Serial: p.Name, Password: string(fewHashes)})
	if err := os.WriteFile(h.users, encode(t, users), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A visitor is a browser that follows no redirect by itself.
type visitor struct {
	t      *testing.T
	house  *house
	client *http.Client
}

func (h *house) visitor(t *testing.T) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: h.Client().Transport, Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return &visitor{t, h, client}
}

// as is a visitor with the session of that user, without the slow way through the password.
func (h *house) as(t *testing.T, name string) *visitor {
	t.Helper()
	v := h.visitor(t)
	user, there := h.Door.Users.Find(name)
	if !there {
		t.Fatalf("there is no %s", name)
	}
	w := httptest.NewRecorder()
	if _, err := h.Door.Sessions.Begin(w, httptest.NewRequest("GET", "/", nil), user.Person, user.Serial); err != nil {
		t.Fatal(err)
	}
	v.client.Jar.SetCookies(h.Address.Public, w.Result().Cookies())
	return v
}

// ask sends a request as a browser's page of this server does.
func (v *visitor) ask(method, path string, form url.Values, headers ...string) (*http.Response, string) {
	v.t.Helper()
	r, err := http.NewRequest(method, v.house.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := v.client.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return answer, string(text)
}

// Every address of the table, and who may ask for it. The table of the service is the only way in, so a route that is new, or
// is for others than before, fails here.
func TestEveryRouteIsForItsRolesAlone(t *testing.T) {
	all, workers, nobody := "nobody board centre staff admin", "staff admin", ""
	want := map[string]struct {
		roles, address string
	}{
		"GET /health":                 {all, "/health"},
		"GET /ready":                  {all, "/ready"},
		"GET /service.css":            {all, "/service.css"},
		"GET /sign-in":                {all, "/sign-in"},
		"POST /sign-in":               {all, "/sign-in"},
		"GET /sign-in/provider":       {all, "/sign-in/provider"},
		"GET /sign-in/callback":       {all, "/sign-in/callback"},
		"POST /sign-out":              {all, "/sign-out"},
		"GET /jobs":                   {workers, "/jobs"},
		"POST /jobs":                  {workers, "/jobs"},
		"GET /data":                   {workers, "/data"},
		"GET /trace":                  {workers, "/trace?figure=job_offer_rate%7Call%7C2006"},
		"POST /sign-off":              {workers, "/sign-off"},
		"GET /metrics":                {workers, "/metrics"},
		"/editions/":                  {"admin", "/editions/first/"},
		"/editions/{edition}/board/":  {"board admin", "/editions/first/board/"},
		"/editions/{edition}/centre/": {"centre admin", "/editions/first/centre/"},
		"/editions/{edition}/staff/":  {"staff admin", "/editions/first/staff/"},
		"/editions/{edition}/public/": {"board centre staff admin", "/editions/first/public/"},
		"GET /{$}":                    {"board centre staff admin", "/"},
		"/":                           {"board centre staff admin", "/latest/"},
	}
	h := aHouse(t, nil)
	var table []string
	for _, route := range h.Routes() {
		table = append(table, route.Pattern)
		if _, named := want[route.Pattern]; !named {
			t.Errorf("%s is new: say here who may ask for it", route.Pattern)
		}
		if !route.Open && len(route.Roles) == 0 {
			t.Errorf("%s is for %q", route.Pattern, nobody)
		}
	}
	for pattern, rule := range want {
		if !slices.Contains(table, pattern) {
			t.Errorf("%s is not in the table", pattern)
		}
		method := "GET"
		if strings.HasPrefix(pattern, "POST") {
			method = "POST"
		}
		for _, who := range []string{"nobody", "board", "centre", "staff", "admin"} {
			v := h.visitor(t)
			if who != "nobody" {
				v = h.as(t, who)
			}
			r, _ := v.ask(method, rule.address, nil, "Accept", "*/*")
			refused := r.StatusCode == http.StatusForbidden || r.StatusCode == http.StatusUnauthorized
			if pattern == "POST /sign-in" { // nobody is signed in by nothing, but whoever wants may try
				refused = r.StatusCode == http.StatusForbidden
			}
			if pattern == "GET /sign-in/callback" || pattern == "GET /sign-in/provider" { // there is no provider
				refused = r.StatusCode != http.StatusNotFound
			}
			if may := slices.Contains(strings.Fields(rule.roles), who); refused == may {
				t.Errorf("%s as %s: got %d, want allowed %v", pattern, who, r.StatusCode, may)
			}
		}
	}
}

func TestEachAudienceReadsItsOwnEditionAlone(t *testing.T) {
	h := aHouse(t, nil)
	for _, who := range []string{"board", "centre", "staff", "admin"} {
		v := h.as(t, who)
		for _, part := range []string{"board", "centre", "staff"} {
			for _, address := range []string{"/editions/first/" + part + "/", "/editions/first/" + part + "/data/figures.csv", "/editions/second/" + part + "/nothing.html"} {
				r, text := v.ask("GET", address, nil)
				if may := who == part || who == "admin"; may == (r.StatusCode == http.StatusForbidden) || !may && strings.Contains(text, "page of") {
					t.Errorf("%s as %s: got %d", address, who, r.StatusCode)
				}
			}
		}
		want := "/editions/first/" + who + "/"
		if who == "admin" {
			want = "/editions/first/"
		}
		if r, _ := v.ask("GET", "/latest/", nil); r.StatusCode != http.StatusFound || r.Header.Get("Location") != want {
			t.Errorf("the newest as %s: got %d to %s", who, r.StatusCode, r.Header.Get("Location"))
		}
		_, front := v.ask("GET", "/", nil)
		for _, way := range []string{`href="/latest/"`, `action="/sign-out`} {
			if !strings.Contains(front, way) {
				t.Errorf("the front as %s: got no %s", who, way)
			}
		}
		if jobs := strings.Contains(front, `href="/jobs`); jobs != (who == "staff" || who == "admin") {
			t.Errorf("the front as %s: got a way to the jobs: %v", who, jobs)
		}
		if r, _ := v.ask("GET", "/board/", nil); (r.StatusCode == http.StatusForbidden) != (who == "centre" || who == "staff") {
			t.Errorf("/board/ as %s: got %d", who, r.StatusCode)
		}
		if r, _ := v.ask("GET", "/editions/first/manifest.json", nil); (r.StatusCode == http.StatusForbidden) != (who != "admin") {
			t.Errorf("the manifest as %s: got %d", who, r.StatusCode)
		}
	}
}

func TestReaderOfOneProgrammeGetsNoPageWithOthers(t *testing.T) {
	held := []string{"kom"}
	h := aHouse(t, func(h *house) { h.Programmes = func(string) ([]string, error) { return held, nil } })
	v := h.as(t, "eva")
	if r, text := v.ask("GET", "/editions/first/centre/", nil); r.StatusCode != http.StatusOK || !strings.Contains(text, "page of") {
		t.Errorf("an edition of her programme: got %d", r.StatusCode)
	}
	held = []string{"kom", "nord"}
	if r, text := v.ask("GET", "/editions/first/centre/", nil); r.StatusCode != http.StatusForbidden || !strings.Contains(text, "Andre program") {
		t.Errorf("an edition of two: got %d", r.StatusCode)
	}
	if r, _ := h.as(t, "centre").ask("GET", "/editions/first/centre/", nil); r.StatusCode != http.StatusOK {
		t.Errorf("without a scope: got %d", r.StatusCode)
	}
}

func TestVisitorIsLedToSignInAndBackToThePage(t *testing.T) {
	h := aHouse(t, nil)
	v := h.visitor(t)
	r, _ := v.ask("GET", "/editions/first/board/", nil)
	if got := r.Header.Get("Location"); r.StatusCode != http.StatusSeeOther || got != "/sign-in?to=%2Feditions%2Ffirst%2Fboard%2F" {
		t.Fatalf("got %d to %s", r.StatusCode, got)
	}
	r, text := v.ask("GET", r.Header.Get("Location"), nil)
	if r.StatusCode != http.StatusOK || !strings.Contains(text, `name="to" value="/editions/first/board/"`) || !strings.Contains(r.Header.Get("Content-Security-Policy"), "form-action 'self'") {
		t.Errorf("got %d %s", r.StatusCode, text)
	}
	r, text = v.ask("POST", "/sign-in", url.Values{"name": {"board"}, "password": {"wrong wrong wrong"}, "to": {"/editions/first/board/"}})
	if r.StatusCode != http.StatusUnauthorized || !strings.Contains(text, "Feil navn eller passord") || strings.Contains(text, "wrong wrong") || len(r.Cookies()) > 0 {
		t.Errorf("wrong password: got %d %s", r.StatusCode, text)
	}
	r, _ = v.ask("POST", "/sign-in", url.Values{"name": {"Board"}, "password": {password}, "to": {"/editions/first/board/"}})
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/editions/first/board/" || !strings.HasPrefix(r.Header.Get("Set-Cookie"), "__Host-bolyst-session=") {
		t.Fatalf("got %d to %s, %v", r.StatusCode, r.Header.Get("Location"), r.Header)
	}
	if r, text = v.ask("GET", "/editions/first/board/", nil); r.StatusCode != http.StatusOK || !strings.Contains(text, "page of first") && !strings.Contains(text, "page of") {
		t.Errorf("got %d", r.StatusCode)
	}
	if _, text = v.ask("GET", "/sign-in", nil); !strings.Contains(text, "<strong>board</strong> · styret") {
		t.Errorf("got %s", text)
	}
	r, _ = v.ask("POST", "/sign-out", url.Values{})
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Clear-Site-Data") != `"cache"` {
		t.Errorf("got %d, %v", r.StatusCode, r.Header)
	}
	if r, _ = v.ask("GET", "/editions/first/board/", nil); r.StatusCode != http.StatusSeeOther {
		t.Errorf("after signing out: got %d", r.StatusCode)
	}
	want := []string{fmt.Sprint(web.Failed, " board "), fmt.Sprint(web.SignedIn, " board board"), fmt.Sprint(web.Read, " board first/board"), fmt.Sprint(web.SignedOut, " board ")}
	if !slices.Equal(h.deeds, want) {
		t.Errorf("written down: got %q, want %q", h.deeds, want)
	}
}

func TestVisitorIsLedBackToWhatWasAskedFor(t *testing.T) {
	v := aHouse(t, nil).visitor(t)
	r, _ := v.ask("GET", "/trace?figure=applicants%7Ckom%7C2009&as_of=2010-12-31", nil)
	_, text := v.ask("GET", r.Header.Get("Location"), nil)
	if want := `name="to" value="/trace?as_of=2010-12-31&amp;figure=applicants%7Ckom%7C2009"`; !strings.Contains(text, want) {
		t.Errorf("got %s, want %s in it", text, want)
	}
}

func TestNobodyIsLedAway(t *testing.T) {
	h := aHouse(t, nil)
	for _, to := range []string{"https://attacker.example/", "//attacker.example/", `/\attacker.example`, "/%2Fattacker.example", "javascript:alert(1)", "board", "/../x", "/board/\r\nX: y", "//attacker.example?to=/", "https:/?x"} {
		_, text := h.visitor(t).ask("GET", "/sign-in?to="+url.QueryEscape(to), nil)
		if !strings.Contains(text, `name="to" value="/"`) {
			t.Errorf("%q: got %s", to, text)
		}
	}
}

func TestFormOfAnotherSiteIsRefused(t *testing.T) {
	h := aHouse(t, nil)
	for _, path := range []string{"/sign-in", "/sign-out", "/jobs"} {
		for _, headers := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Site", "", "Origin", "https://attacker.example"}} {
			r, _ := h.as(t, "staff").ask("POST", path, url.Values{"job": {"publish"}, "name": {"staff"}, "password": {password}}, headers...)
			if r.StatusCode != http.StatusForbidden {
				t.Errorf("%s %v: got %d", path, headers, r.StatusCode)
			}
		}
	}
	if len(h.asked) > 0 {
		t.Errorf("started %v", h.asked)
	}
}

func TestWhatCannotBeWrittenDownIsNotDone(t *testing.T) {
	h := aHouse(t, nil)
	h.fails = os.ErrPermission
	r, _ := h.visitor(t).ask("POST", "/sign-in", url.Values{"name": {"board"}, "password": {password}})
	if r.StatusCode != http.StatusInternalServerError || len(r.Cookies()) > 0 {
		t.Errorf("got %d with %v", r.StatusCode, r.Cookies())
	}
	if r, _ := h.as(t, "board").ask("GET", "/editions/first/board/", nil); r.StatusCode != http.StatusOK {
		t.Errorf("who is in reads on: got %d", r.StatusCode)
	}
}

func TestTriesAreCountedByTheAddressBehindTheProxy(t *testing.T) {
	h := aHouse(t, func(h *house) { h.Address.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")} })
	provider := func(from string) int {
		r, _ := h.visitor(t).ask("GET", "/sign-in/provider", nil, "X-Forwarded-For", from)
		return r.StatusCode
	}
	m, err := mockoidc.Run()
	if err != nil {
		t.Fatal(err)
	}
	defer m.Shutdown()
	h.through(t, signin.Client{Issuer: m.Issuer(), ID: m.ClientID, Secret: m.ClientSecret, Redirect: h.URL + "/sign-in/callback"})
	for i := range 20 { // who writes addresses of their own in front is still counted as what the proxy saw
		if got := provider(fmt.Sprintf("203.0.113.%d, 192.0.2.1", i)); got != http.StatusSeeOther {
			t.Fatalf("try %d: got %d", i, got)
		}
	}
	if a, b := provider("192.0.2.1"), provider("192.0.2.2"); a != http.StatusTooManyRequests || b != http.StatusSeeOther {
		t.Errorf("got %d and %d", a, b)
	}
}

// The whole way through a real provider. When it goes down, who is in stays in.
func TestProviderSignsInAndItsSessionsGoOnWhenItIsDown(t *testing.T) {
	m, err := mockoidc.Run()
	if err != nil {
		t.Fatal(err)
	}
	h := aHouse(t, func(h *house) {
		client := signin.Client{Issuer: m.Issuer(), ID: m.ClientID, Secret: m.ClientSecret, Redirect: h.Address.Public.String() + "/sign-in/callback",
			Scopes: []string{"profile", "groups"}, Name: "preferred_username", Roles: "groups", Grants: []signin.Grant{{Value: "design", Role: signin.Board}}}
		h.through(t, client)
	})
	v := h.visitor(t)
	v.client.CheckRedirect = nil
	v.client.Transport = h.Client().Transport
	r, text := v.ask("GET", "/sign-in/provider?to=/editions/first/board/", nil)
	if r.StatusCode != http.StatusOK || !strings.Contains(text, "page of") {
		t.Fatalf("got %d %s", r.StatusCode, text)
	}
	if want := fmt.Sprint(web.SignedIn, " jane.doe board"); !slices.Contains(h.deeds, want) {
		t.Errorf("written down: %q", h.deeds)
	}
	m.Shutdown()
	if r, _ := v.ask("GET", "/editions/first/board/", nil); r.StatusCode != http.StatusOK || r.Request.URL.Path != "/editions/first/board/" {
		t.Errorf("with the provider down: got %d at %s", r.StatusCode, r.Request.URL)
	}
	m2, _ := mockoidc.Run()
	defer m2.Shutdown()
	m2.QueueUser(&mockoidc.MockUser{Subject: "2", PreferredUsername: "per", Groups: []string{"sales"}})
	client := signin.Client{Issuer: m2.Issuer(), ID: m2.ClientID, Secret: m2.ClientSecret, Redirect: h.Address.Public.String() + "/sign-in/callback",
		Scopes: []string{"profile", "groups"}, Name: "preferred_username", Roles: "groups", Grants: []signin.Grant{{Value: "design", Role: signin.Board}}}
	h.through(t, client)
	if r, _ := v.ask("GET", "/editions/first/board/", nil); r.StatusCode == http.StatusOK && r.Request.URL.Path == "/editions/first/board/" {
		t.Error("who came through another provider is still in")
	}
	per := h.visitor(t)
	per.client.CheckRedirect = nil
	if r, text := per.ask("GET", "/sign-in/provider", nil); r.StatusCode != http.StatusForbidden || !strings.Contains(text, "Ingen rolle") {
		t.Errorf("who has no role: got %d %s", r.StatusCode, text)
	}
}

func TestForeignNameOfTheServiceIsMisdirected(t *testing.T) {
	h := aHouse(t, func(h *house) { h.Address.Public = &url.URL{Scheme: "https", Host: "tall.example.no"} })
	for host, want := range map[string]int{"tall.example.no": 200, "TALL.example.no": 200, "attacker.example": 421, "tall.example.no.attacker.example": 421, "127.0.0.1": 200} {
		r := httptest.NewRequest("GET", "/health", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.service.Handler().ServeHTTP(w, r)
		if w.Code != want || w.Header().Get("Strict-Transport-Security") == "" || w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s: got %d, want %d, with %v", host, w.Code, want, w.Header())
		}
	}
}

package fetch

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

func TestThreeRedirectsAreFollowedAndNoFourth(t *testing.T) {
	server, web := serve(t, func(w http.ResponseWriter, r *http.Request) {
		left, _ := strconv.Atoi(strings.Trim(r.URL.Path, "/"))
		if left == 0 {
			_, _ = io.WriteString(w, "fremme")
			return
		}
		http.Redirect(w, r, "/"+strconv.Itoa(left-1), http.StatusFound)
	})
	folder := private(t)
	file, err := HTTPS{URL: server.URL + "/3", Web: web}.Fetch(context.Background(), folder, State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, "fremme")
	for _, path := range []string{"/4", "/1000"} {
		folder := private(t)
		_, err = HTTPS{URL: server.URL + path, Web: web}.Fetch(context.Background(), folder, State{})
		wantFault(t, err, CodeRedirects, folder)
	}
}

func TestRedirectInARingEnds(t *testing.T) {
	asked := 0
	server, web := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		http.Redirect(w, r, r.URL.Path, http.StatusMovedPermanently)
	})
	folder := private(t)
	_, err := HTTPS{URL: server.URL + "/ring", Web: web}.Fetch(context.Background(), folder, State{})
	wantFault(t, err, CodeRedirects, folder)
	if asked != mostRedirects+1 {
		t.Errorf("got %d questions, want %d", asked, mostRedirects+1)
	}
}

func TestEveryTargetOfARedirectIsChecked(t *testing.T) {
	cases := []struct{ target, code string }{
		{"http://example.com/fil.csv", CodeRedirect},
		{"file:///etc/passwd", CodeRedirect},
		{"https://kari:" + canary + "@example.com/", CodeRedirect},
		{"https://127.0.0.2/", CodePrivate},
		{"https://10.0.0.1/", CodePrivate},
		{"https://[::1]/", CodePrivate},
		{"https://[::ffff:169.254.169.254]/latest/meta-data/", CodePrivate},
		{"https://[64:ff9b::7f00:1]/", CodePrivate},
		{"https://rebind.example.com/", CodePrivate},
	}
	for _, c := range cases {
		server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", c.target)
			w.WriteHeader(http.StatusFound)
		})
		web.resolver = lookUps(t, "127.0.0.1")
		folder := private(t)
		_, err := HTTPS{URL: server.URL + "/", Web: web, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
		wantFault(t, err, c.code, folder)
	}
}

func TestSecretStaysWithItsHost(t *testing.T) {
	type shown struct{ token, key string }
	var here, back, there []shown
	see := func(r *http.Request) shown { return shown{r.Header.Get("Authorization"), r.Header.Get("X-Key")} }
	other, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		there = append(there, see(r))
		http.Redirect(w, r, r.URL.Query().Get("back"), http.StatusTemporaryRedirect)
	})
	server, web := serve(t, nil)
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/back" {
			back = append(back, see(r))
			_, _ = io.WriteString(w, "a\n")
			return
		}
		here = append(here, see(r))
		http.Redirect(w, r, other.URL+"/?back="+server.URL+"/back", http.StatusTemporaryRedirect)
	})
	web.Roots = trust(server, other)
	source := HTTPS{URL: server.URL + "/start.csv", Token: canary, Headers: map[string]string{"X-Key": canary}, Web: web}
	if _, err := source.Fetch(context.Background(), private(t), State{}); err != nil {
		t.Fatal(err)
	}
	whole := shown{"Bearer " + canary, canary}
	if len(here) != 1 || here[0] != whole || len(back) != 1 || back[0] != whole {
		t.Errorf("the host itself got %v and %v, want the secret", here, back)
	}
	if len(there) != 1 || there[0] != (shown{}) {
		t.Errorf("another host got %v, want no secret", there)
	}
}

func TestSecretStaysAwayFromTheHostBelow(t *testing.T) {
	server, web := serve(t, nil)
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "https://"), ":")
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.Host, "sub.") {
			if got := r.Header.Get("Authorization"); got != "" {
				t.Errorf("the host below got %q", got)
			}
			return
		}
		http.Redirect(w, r, "https://sub.example.com:"+port+"/x.csv", http.StatusFound)
	})
	web.resolver = lookUps(t, "127.0.0.1")
	web.Allow = []string{"example.com", "sub.example.com"}
	source := HTTPS{URL: "https://example.com:" + port + "/", Token: canary, Web: web}
	if _, err := source.Fetch(context.Background(), private(t), State{}); err != nil {
		t.Fatal(err)
	}
}

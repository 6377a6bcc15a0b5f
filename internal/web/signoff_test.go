package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"bolyst/internal/signin"
	"bolyst/internal/web"
)

// aServiceWithDrafts is one in which the board is shown the first edition, and the second waits for the staff.
func aServiceWithDrafts(t *testing.T) (s *service, did *[]string) {
	s, did = aService(t), &[]string{}
	s.latest = "second"
	s.Latest = func(audience string) (string, error) {
		if audience == "board" {
			return "first", nil
		}
		return s.latest, nil
	}
	s.IsShown = func(edition, audience string) bool { return audience != "board" || edition == "first" }
	s.Approver = func(audience string) signin.Role {
		if audience == "board" {
			return signin.Staff
		}
		return ""
	}
	s.SignOff = func(edition, audience, reason string, approved bool, who signin.Person) (web.Verdict, error) {
		if audience != "board" {
			return web.Verdict{Became: web.NotTheirs}, nil
		}
		verdict := "rejects"
		if approved {
			verdict = "approves"
		}
		*did = append(*did, strings.Join([]string{string(who.Role), verdict, edition, audience, reason}, " "))
		return web.Verdict{Became: web.Written}, nil
	}
	return s, did
}

func TestPartThatMustBeApprovedIsReadByItsAudienceAndWhoeverApprovesIt(t *testing.T) {
	s, _ := aServiceWithDrafts(t)
	for _, route := range s.Routes() {
		want, ok := map[string][]signin.Role{
			"/editions/{edition}/board/":  {signin.Board, signin.Admin, signin.Staff},
			"/editions/{edition}/centre/": {signin.Centre, signin.Admin},
			"POST /sign-off":              {signin.Staff, signin.Admin},
		}[route.Pattern]
		if ok && !slices.Equal(route.Roles, want) {
			t.Errorf("%s is for %v, want %v", route.Pattern, route.Roles, want)
		}
	}
}

func TestApprovalIsAskedForByAFormOfOurOwnAlone(t *testing.T) {
	s, did := aServiceWithDrafts(t)
	s.Jobs = func(string) web.JobsPage {
		return web.JobsPage{Desk: web.Desk{Language: "nb"}, Drafts: web.Drafts{Approve: "Godkjenn", Edition: "second", Parts: []web.Draft{{Audience: "board", Text: "for styret"}}}}
	}
	if page := body(t, s.answer("GET", "/jobs", "")); !strings.Contains(page, `action="/sign-off"`) || !strings.Contains(page, `href="/editions/second/board/"`) ||
		!strings.Contains(page, `name="reason" maxlength="500" required`) || !strings.Contains(page, `value="approve" formnovalidate`) {
		t.Errorf("the page is\n%s", page)
	}
	const form = "edition=second&audience=board&verdict=approve"
	for name, c := range map[string]struct {
		form    string
		headers []string
		want    int
	}{
		"approved":          {form, []string{"Sec-Fetch-Site", "same-origin"}, http.StatusSeeOther},
		"rejected":          {"edition=second&audience=board&verdict=reject&reason=feil", nil, http.StatusSeeOther},
		"nothing to decide": {"edition=second&audience=centre&verdict=approve", nil, http.StatusForbidden},
		"from another site": {form, []string{"Sec-Fetch-Site", "cross-site"}, http.StatusForbidden},
	} {
		if r := s.answer("POST", "/sign-off", c.form, c.headers...); r.StatusCode != c.want {
			t.Errorf("%s: got %d, want %d", name, r.StatusCode, c.want)
		}
	}
	slices.Sort(*did)
	if want := []string{"admin approves second board ", "admin rejects second board feil"}; !slices.Equal(*did, want) {
		t.Errorf("got %q, want %q", *did, want)
	}
}

func TestWhyAnApprovalWasNotWrittenIsSaidOnThePage(t *testing.T) {
	for name, c := range map[string]struct {
		v    web.Verdict
		want int
		says []string
	}{
		"for another role":  {web.Verdict{}, http.StatusForbidden, []string{"Ingen adgang"}},
		"without a reason":  {web.Verdict{Became: web.WithoutReason}, http.StatusBadRequest, []string{"Skriv hvorfor"}},
		"of an old edition": {web.Verdict{Became: web.Superseded}, http.StatusConflict, []string{"Nyere utgave"}},
		"approved before":   {web.Verdict{Became: web.AlreadyApproved, Who: "kari"}, http.StatusConflict, []string{"Godkjent av kari", "second/board"}},
		"rejected before":   {web.Verdict{Became: web.AlreadyRejected, Who: "kari"}, http.StatusConflict, []string{"Avvist av kari", "second/board"}},
	} {
		s := aService(t)
		s.SignOff = func(string, string, string, bool, signin.Person) (web.Verdict, error) { return c.v, nil }
		r := s.answer("POST", "/sign-off", "edition=second&audience=board&verdict=reject&reason=")
		text := body(t, r)
		for _, want := range c.says {
			if r.StatusCode != c.want || !strings.Contains(text, want) {
				t.Errorf("%s: got %d, want %d and %q:\n%s", name, r.StatusCode, c.want, want, text)
			}
		}
	}
}

func TestDraftIsShownToWhoeverApprovesItAndNotToItsAudience(t *testing.T) {
	h := aHouse(t, func(h *house) {
		s, _ := aServiceWithDrafts(t)
		h.Latest, h.IsShown, h.Approver, h.latest = s.Latest, s.IsShown, s.Approver, "second"
	})
	for _, c := range []struct {
		who, address string
		want         int
		says         string
	}{
		{"board", "/editions/first/board/", http.StatusOK, "page of first"},
		{"board", "/editions/second/board/", http.StatusForbidden, "Ikke godkjent"},
		{"board", "/editions/second/board/data/figures.csv", http.StatusForbidden, "Ikke godkjent"},
		{"board", "/latest/", http.StatusOK, "page of first"},
		{"centre", "/editions/second/centre/", http.StatusOK, "page of second"},
		{"staff", "/editions/second/board/", http.StatusOK, "page of second"},
		{"staff", "/board/", http.StatusOK, "page of second"},
		{"staff", "/editions/second/centre/", http.StatusForbidden, "Ingen adgang"},
		{"admin", "/editions/second/board/", http.StatusOK, "page of second"},
	} {
		r, text := h.as(t, c.who).ask("GET", c.address, nil)
		for r.StatusCode == http.StatusFound || r.StatusCode == http.StatusTemporaryRedirect {
			r, text = h.as(t, c.who).ask("GET", r.Header.Get("Location"), nil)
		}
		if r.StatusCode != c.want || !strings.Contains(text, c.says) {
			t.Errorf("%s, %s: got %d %q, want %d", c.who, c.address, r.StatusCode, text, c.want)
		}
	}
}

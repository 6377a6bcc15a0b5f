package web_test

import (
	"io"
	"strings"
	"testing"

	"bolyst/internal/web"
)

func TestWhatStandsInATableIsText(t *testing.T) {
	s := aService(t)
	text := body(t, s.answer("GET", "/data?lang=en", ""))
	if !strings.Contains(text, "Data inn en") || !strings.Contains(text, `<th scope="row">&lt;script&gt;</th>`) || !strings.Contains(text, "<caption>Kildene</caption>") {
		t.Errorf("got %s", text)
	}
}

func TestTraceAnswersWithWhatBecameOfTheQuestion(t *testing.T) {
	s := aService(t)
	for _, test := range []struct {
		traced      web.TracePage
		err         error
		want        int
		retry, text string
	}{
		{web.TracePage{Figure: "Andel & flere", Sum: "7 i alt"}, nil, 200, "", "<h2>Andel &amp; flere</h2>\n<p>7 i alt</p>"},
		{web.TracePage{Fields: []web.Field{{Name: "period", Label: "Kull", Value: "2007", Options: []web.Option{{"2006", "2006"}, {"2007", "2007"}}}}}, nil, 200, "",
			`<option value="2006">2006</option><option value="2007" selected>2007</option>`},
		{web.TracePage{Wrong: "«x» er ikke en indikator"}, nil, 400, "", `role="alert">«x» er ikke`},
		{web.TracePage{Wrong: "leses ikke nå"}, web.ErrBusy, 503, "10", "leses ikke nå"},
		{web.TracePage{Wrong: "noe gikk galt"}, io.ErrUnexpectedEOF, 500, "", "noe gikk galt"},
		{web.TracePage{Figure: "Andel"}, web.ErrUnwritten, 500, "", "Kunne ikke føres"},
	} {
		s.traced, s.untraced = test.traced, test.err
		r := s.answer("GET", "/trace?figure=a", "")
		text := body(t, r)
		if r.StatusCode != test.want || r.Header.Get("Retry-After") != test.retry || !strings.Contains(text, test.text) || strings.Contains(text, "<h2>") != (test.text[:2] == "<h") {
			t.Errorf("%+v: got %d and %s", test.traced, r.StatusCode, text)
		}
	}
	if s.asked[0] != " a" {
		t.Errorf("got %q", s.asked)
	}
}

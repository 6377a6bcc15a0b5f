package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/edition"
	"bolyst/metrics"
)

// A history is an installation that publishes again and again, while one person after the other completes.
type history struct {
	t       *testing.T
	folder  string
	random  *rand.Rand
	persons int
	without int // the last trainee who got no offer
}

func newHistory(t *testing.T, editions string) *history {
	h := &history{t: t, folder: t.TempDir(), random: rand.New(rand.NewPCG(4, 1))}
	trainees, offers := h.come(24)
	if err := layOut(h.folder, map[string]string{"traineer-000.csv": trainees, "tilbud-000.csv": offers}); err != nil {
		t.Fatal(err)
	}
	config, err := os.OpenFile(filepath.Join(h.folder, "bolyst.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(config, editions)
	if err := config.Close(); err != nil {
		t.Fatal(err)
	}
	h.publish()
	return h
}

// come writes the files of trainees who completed, two of three of them with an offer.
func (h *history) come(n int) (trainees, offers string) {
	trainees, offers = "Nr;Kull;Start;Plan;Slutt;Grunn\n", "Nr;Trainee;Dato;Medlem;Kommune;Svar\n"
	for range n {
		h.persons++
		year := 2006 + h.random.IntN(3)
		trainees += fmt.Sprintf("T%d;%d;%d-08-01;%d-07-31;%d-07-31;completed\n", h.persons, year, year, year+2, year+2)
		if h.random.IntN(3) > 0 {
			offers += fmt.Sprintf("J%d;T%d;2010-09-01;ja;1505;\n", h.persons, h.persons)
		} else {
			h.without = h.persons
		}
	}
	return trainees, offers
}

// publish takes in the files and publishes, and returns what was said.
func (h *history) publish() string {
	h.t.Helper()
	h.run("ingest")
	return h.run("publish", "--as-of", "2010-12-31")
}

func (h *history) run(args ...string) string {
	h.t.Helper()
	var out, errs bytes.Buffer
	if code := run(bg, append(args, "-c", filepath.Join(h.folder, "bolyst.yaml")), &out, &errs, scriptClock); code != exitDone {
		h.t.Fatalf("%v: exit code %d\n%s%s", args, code, out.String(), errs.String())
	}
	return errs.String()
}

// more adds the files of those who have completed since, and publishes.
func (h *history) more(n int) string {
	h.t.Helper()
	trainees, offers := h.come(n)
	for name, content := range map[string]string{"traineer": trainees, "tilbud": offers} {
		file := filepath.Join(h.folder, "filer", fmt.Sprintf("%s-%03d.csv", name, h.persons))
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			h.t.Fatal(err)
		}
	}
	return h.publish()
}

// late adds the offer of somebody who was said to have none, and publishes.
func (h *history) late() string {
	h.t.Helper()
	offer := fmt.Sprintf("Nr;Trainee;Dato;Medlem;Kommune;Svar\nL%d;T%d;2010-09-01;ja;1505;\n", h.without, h.without)
	if err := os.WriteFile(filepath.Join(h.folder, "filer", fmt.Sprintf("tilbud-%03d-sent.csv", h.without)), []byte(offer), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return h.publish()
}

// leaks compares every two published editions of the audience, as their files are, and lists what they tell together.
func (h *history) leaks(audience string) (found []string) {
	h.t.Helper()
	c := &console{out: &bytes.Buffer{}, err: &bytes.Buffer{}, config: filepath.Join(h.folder, "bolyst.yaml"), now: scriptClock}
	in, err := c.configured(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	names, err := edition.List(in.editions())
	if err != nil {
		h.t.Fatal(err)
	}
	who, _ := in.audience(audience)
	draft := metrics.Draft{Definitions: in.definitions}
	var shown [][]metrics.Figure
	for i, name := range names {
		figures, err := in.figuresIn(name, audience)
		if err != nil {
			h.t.Fatal(err)
		}
		for j := range figures {
			d := metrics.Table{Draft: draft}.Definition(figures[j].Indicator)
			figures[j].Kind = d.Kind
		}
		for j, before := range shown {
			for _, leak := range metrics.Differences(metrics.Table{Figures: before}, metrics.Table{Draft: draft, Audience: who, Figures: figures}) {
				found = append(found, fmt.Sprintf("%s → %s: %+v", names[j], names[i], leak))
			}
		}
		shown = append(shown, figures)
	}
	return found
}

func TestNoTwoEditionsTellWhatBecameOfThePersonWhoCameInBetween(t *testing.T) {
	long(t)
	h := newHistory(t, "")
	headline := "Job-offer rate · Total: changed by 1 since edition 2010-12-31-b0002-"
	if said := h.more(1); !strings.Contains(said, headline) {
		t.Errorf("got %q, want the headline held back", said)
	}
	for range 5 {
		h.more(1)
	}
	for _, audience := range []string{"board", "centre"} {
		if leaks := h.leaks(audience); len(leaks) > 0 {
			t.Errorf("%s: got %q, want nothing told", audience, leaks)
		}
	}
}

func TestOutcomeOfOneThatTurnedOutAnotherIsHeldBack(t *testing.T) {
	long(t)
	h := newHistory(t, "")
	if said := h.late(); !strings.Contains(said, "Job-offer rate · Total: changed by 1 since edition 2010-12-31-b0002-") {
		t.Errorf("got %q, want the headline held back", said)
	}
	for _, audience := range []string{"board", "centre"} {
		if leaks := h.leaks(audience); len(leaks) > 0 {
			t.Errorf("%s: got %q, want nothing told", audience, leaks)
		}
	}
	var out, errs bytes.Buffer
	run(bg, []string{"diff", "2010-12-31-b0002", "latest", "--audience", "board", "-c", filepath.Join(h.folder, "bolyst.yaml")}, &out, &errs, scriptClock)
	if strings.Contains(out.String(), "Job-offer rate") || errs.Len() > 0 {
		t.Errorf("diff: got %s%s, want nothing of the job offers", out.String(), errs.String())
	}
}

func TestHeadlineIsShownWhenManyHaveComeAtOnce(t *testing.T) {
	h := newHistory(t, "")
	if said := h.more(40); strings.Contains(said, "Job-offer rate · Total") {
		t.Errorf("got %q, want the headline shown", said)
	}
	if leaks := h.leaks("board"); len(leaks) > 0 {
		t.Errorf("got %q, want nothing told", leaks)
	}
}

func TestWhatIsToldAllTheSameIsSaid(t *testing.T) {
	h := newHistory(t, "editions: {differencing: tell}")
	said := h.more(1)
	if !strings.Contains(said, "are shown, although their change from an earlier edition tells") || !strings.Contains(said, "Job-offer rate · Total: changed by 1 since") {
		t.Errorf("got %q, want it said that the change of one is told", said)
	}
	if len(h.leaks("board")) == 0 {
		t.Error("got nothing told, want the change of one")
	}
}

func TestEditionThatIsPublishedAgainIsComparedWithWhatCameBeforeIt(t *testing.T) {
	long(t)
	h := newHistory(t, "")
	h.more(1)
	if said := h.run("publish", "--as-of", "2010-12-31", "--known-at", "2"); !strings.Contains(said, "had been published before, with the same content") {
		t.Errorf("got %q, want the same edition", said)
	}
}

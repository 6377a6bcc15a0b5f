package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The counts of the plan, in the rows that will be accepted: written as the indicators define them, and without the program that
// the files are for.
func TestPeopleAreThoseOfThePlan(t *testing.T) {
	for _, s := range newEvaluation() {
		p := s.programme
		got := []int{len(s.trainees), s.count(0, 2010, (*trainee).completed), s.count(0, 2010, s.offered)}
		want := []int{p.hired(), p.completed(), p.offered}
		for _, years := range []int{0, 2, 3} {
			in, known := s.livedIn(years)
			inWanted, knownWanted := p.count(years)
			got, want = append(got, in, known), append(want, inWanted, knownWanted)
		}
		if p.id == kom.id { // the evaluation asks of residence alone: one more than live and work there
			got, want = append(got, s.count(0, 2010, s.livesAndWorks)), append(want, 17)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v: hired, completed, offered, then in the region and known, now, after two and after three years", p.id, got, want)
		}
	}
}

// livedIn counts who completed and lived in the region so many years later, and of how many that is known; 0 asks of the as-of
// date. It goes by where people were seen last, at most 18 months before, or are said to have moved from before the day.
func (s scheme) livedIn(years int) (in, known int) {
	for _, t := range s.trainees {
		day := asOf
		if years > 0 {
			day = t.plannedEnd().AddDate(years, 0, 0)
		}
		if !t.completed() || day.After(asOf) {
			continue
		}
		var newest time.Time
		found, inside := false, false
		see := func(seen, moved time.Time, kommune string) {
			since := seen
			if !moved.IsZero() && moved.Before(seen) {
				since = moved
			}
			holds := !since.After(day) && !day.After(seen.AddDate(0, 18, 0))
			after := moved.IsZero() && seen.After(day) && !seen.After(day.AddDate(0, 18, 0)) && !found
			if holds && !since.Before(newest) || after {
				newest, found, inside = since, true, s.programme.holds(kommune)
			}
		}
		for _, n := range s.notes {
			if n.Trainee == t.No && n.Status != "Ukjent" {
				see(n.Seen, n.Moved, n.Kommune)
			}
		}
		for _, a := range s.answers {
			if a.Trainee == t.No {
				see(a.Finished, a.Moved, a.Kommune)
			}
		}
		if found {
			known++
		}
		if found && inside {
			in++
		}
	}
	return in, known
}

func TestSevenOfFifteenWorkOnRomerikeAndOtherPeopleLiveThere(t *testing.T) {
	s := newEvaluation().of("romerike")[0]
	employed, both := 0, 0
	for _, e := range s.employments {
		if e.Ended.IsZero() && s.programme.holds(e.Company.Kommune) {
			employed++
			if i := slices.IndexFunc(s.trainees, func(t *trainee) bool { return t.No == e.Trainee }); s.trainees[i].Fate == stayed {
				both++
			}
		}
	}
	lives, known := s.livedIn(0)
	if employed != 7 || lives != 8 || both != 5 || known != 15 {
		t.Errorf("got %d employed, %d who live there, %d both, of %d; want 7, 8, 5 of 15", employed, lives, both, known)
	}
}

func TestThoseWhoGrewUpInTheRegionStayMostAndNewcomersLeast(t *testing.T) {
	in, all := map[string]int{}, map[string]int{}
	for _, s := range newEvaluation() {
		for _, g := range s.trainees {
			if p := s.programme; p.id != kom.id && p.finished(g) && g.Fate.at(0) != unknown {
				class := "newcomer"
				if p.holds(g.Home) || g.Tie == "Oppvokst her" {
					class = "moved back"
					if p.holds(g.Lives) {
						class = "grew up"
					}
				}
				if all[class]++; g.Fate.at(0) == inside {
					in[class]++
				}
			}
		}
	}
	share := func(class string) float64 { return float64(in[class]) / float64(all[class]) }
	if !(share("grew up") > share("moved back")+0.1 && share("moved back") > share("newcomer")+0.1) {
		t.Errorf("stayed: got %v of %v, want a clear step from grew up to moved back to newcomer", in, all)
	}
}

func TestReadmeHasTheSumsOfThePlan(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "nine", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var sum [9]int
	row := func(name string, c [9]int) string {
		return fmt.Sprintf("| %s | %d | %d | %d | %d av %d | %d av %d | %d av %d |", name, c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8])
	}
	var rows []string
	for _, p := range nine() {
		in0, known0 := p.count(0)
		in2, known2 := p.count(2)
		in3, known3 := p.count(3)
		c := [9]int{p.hired(), p.completed(), p.offered, in0, known0, in2, known2, in3, known3}
		for i, n := range c {
			sum[i] += n
		}
		rows = append(rows, row(p.name, c))
	}
	for _, want := range append(rows, row("Alle ni", sum)) {
		if !strings.Contains(string(readme), want) {
			t.Errorf("nine/README.md has no line that begins with %s", want)
		}
	}
}

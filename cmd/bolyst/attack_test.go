package main

import (
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// An attacker has what is published to one audience, the definitions, and every denominator, and solves all sums of all
// indicators at once. The unknowns are how many have the outcome in each cell of a rate, hidden or not.
type attacker struct {
	metricstest.Reader
	figures []metrics.Figure // with their numbers, hidden or not
	at      map[metrics.Cell]int
	hidden  map[int]metrics.Cell
	told    map[metrics.Cell]metrics.Figure
	places  []metrics.Figure // how many live or grew up in each, by programme and in all: what there is to find out
}

// TestNothingHiddenInTheExamplesCanBeWorkedOut lets an attacker loose on what `figures --json` tells each audience with a floor of
// both examples: every hidden number must have another possible value.
func TestNothingHiddenInTheExamplesCanBeWorkedOut(t *testing.T) {
	for example, run := range map[string]func() (string, string){"kom": demo, "nine": demoNine} {
		for _, audience := range []string{"board", "centre"} {
			if !thorough && (example != "kom" || audience != "board") {
				continue
			}
			t.Run(example+"/"+audience, func(t *testing.T) {
				folder, _ := run()
				var definitions []metrics.Definition
				var nestings []metrics.Nesting
				var kommuner []metrics.Kommune
				c := console{config: filepath.Join(folder, "bolyst.yaml"), out: io.Discard, err: io.Discard, now: scriptClock}
				if err := c.with(t.Context(), func(in *installation) error {
					m := in.moment(date("2010-12-31"), 0)
					definitions, nestings, kommuner = in.definitions, in.nestings(m), in.places(m)
					return nil
				}); err != nil {
					t.Fatal(err)
				}
				a := newAttacker(t, folder, audience, definitions)
				a.link(definitions, nestings)
				a.linkPlaces(t, definitions, kommuner)
				a.attack(t)
				if len(a.hidden) < 10 {
					t.Errorf("only %d numbers are hidden", len(a.hidden))
				}
			})
		}
	}
}

// attack looks for hidden numbers of which there is only one.
func (a *attacker) attack(t *testing.T) {
	secret := map[int]bool{} // and not yet found to have another value
	for u := range a.hidden {
		secret[u] = true
	}
	parts, unknowns := a.Parts()
	for i, part := range parts {
		possible := make([]bool, len(part.Truth)) // another value is
		for j, u := range unknowns[i] {
			if secret[u] && part.Low[j] < part.High[j] && (possible[j] || part.Another(j, possible)) {
				delete(secret, u)
			}
		}
	}
	for _, u := range slices.Sorted(maps.Keys(secret)) {
		t.Errorf("%+v can only be %d", a.hidden[u], a.Truth[u])
	}
}

// newAttacker reads the figures of the audience, and those of the staff for what there is to find out.
func newAttacker(t *testing.T, folder, audience string, definitions []metrics.Definition) *attacker {
	a := &attacker{at: map[metrics.Cell]int{}, hidden: map[int]metrics.Cell{}, told: map[metrics.Cell]metrics.Figure{}}
	truth := map[metrics.Cell]metrics.Figure{}
	for _, f := range toldTo(t, folder, "staff") {
		truth[f.Cell] = f
		if f.IsPlace() && f.Category != "unknown" {
			a.places = append(a.places, f)
		}
	}
	for _, f := range toldTo(t, folder, audience) {
		a.told[f.Cell] = f
		d := definitions[slices.IndexFunc(definitions, func(d metrics.Definition) bool { return d.ID == f.Indicator })]
		whole, there := truth[f.Cell]
		if !there || d.Kind != metrics.Rate || !d.Protected || d.Total != "pooled" {
			continue
		}
		k, n := int(whole.Numerator.Float()), int(whole.Denominator.Float())
		low, high := 0, n
		if f.Numerator.Given() {
			low, high = k, k
		} else if f.Sign == metrics.Hidden && n > 0 {
			a.hidden[len(a.Truth)] = f.Cell
		}
		a.at[f.Cell] = len(a.Truth)
		a.figures = append(a.figures, whole)
		a.unknown(k, low, high)
	}
	a.sums()
	return a
}

func (a *attacker) unknown(k, low, high int) int {
	a.Truth, a.Low, a.High = append(a.Truth, k), append(a.Low, low), append(a.High, high)
	return len(a.Truth) - 1
}

var pooled = regexp.MustCompile(`^(\d{4})[-–](\d{4})$`)

// sums tells it what adds up to what. A sum of which not all is published does not add up, and is none.
func (a *attacker) sums() {
	type whole struct {
		cell  metrics.Cell
		parts string
	}
	sums := map[whole][]int{}
	var order []whole
	add := func(cell metrics.Cell, parts string, part int) {
		if _, ok := a.at[cell]; !ok {
			return
		}
		w := whole{cell, parts}
		if sums[w] == nil {
			order = append(order, w)
		}
		sums[w] = append(sums[w], part)
	}
	for i, f := range a.figures {
		c := f.Cell
		if c.Programme != metrics.All {
			all := c
			all.Programme = metrics.All
			add(all, "programmes", i)
		}
		if c.Period != metrics.All && !c.IsPool() {
			all := c
			all.Period = metrics.All
			add(all, "periods", i)
			for _, g := range a.figures {
				if years := pooled.FindStringSubmatch(g.Period); years != nil && years[1] <= c.Period && c.Period <= years[2] {
					pool := c
					pool.Period = g.Period
					if pool == g.Cell {
						add(pool, "periods", i)
					}
				}
			}
		}
		if c.Breakdown != "" {
			all := c
			all.Breakdown, all.Category = "", ""
			add(all, c.Breakdown, i)
		}
	}
	for _, w := range order {
		total := a.figures[a.at[w.cell]]
		k, n := total.Numerator.Float(), total.Denominator.Float()
		e := metricstest.Equation{{Unknown: a.at[w.cell], Sign: -1}}
		for _, part := range sums[w] {
			k, n = k-a.figures[part].Numerator.Float(), n-a.figures[part].Denominator.Float()
			e = append(e, metricstest.Term{Unknown: part, Sign: 1})
		}
		if k == 0 && n == 0 {
			a.Add([]metricstest.Equation{e})
		}
	}
}

// link tells it what the definitions say of each other's persons.
func (a *attacker) link(definitions []metrics.Definition, nestings []metrics.Nesting) {
	for _, d := range definitions {
		for cell, f := range a.told {
			if cell.Indicator != d.ID {
				continue
			}
			for _, head := range definitions {
				there := cell
				there.Indicator, there.Version = head.ID, head.Version
				u, ok := a.at[there]
				same := slices.EqualFunc(d.NotFor, head.NotFor, func(x, y metrics.NotFor) bool { return x.Programme == y.Programme })
				if !ok || cell.Programme == metrics.All && !same {
					continue
				}
				if own, ok := a.at[cell]; ok && d.SameOutcome == head.ID {
					a.Add([]metricstest.Equation{{{Unknown: own, Sign: 1}, {Unknown: u, Sign: -1}}})
				} else if d.SameOutcome == head.ID && f.Numerator.Given() {
					a.Low[u], a.High[u] = a.Truth[u], a.Truth[u]
				}
				if d.Among == head.ID && f.Denominator.Given() {
					a.Low[u], a.High[u] = a.Truth[u], a.Truth[u]
				}
				if own, ok := a.at[cell]; ok && slices.Contains(d.Holds, head.ID) {
					a.within(u, own)
				}
			}
		}
	}
	for _, n := range nestings {
		for cell, inner := range a.at {
			there := cell
			there.Region = n.Outer
			if outer, ok := a.at[there]; ok && cell.Region == n.Inner {
				a.within(inner, outer)
			}
		}
	}
}

// within says that the inner is at most the outer: what is between them is not negative.
func (a *attacker) within(inner, outer int) {
	between := a.Truth[outer] - a.Truth[inner]
	rest := a.unknown(between, 0, a.High[outer]+1)
	a.Add([]metricstest.Equation{{{Unknown: outer, Sign: 1}, {Unknown: inner, Sign: -1}, {Unknown: rest, Sign: -1}}})
}

// toldTo is what `figures --json` tells the audience.
func toldTo(t *testing.T, folder, audience string) []metrics.Figure {
	t.Helper()
	_, figures, err := metrics.ReadFigures(strings.NewReader(output(t, folder, "figures", "--as-of", "2010-12-31", "--audience", audience, "--json")))
	if err != nil {
		t.Fatal(err)
	}
	return figures
}

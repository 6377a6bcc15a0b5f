package main

import (
	"math/rand/v2"
	"time"
)

// graduate is a trainee who completed, and where they lived from then on.
type graduate struct {
	*trainee
	near    string    // where they lived as a trainee, and live if they stayed
	far     string    // where they moved to, if they did; empty: abroad
	moved   time.Time // away; zero: did not
	back    time.Time // moved back; zero: did not
	commute bool      // works elsewhere than where they live: outside the region if they live in it, inside if they do not
	offered bool
}

// graduates is everyone who completed, with the days on which they moved.
func (p programme) graduates(trainees []*trainee) []*graduate {
	r := chance("graduates " + p.id)
	var all []*graduate
	commuters, inbound, offered := p.commuters, p.inbound, p.offered
	for _, t := range trainees {
		if !p.finished(t) {
			continue
		}
		g := &graduate{trainee: t, near: t.Home, far: t.Lives}
		if !p.holds(g.near) || one(r, 3) {
			g.near = draw(r, p.near)
		}
		if p.holds(g.far) || one(r, 2) {
			g.far = draw(r, p.far)
		}
		if g.move(r); g.Fate == early && one(r, 12) {
			g.far = ""
		}
		all = append(all, g)
	}
	for _, i := range r.Perm(len(all)) {
		switch g := all[i]; {
		case g.Fate == stayed && commuters > 0:
			g.commute, commuters = true, commuters-1
		case g.Fate == early && inbound > 0 && g.far != "":
			g.commute, inbound = true, inbound-1
		}
	}
	// An offer is had by those who stayed to work, and by others as far as the plan goes.
	for _, first := range []bool{true, false} {
		for _, i := range r.Perm(len(all)) {
			if g := all[i]; offered > 0 && !g.offered && first == (g.Fate == stayed && !g.commute || g.Fate != stayed && g.commute) {
				g.offered, offered = true, offered-1
			}
		}
	}
	return all
}

// move sets the days of moving: somewhere in the time that the fate allows, and before the autumn of 2010 in any case.
func (g *graduate) move(r *rand.Rand) {
	end := g.plannedEnd()
	until := int(day(2010, 9, 20).Sub(end).Hours()/24) - 4
	after := func(from, to int) time.Time { // months
		days := 30*from + r.IntN(30*(to-from))
		return end.AddDate(0, 0, 4+min(days, until-r.IntN(14)))
	}
	switch g.Fate {
	case early:
		g.moved = after(0, 21)
	case third:
		g.moved = after(25, 35)
	case late:
		g.moved = after(38, 56)
	case back:
		g.moved, g.back = after(2, 18), after(38, 47)
	}
}

// livesOn is the municipality on the day, empty abroad, and when they moved there if that was since the other day.
func (g *graduate) livesOn(date, since time.Time) (kommune string, inside bool, moved time.Time) {
	kommune, inside = g.near, true
	if !g.moved.IsZero() && !date.Before(g.moved) {
		kommune, inside, moved = g.far, false, g.moved
	}
	if !g.back.IsZero() && !date.Before(g.back) {
		kommune, inside, moved = g.near, true, g.back
	}
	if moved.Before(since) {
		moved = time.Time{}
	}
	return kommune, inside, moved
}

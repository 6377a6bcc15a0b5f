package metrics_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"bolyst/metrics"
)

// pair is two editions, the second made to follow the first, and a reader of both who knows who came and who left in between.
type pair struct {
	*reader
	before, after []int // the unknowns of either edition
	persons       []int // what became of those who left, and of those who came
	first, second metrics.Table
}

func publish(stayed, left, came []person) pair {
	old, all := counted(slices.Concat(stayed, left)), counted(slices.Concat(stayed, came))
	p := pair{reader: &reader{}, first: old.For(board)}
	p.second = all.ForAfter(board, metrics.Earlier{Shown: p.first.Figures, Behind: old.For(staff).Figures})
	changes := map[metrics.Cell]equation{} // now − then − who came + who left = 0
	p.before = p.join(p.first, old.For(staff), changes, -1)
	p.after = p.join(p.second, all.For(staff), changes, 1)
	for i, someone := range slices.Concat(left, came) {
		k, sign := 0, 1
		if someone.outcome {
			k = 1
		}
		if i >= len(left) {
			sign = -1
		}
		for _, cell := range someone.cells() {
			changes[cell] = append(changes[cell], term{Unknown: len(p.Truth), Sign: sign})
		}
		p.persons = append(p.persons, len(p.Truth))
		p.Truth, p.Low, p.High = append(p.Truth, k), append(p.Low, 0), append(p.High, 1)
	}
	for _, edition := range []struct {
		figures  []metrics.Figure
		unknowns []int
	}{{p.first.Figures, p.before}, {p.second.Figures, p.after}} {
		var cells []metrics.Cell
		for _, f := range edition.figures {
			cells = append(cells, f.Cell)
		}
		for _, e := range sumsOf(cells) {
			for i := range e {
				e[i].Unknown = edition.unknowns[e[i].Unknown]
			}
			p.Add([]equation{e})
		}
	}
	for _, e := range changes {
		p.Add([]equation{e})
	}
	return p
}

// join adds the unknowns of one edition to the reader's, and to the equation of each cell.
func (p *pair) join(table, truth metrics.Table, changes map[metrics.Cell]equation, sign int) (unknowns []int) {
	own, cells := read(table, truth)
	for i, cell := range cells {
		unknowns = append(unknowns, len(p.Truth))
		changes[cell] = append(changes[cell], term{Unknown: len(p.Truth), Sign: sign})
		p.Truth, p.Low, p.High = append(p.Truth, own.Truth[i]), append(p.Low, own.Low[i]), append(p.High, own.High[i])
	}
	return unknowns
}

// withoutSecond is the reader of the first edition alone, who knows who came and who left.
func (p pair) withoutSecond() *reader {
	r := *p.reader
	r.Low, r.High = slices.Clone(r.Low), slices.Clone(r.High)
	for i, u := range p.after {
		if f := p.second.Figures[i]; f.Numerator.Given() {
			r.Low[u], r.High[u] = 0, int(f.Denominator.Float())
		}
	}
	return &r
}

func TestOnePersonsOutcomeCannotBeToldFromTwoEditions(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(16, seed))
		people := append(crowd(r), person{programme: "p0", period: "2006", outcome: r.IntN(2) == 0})
		people[len(people)-1].categories = people[0].categories
		at := r.IntN(len(people))
		one, others := people[at:at+1], slices.Delete(slices.Clone(people), at, at+1)
		for _, p := range []pair{publish(others, nil, one), publish(others, one, nil)} {
			if u := p.persons[0]; p.Find(u, 1-p.Truth[u]) == nil {
				t.Fatalf("seed %d: what became of %+v can be told", seed, one)
			}
			if leaks := metrics.Differences(p.first, p.second); len(leaks) > 0 {
				t.Fatalf("seed %d: got %v, want no leak", seed, leaks)
			}
		}
	}
}

// TestOnePersonsOutcomeThatChangedCannotBeTold corrects what became of one person, whom the reader knows to be the one: no figure
// may say what it was and what it is, and what is hidden for it may not be worked out from the rest.
func TestOnePersonsOutcomeThatChangedCannotBeTold(t *testing.T) {
	held := 0
	for seed := range uint64(500) {
		people := crowd(rand.New(rand.NewPCG(18, seed)))
		if len(people) == 0 {
			continue
		}
		corrected := slices.Clone(people)
		one := &corrected[int(seed)%len(people)]
		one.outcome = !one.outcome
		old, all := counted(people), counted(corrected)
		first := old.For(board)
		second := all.ForAfter(board, metrics.Earlier{Shown: first.Figures, Behind: old.For(staff).Figures})
		if leaks := metrics.Differences(first, second); len(leaks) > 0 {
			t.Fatalf("seed %d: got %v, want no leak", seed, leaks)
		}
		own, cells := read(second, all.For(staff))
		for _, e := range sumsOf(cells) {
			own.Add([]equation{e})
		}
		for i, cell := range cells {
			if !slices.Contains(one.cells(), cell) {
				continue
			}
			was := slices.IndexFunc(first.Figures, func(f metrics.Figure) bool { return f.Cell == cell && f.Numerator.Given() })
			if was < 0 {
				continue
			}
			held++
			if own.Low[i] == own.High[i] || !own.Another(i, make([]bool, len(own.Truth))) {
				t.Fatalf("seed %d: %v was %v and is %d", seed, cell, first.Figures[was].Numerator, own.Truth[i])
			}
		}
	}
	if held == 0 {
		t.Error("no figure was ever shown before somebody's outcome changed")
	}
}

// TestNothingHiddenCanBeToldFromTwoEditions lets up to eight people come or leave, and looks for anything that is hidden now, or
// became of one of them, and has one possible value. What a reader of the first edition knows anyway is not counted, and hiding
// it would be in vain.
func TestNothingHiddenCanBeToldFromTwoEditions(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(17, 400+seed))
		people := crowd(r)
		r.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		left := r.IntN(min(3, len(people)+1))
		came := left + r.IntN(min(6, len(people)-left+1))
		if cancel(people[:left], people[left:came]) {
			continue
		}
		p := publish(people[came:], people[:left], people[left:came])
		unknowns := slices.Clone(p.persons)
		for i, u := range p.after {
			if f := p.second.Figures[i]; !f.Numerator.Given() {
				unknowns = append(unknowns, u)
				if p.knows(f.Cell) && !slices.ContainsFunc(people[:came], func(p person) bool { return slices.Contains(p.cells(), f.Cell) }) {
					t.Fatalf("seed %d: %v is hidden in vain", seed, f.Cell)
				}
			}
		}
		possible := make([]bool, len(p.Truth))
		for _, u := range unknowns {
			if !possible[u] && !p.Another(u, possible) && p.withoutSecond().Another(u, possible) {
				t.Fatalf("seed %d: unknown %d, %d, can be told", seed, u, p.Truth[u])
			}
		}
	}
}

// knows says whether the first edition shows the figure.
func (p pair) knows(c metrics.Cell) bool {
	return slices.ContainsFunc(p.first.Figures, func(f metrics.Figure) bool { return f.Cell == c && f.Numerator.Given() })
}

// cancel says whether somebody left the very cohort that another came to, so that the counts are as if neither had.
func cancel(left, came []person) bool {
	return slices.ContainsFunc(left, func(a person) bool {
		return slices.ContainsFunc(came, func(b person) bool { return a.programme == b.programme && a.period == b.period })
	})
}

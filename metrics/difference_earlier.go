package metrics

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// Earlier is an earlier edition, as far as one audience is concerned.
type Earlier struct {
	Shown []Figure // what the audience was shown
	// Behind are the same figures with nothing hidden, such as those of the staff: what a hidden figure was then decides who
	// has come since. Without them a figure that was hidden is taken to be as it is now.
	Behind []Figure
	// SameDate says that it was of the same date. What it hid stays hidden until the facts have changed by as many persons as
	// the floor: which figures are hidden to protect another is a choice, and two choices together would tell.
	SameDate bool
}

// ReadFigures reads the figures of a published edition, data/figures.json, and the audience they are for. They have no
// kind, since that is a part of the definition.
func ReadFigures(r io.Reader) (audience string, figures []Figure, err error) {
	var document struct {
		Audience string   `json:"audience"`
		Figures  []Figure `json:"figures"`
	}
	if err := json.NewDecoder(r).Decode(&document); err != nil {
		return "", nil, fmt.Errorf("figures of an earlier edition: %w", err)
	}
	if document.Audience == "" {
		return "", nil, fmt.Errorf("figures of an earlier edition: no audience")
	}
	return document.Audience, document.Figures, nil
}

// counted is a figure of an earlier edition.
type counted struct {
	Cell
	k, n  float64
	shown bool
}

// withheld says whether the figure is hidden as a whole. A percentage of few is hidden too, but its counts are there.
func (f Figure) withheld() bool { return f.Sign == Hidden && !f.Denominator.Given() }

// keep hides what the edition hid of the same date, where what is known has hardly changed since.
func (t *telling) keep(e Earlier, then []counted) {
	if !e.SameDate {
		return
	}
	few := float64(t.floor)
	for _, c := range then {
		i, ok := t.at[c.place()]
		if ok && !c.shown && math.Abs(t.figures[i].Numerator.Float()-c.k) < few && math.Abs(t.figures[i].Denominator.Float()-c.n) < few {
			t.hidden[i] = true
		}
	}
}

// of returns the earlier edition's figures of the indicator that these figures are of, in the same version. A total that is
// the latest was that of another year, and is compared as that year.
func (e Earlier) of(definition Definition, now []Figure) []counted {
	same := func(f Figure) bool {
		return f.told() == now[0].told() && f.Version == now[0].Version && (f.Period != All || definition.Total != "latest")
	}
	behind := map[Cell]Figure{}
	for _, figures := range [][]Figure{now, e.Behind} { // the second takes the place of the first
		for _, f := range figures {
			if same(f) {
				behind[f.Cell] = f
			}
		}
	}
	var all []counted
	for _, f := range e.Shown {
		if !same(f) {
			continue
		}
		shown := !f.withheld()
		if !shown {
			f = behind[f.Cell]
		}
		if f.Denominator.Float() > 0 || !shown {
			all = append(all, counted{f.Cell, f.Numerator.Float(), f.Denominator.Float(), shown})
		}
	}
	return all
}

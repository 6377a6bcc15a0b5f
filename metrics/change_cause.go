package metrics

// Cause is why somebody counts in a figure otherwise than before.
type Cause string

const (
	Late      Cause = "late"      // known later: it had happened before the first date
	Corrected Cause = "corrected" // what had been known was wrong: a newer version of the same fact
	Erased    Cause = "erased"    // the fact is gone from its source, or from the record
	Came      Cause = "came"      // did not count at the first date
	Matured   Cause = "matured"   // has now had the time that the definition needs
	Happened  Cause = "happened"  // something has happened since the first date
	Left      Cause = "left"      // does not count any more
	Redefined Cause = "redefined" // the definition, the region or the program is another
	Others    Cause = "others"    // several, which an audience must not tell apart
)

// causes is the order in which they are told: what has happened, then what was learnt, then what was decided.
var causes = []Cause{Came, Matured, Happened, Left, Late, Corrected, Erased, Redefined, Others}

// Standing is what one subject brings to a figure at a moment. The zero Standing: it does not count.
type Standing struct {
	Counts                                    bool
	Numerator, Denominator, Unknown, Immature float64
	Said                                      string // the outcome of a breadth or a curve
}

// News is what has come in about a subject between the two editions.
type News struct {
	Replaced bool // an earlier version of a fact
	Removed  bool // a fact is gone from its source
}

// Move is one step of one subject: a Part of a single subject.
type Move struct{ Part }

// Moves explains how a subject came from one standing to another, by way of a third: how it would have stood at the first
// date with what is known at the second edition. Up to there, something was learnt; from there, something has happened.
func Moves(then, learnt, now Standing, news News) []Move {
	var moves []Move
	if then != learnt {
		cause := Late
		switch {
		case news.Removed && !learnt.Counts:
			cause = Erased
		case news.Replaced && then.Unknown == 0: // nothing known was filled in
			cause = Corrected
		}
		moves = append(moves, then.to(learnt, cause))
	}
	if learnt != now {
		cause := Happened
		switch {
		case !learnt.Counts:
			cause = Came
		case !now.Counts:
			cause = Left
		case learnt.Immature > 0 && now.Immature == 0:
			cause = Matured
		}
		moves = append(moves, learnt.to(now, cause))
	}
	return moves
}

func (s Standing) to(next Standing, cause Cause) Move {
	return Move{Part{Cause: cause, Subjects: 1,
		Numerator: next.Numerator - s.Numerator, Denominator: next.Denominator - s.Denominator,
		Unknown: next.Unknown - s.Unknown, Immature: next.Immature - s.Immature}}
}

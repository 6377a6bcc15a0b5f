package metrics

import "time"

// Before is an earlier edition as its audience was given it: nothing is counted anew, and what was hidden there is hidden here.
type Before struct {
	Edition string
	AsOf    time.Time
	KnownAt int
	Figures []Figure // of indicators that the audience is shown today
}

// Step writes by how much the value has changed, +2,4 prosentpoeng, or that it has not; "" where one of the two has no value.
func (c Change) Step(l Language) string {
	points, ok := c.Points().Get()
	switch steps := tenths(points, c.scale()); {
	case !ok:
		return ""
	case steps == 0:
		return l.Say("change_nothing")
	case c.After.Kind == Count:
		return l.signed(steps/10, decimalsOf(steps/10))
	default:
		return c.step(l, steps)
	}
}

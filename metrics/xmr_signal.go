package metrics

import "math"

// Signal is the rule by which a point is more than ordinary variation.
type Signal string

// The rules, the first that holds being the one that is told. All points of a run are marked, not only its last; the peak
// between a rise and a fall belongs to the rise.
const (
	Ordinary   Signal = ""             // none
	Beyond     Signal = "beyond"       // outside the limits
	Shift      Signal = "shift"        // one of seven or more in a row on the same side of the mean
	Trend      Signal = "trend"        // one of seven or more in a row, each higher, or each lower, than the one before
	TwoOfThree Signal = "two_of_three" // one of two, among three in a row on one side of the mean, between near limit and limit
)

const runLength = 7

// rounding is how close two values are the same: the mean of equal values may differ from them in the last digit.
const rounding = 1e-9

// markSignals marks the points of one part. A gap ends every run, and so does a point on the mean, which has no side. Each
// rule goes through all points before the next one, so that the first in priority is told.
func markSignals(points []ProcessPoint, limits ProcessLimits) {
	m := marker{
		points: points, mean: limits.Mean.Float(),
		near: nearFactor * limits.Range.Float(), far: limitFactor * limits.Range.Float(),
	}
	for _, p := range points {
		m.slack = math.Max(m.slack, rounding*math.Abs(p.Value.Float()))
	}
	stretches := unbroken(points)
	for _, rule := range []func(from, to int){m.beyond, m.shifts, m.trends, m.twoOfThree} {
		for _, s := range stretches {
			rule(s[0], s[1])
		}
	}
}

// marker holds what the rules ask of a point.
type marker struct {
	points          []ProcessPoint
	mean, near, far float64 // near and far from the mean
	slack           float64
}

func (m marker) value(i int) float64 { return m.points[i].Value.Float() }

// side is +1 above the mean, −1 below.
func (m marker) side(i int) int { return sign(m.value(i)-m.mean, m.slack) }

func (m marker) isBeyond(i int) bool { return math.Abs(m.value(i)-m.mean) > m.far+m.slack }

func (m marker) isNear(i int) bool {
	return math.Abs(m.value(i)-m.mean) > m.near+m.slack && !m.isBeyond(i)
}

func (m marker) mark(i int, signal Signal, way int) {
	if m.points[i].Signal == Ordinary {
		m.points[i].Signal, m.points[i].High = signal, way > 0
	}
}

func (m marker) beyond(from, to int) {
	for i := from; i < to; i++ {
		if m.isBeyond(i) {
			m.mark(i, Beyond, m.side(i))
		}
	}
}

func (m marker) shifts(from, to int) {
	for _, r := range runs(from, to, m.side) {
		for i := r.from; i < r.to && r.to-r.from >= runLength; i++ {
			m.mark(i, Shift, r.way)
		}
	}
}

// trends looks at the steps between points, of which there is one less.
func (m marker) trends(from, to int) {
	step := func(i int) int { return sign(m.value(i+1)-m.value(i), m.slack) }
	for _, r := range runs(from, to-1, step) {
		for i := r.from; i <= r.to && r.to-r.from >= runLength-1; i++ {
			m.mark(i, Trend, r.way)
		}
	}
}

func (m marker) twoOfThree(from, to int) {
	for i := from; i+3 <= to; i++ {
		var near []int
		for j := i; j < i+3; j++ {
			if m.isNear(j) {
				near = append(near, j)
			}
		}
		if len(near) < 2 || m.side(i) == 0 || m.side(i) != m.side(i+1) || m.side(i) != m.side(i+2) {
			continue
		}
		for _, j := range near {
			m.mark(j, TwoOfThree, m.side(j))
		}
	}
}

// unbroken returns the stretches, from and to, in which every point has a value.
func unbroken(points []ProcessPoint) (stretches [][2]int) {
	for i := 0; i < len(points); i++ {
		from := i
		for i < len(points) && points[i].Value.Given() {
			i++
		}
		if i > from {
			stretches = append(stretches, [2]int{from, i})
		}
	}
	return stretches
}

// run is a stretch of places, from and to, of which the same way holds: +1 or −1.
type run struct{ from, to, way int }

func runs(from, to int, way func(int) int) (found []run) {
	for i := from; i < to; {
		r := run{from: i, way: way(i)}
		for i < to && way(i) == r.way {
			i++
		}
		r.to = i
		if r.way != 0 {
			found = append(found, r)
		}
	}
	return found
}

// sign returns +1 or −1, and 0 for what is no more than rounding.
func sign(difference, slack float64) int {
	switch {
	case difference > slack:
		return 1
	case difference < -slack:
		return -1
	}
	return 0
}

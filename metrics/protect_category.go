package metrics

import (
	"math"
	"slices"
)

// plain tries a block of people of the same categories: everybody and one category of each breakdown, or, when the target is
// a category, another of its breakdown the opposite way.
func (b *block) plain() {
	own := b.toll(part{b.target.slot, b.corners[net], 1})
	if own >= b.limit {
		return
	}
	if b.target.slot != 0 {
		other, toll := b.least(b.breakdownOf(b.target.slot), b.target.slot, b.corners[net], -1)
		b.take(own+toll, part{b.target.slot, b.corners[net], 1}, other)
	}
	b.everybody(func(slots []int) ([]part, float64) {
		if slices.Contains(slots, b.target.slot) {
			return []part{{b.target.slot, b.corners[net], 1}}, own
		}
		one, toll := b.least(slots, 0, b.corners[net], 1)
		return []part{one}, toll
	})
}

// everybody tries what changes for everybody together with categories of each breakdown.
func (b *block) everybody(categories func(slots []int) ([]part, float64)) {
	parts := append(b.parts[:0], part{0, b.corners[net], 1})
	price := b.toll(parts[0])
	for _, slots := range b.breakdowns {
		if price >= b.limit {
			return
		}
		more, toll := categories(slots)
		parts, price = append(parts, more...), price+toll
	}
	b.parts = parts
	b.take(price, parts...)
}

// mixed tries a block in which those who get the outcome are of one category and those who lose it of another, in those
// breakdowns where that is cheaper. The target's category must be among them, at the target.
func (b *block) mixed(edition []step, programme, period swap, direction float64) {
	if !b.raised[net] && b.target.slot == 0 || b.toll(part{0, b.corners[net], 1}) >= b.limit {
		return
	}
	b.lay(programmeGets, edition, programme.gets, period.net, direction)
	b.lay(programmeLoses, edition, programme.loses, period.net, direction)
	b.lay(periodGets, edition, programme.net, period.gets, direction)
	b.lay(periodLoses, edition, programme.net, period.loses, direction)
	b.everybody(func(slots []int) (parts []part, price float64) {
		here, mine := slots, slices.Contains(slots, b.target.slot)
		if mine {
			here = []int{b.target.slot}
		}
		price = math.Inf(1)
		if !mine || b.raised[net] {
			if one, toll := b.least(here, 0, b.corners[net], 1); toll < price {
				parts, price = []part{one}, toll
			}
		}
		for _, side := range []int{programmeGets, periodGets} {
			if mine && !b.raised[side] || len(b.corners[side+1]) == 0 || price == 0 {
				continue
			}
			if gets, toll := b.least(here, 0, b.corners[side], 1); toll < price {
				if loses, more := b.least(slots, gets.slot, b.corners[side+1], 1); toll+more < price {
					parts, price = []part{gets, loses}, toll+more
				}
			}
		}
		return parts, price
	})
}

// least finds the slot that is cheapest to change in the corners.
func (b *block) least(slots []int, except int, corners []corner, way float64) (cheapest part, price float64) {
	price = math.Inf(1)
	for _, slot := range slots {
		if slot == except {
			continue
		}
		if toll := b.toll(part{slot, corners, way}); toll < price {
			cheapest, price = part{slot, corners, way}, toll
		}
	}
	return cheapest, price
}

func (g *grid) breakdownOf(slot int) []int {
	for _, slots := range g.breakdowns {
		if slot >= slots[0] && slot <= slots[len(slots)-1] {
			return slots
		}
	}
	return nil
}

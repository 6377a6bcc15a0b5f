package metrics

// worlds finds other worlds: numerators that a reader cannot tell from the true ones, since every shown figure and every sum
// is the same in them.
//
// One such world comes from another by changing what became of a few persons: one gets the outcome and perhaps another loses
// it, along each of the axes. Two programmes, two periods and two categories make eight persons, and in between lie all the
// changes that leave fewer totals alone. Where a figure that is shown would change, it must be hidden: that is the price of
// the world. What is found is a proof, so nothing depends on a solver's rounding: a hidden number that is k in the true world
// and another in the one found has two possible values, both whole.
//
// The question, which values a linear system leaves for a suppressed cell, is that of Cox (1980), J. Am. Stat. Assoc. 75:
// 377–385; changes at the corners of a block are the hypercube method of GHMITER, Hundepool et al. (2012), Statistical
// Disclosure Control, section 4.4. It may hide more than the least, never less than enough.
type worlds struct {
	changes [][]int       // for every guarded entry, the entries that change in the world which proves it safe; nil: none found yet
	second  map[int]entry // what was hidden only for the sake of others, as it was before
	repair  *repair
}

// world finds the cheapest world in which the target is one more, or one less. It returns the entries that are changed
// there, nil when no world costs less than the limit.
func (g *grid) world(target int, limit float64, tries int) (changes []int) {
	changes, limit = g.block(target, limit)
	if limit > 0 {
		if cheaper := g.worlds.repair.world(target, limit, tries); cheaper != nil {
			return cheaper
		}
	}
	return changes
}

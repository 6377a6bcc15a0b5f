package deliver

// Alarming is how many attempts may fail before somebody must look.
const Alarming = 3

// Findings are the deliveries that somebody must look at: those that are given up, and those that have failed too often.
func (l *Ledger) Findings() []Entry {
	var all []Entry
	for _, e := range l.Entries() {
		if e.GivenUp() || e.open() && e.Attempt >= Alarming && e.State == Failed {
			all = append(all, e)
		}
	}
	return all
}

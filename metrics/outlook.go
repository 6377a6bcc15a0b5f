package metrics

import "slices"

// Outlook says in a word whether what was agreed is going to be reached.
type Outlook string

const (
	OnTrack    Outlook = "on_track"
	Uncertain  Outlook = "uncertain"
	OffTrack   Outlook = "off_track"
	NotAgreed  Outlook = "not_agreed"  // there is no target
	NothingYet Outlook = "nothing_yet" // no indicator sheds light on the goal
)

// likely is how probable it must be that the level behind a figure is at the target before it is said to be.
const likely = 0.95

// Outlook tells how the indicator's total, or the series that it stands for, goes against its target. What the series itself
// promises comes first; then how sure it is that the level behind a rate is there; what is counted whole is there or not, and
// as long as there is time left nothing is lost.
func (t Table) Outlook(indicator string) Outlook {
	total := t.Total(indicator)
	progress, agreed := t.Progress(total)
	process, _ := t.Process(indicator, total.Programme)
	chance, told := progress.Chance.Get()
	switch {
	case !agreed:
		return NotAgreed
	case !progress.Gap.Given() || progress.Direction == "none":
		return Uncertain
	case process.Assurance == AlwaysHit || told && chance >= likely || !told && progress.Reached:
		return OnTrack
	case process.Assurance == NeverHit || told && chance <= 1-likely || !told && progress.Years == 0:
		return OffTrack
	}
	return Uncertain
}

// GoalOutlook is how a goal stands: the word for the whole of it, and the indicators that it is said by.
type GoalOutlook struct {
	Goal Goal
	Outlook
	By []Definition // the key ones that shed light on the goal, and the others that have a target; without any, some that are told
}

// GoalOutlooks tells how each goal stands. A goal is no better off than the worst of its indicators that have a target.
func (t Table) GoalOutlooks() []GoalOutlook {
	worst := []Outlook{OffTrack, Uncertain, OnTrack, NotAgreed, NothingYet}
	var all []GoalOutlook
	for _, goal := range t.Goals {
		g := GoalOutlook{Goal: goal, Outlook: NothingYet}
		for _, definition := range t.Definitions {
			outlook := t.Outlook(definition.ID)
			if definition.Goal != goal.ID || outlook == NotAgreed && !t.IsKey(definition.ID) {
				continue
			}
			g.By = append(g.By, definition)
			if slices.Index(worst, outlook) < slices.Index(worst, g.Outlook) {
				g.Outlook = outlook
			}
		}
		if len(g.By) == 0 {
			if g.By = t.others(goal.ID); len(g.By) > 0 {
				g.Outlook = NotAgreed
			}
		}
		all = append(all, g)
	}
	return all
}

// mostOthers is how many indicators a goal without a key one is told by.
const mostOthers = 3

// others are the first indicators that shed light on the goal and have something to tell.
func (t Table) others(goal string) []Definition {
	var others []Definition
	for _, definition := range t.Definitions {
		if definition.Goal == goal && t.Total(definition.ID).Value.Given() && len(others) < mostOthers {
			others = append(others, definition)
		}
	}
	return others
}

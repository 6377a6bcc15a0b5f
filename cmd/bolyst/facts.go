package main

import "bolyst/metrics"

// stated puts into words, in every language, what a programme says of itself. What it does not say is left out.
func stated(f Facts) []metrics.Fact {
	var facts []metrics.Fact
	say := func(key string, args ...any) {
		many, _ := args[0].(int) // a share of a position is no count
		fact := metrics.Fact{Name: metrics.Words{}, Text: metrics.Words{}}
		for _, l := range Languages() {
			language := metrics.Language(l)
			fact.Name[language], fact.Text[language] = l.Say("fact."+key), l.Count(many, "fact."+key+".text", localised(language, args)...)
		}
		facts = append(facts, fact)
	}
	quote := func(key string, text Text) {
		if text == nil {
			return
		}
		fact := metrics.Fact{Name: metrics.Words{}, Text: words(text)}
		for _, l := range Languages() {
			fact.Name[metrics.Language(l)] = l.Say("fact." + key)
		}
		facts = append(facts, fact)
	}
	if f.DurationMonths != nil {
		say("duration", *f.DurationMonths)
	}
	if f.Modules != nil && f.ModuleMonths != nil {
		say("modules", *f.Modules, several{*f.ModuleMonths, "count.months"})
	}
	if f.Seminars != nil && f.SeminarDays != nil {
		say("seminars", *f.Seminars, several{*f.SeminarDays, "count.days"})
	}
	quote("coaching", f.Coaching)
	if f.StaffPositions != nil && f.StaffOperation != nil && f.StaffCoaching != nil {
		say("staff", *f.StaffPositions, *f.StaffOperation, *f.StaffCoaching)
	}
	quote("funding", f.Funding)
	return facts
}

// several are so many of what has a key of its own, beside what a fact counts.
type several struct {
	n    int
	noun string
}

// localised writes shares of a position as the language does, 0,70 or 0.70, and counts things by their name.
func localised(l metrics.Language, args []any) []any {
	spoken := make([]any, len(args))
	for i, arg := range args {
		switch v := arg.(type) {
		case float64:
			spoken[i] = l.Number(v, 2)
		case several:
			spoken[i] = Language(l).Many(v.n, v.noun)
		default:
			spoken[i] = arg
		}
	}
	return spoken
}

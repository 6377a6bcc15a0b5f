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
		say("modules", *f.Modules, *f.ModuleMonths)
	}
	if f.Seminars != nil && f.SeminarDays != nil {
		say("seminars", *f.Seminars, *f.SeminarDays)
	}
	quote("coaching", f.Coaching)
	if f.StaffPositions != nil && f.StaffOperation != nil && f.StaffCoaching != nil {
		say("staff", *f.StaffPositions, *f.StaffOperation, *f.StaffCoaching)
	}
	quote("funding", f.Funding)
	return facts
}

// localised writes shares of a position as the language does: 0,70 or 0.70.
func localised(l metrics.Language, args []any) []any {
	spoken := make([]any, len(args))
	for i, arg := range args {
		spoken[i] = arg
		if v, ok := arg.(float64); ok {
			spoken[i] = l.Number(v, 2)
		}
	}
	return spoken
}

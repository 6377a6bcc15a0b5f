package ingest

import "strings"

// mayHaveSlipped says whether more than one cell of the row holds what another
// column might.
func mayHaveSlipped(problems []Problem) bool {
	strange := 0
	for i := range problems {
		if !ofItsKind(&problems[i]) {
			strange++
		}
	}
	return strange > 1
}

// ofItsKind says whether what was found is wrong, and yet what only its own
// column holds: 31.02.2009 for a date, Herøy for a municipality.
func ofItsKind(p *Problem) bool {
	switch p.Rule {
	case RuleKommuneAmbiguous, RuleKommuneCounty, RuleRange:
		return true
	case RuleDate:
		return strings.Trim(p.Found, "0123456789.-/, ") == "" && strings.ContainsAny(p.Found, ".-/") && (harmlessNumber(p.Found, false) || momentLike.MatchString(p.Found))
	case RuleOrgNo:
		return isOrgNoLike(p.Found)
	}
	return false
}

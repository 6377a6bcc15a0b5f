package metrics

import "regexp"

// Quotation is where a text quotes a figure: {job_offer_rate}, or {applicants 2009} for one period.
var Quotation = regexp.MustCompile(`\{([a-z][a-z0-9_]*)(?: ([0-9]{4}))?\}`)

// Quoted lists the indicators that a text quotes.
func Quoted(text string) []string {
	var ids []string
	for _, found := range Quotation.FindAllStringSubmatch(text, -1) {
		ids = append(ids, found[1])
	}
	return ids
}

package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// piece is a part of a sentence: words, or a figure with the way to its page.
type piece struct {
	Text, Address, Key string
}

// live puts the figures of a programme into a text that quotes them, as far as this audience is shown them. What is said of a
// figure that is not shown here is that it is not.
func (s site) live(text, programme, base string) []piece {
	var pieces []piece
	from := 0
	for _, at := range metrics.Quotation.FindAllStringSubmatchIndex(text, -1) {
		pieces = append(pieces, piece{Text: text[from:at[0]]})
		from = at[1]
		period := metrics.All
		if at[4] >= 0 {
			period = text[at[4]:at[5]]
		}
		id := text[at[2]:at[3]]
		f := s.table.Figure(id, programme, period)
		if f.Indicator == "" {
			pieces = append(pieces, piece{Text: s.Say("not_shown_here")})
			continue
		}
		pieces = append(pieces, piece{s.inSentence(f), base + s.about(s.table.Definition(id)).of(programme).address(""), keyOf(f)})
	}
	return append(pieces, piece{Text: text[from:]})
}

// inSentence writes a figure as it is read in a sentence: 18 av 21 (85,7 %).
func (s site) inSentence(f metrics.Figure) string {
	l := metrics.Language(s.words)
	if behind := f.OfHowMany(l); behind != "" && f.Value.Given() {
		return behind + " (" + f.Amount(l) + ")"
	}
	return f.Amount(l)
}

// results are the sentences that tell what became of a programme's people, as far as there is anything to tell.
func (s site) results(programme, base string) []piece {
	var pieces []piece
	for _, id := range []string{"applicants", "qualified_applicant_rate", "trainees_hired", "job_offer_rate", "regional_retention_now", "retained_of_hired", "member_companies"} {
		f := s.table.Figure(id, programme, metrics.All)
		if f.Value.Given() && f.Value.Float() > 0 {
			pieces = append(pieces, s.live(s.Say("live_"+id), programme, base)...)
			pieces = append(pieces, piece{Text: " "})
		}
	}
	return slices.DeleteFunc(pieces, func(p piece) bool { return p.Text == "" })
}

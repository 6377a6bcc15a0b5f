package main

import (
	"fmt"
	"net/url"
	"time"

	"bolyst/internal/deliver"
	"bolyst/internal/edition"
	"bolyst/metrics"
)

// letter is the words that go with an edition. Its figures are read from what was published for the audience, so nothing is
// told in a letter that the audience is not told in the edition.
func (in *installation) letter(m edition.Manifest, audience string, l Language, part string) (deliver.Letter, error) {
	figures, err := in.figuresIn(m.Edition, audience)
	if err != nil {
		return deliver.Letter{}, &deliver.Fault{Code: deliver.CodeDamaged, Asked: m.Edition, Final: true}
	}
	asOf, err := time.Parse(dateForm, m.AsOf)
	if err != nil {
		return deliver.Letter{}, &deliver.Fault{Code: deliver.CodeDamaged, Asked: m.Edition, Final: true}
	}
	words := metrics.Language(l)
	letter := deliver.Letter{Language: string(l),
		Subject: l.Say("letter.subject", in.config.Name, words.Date(asOf)),
		Lead:    []string{l.Say("letter.lead", in.config.Name, l.Say("letter.audience."+audience), words.Date(asOf))},
		Figures: in.keyFigures(figures, audience, words),
		Foot:    []string{l.Say("letter.foot", m.Edition)},
		Again:   l.Say("letter.again")}
	if in.config.Server.Public != "" {
		letter.Link.Text = l.Say("letter.link")
		letter.Link.Address, err = url.JoinPath(in.config.Server.Public, "editions", m.Edition, part, "/")
		if err != nil {
			return letter, &deliver.Fault{Code: deliver.CodeWords, Final: true}
		}
	}
	return letter, nil
}

// keyFigures are the totals of the few indicators that are looked at first, as far as the audience was shown them in the
// version that is defined now.
func (in *installation) keyFigures(figures []metrics.Figure, audience string, l metrics.Language) []deliver.Line {
	t := metrics.Table{Figures: figures}
	t.KeyIndicators = in.config.Editions.Key()
	for _, d := range in.definitions {
		if d.IsFor(audience) && t.Total(d.ID).Version == d.Version {
			t.Definitions = append(t.Definitions, d)
		}
	}
	var lines []deliver.Line
	for _, d := range t.KeyDefinitions() {
		f := t.Total(d.ID)
		value := f.Amount(l)
		if f.IsShare() && f.Value.Given() {
			value = fmt.Sprintf("%s (%s)", value, f.OfHowMany(l))
		}
		lines = append(lines, deliver.Line{Name: d.Title.In(l), Value: value})
	}
	return lines
}

package main

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"bolyst/internal/store"
	"bolyst/internal/web"
	"bolyst/metrics"
)

// askedFigure is a figure that somebody asks for by an address.
type askedFigure struct {
	indicator, programme, period string
	part                         string // of the figure: a breakdown with its category, or another region
	crooked                      string // what stood where its name should be
	momentFlags
}

// figureIn reads an address: the figure by its parts, or by its name as the pages of an edition have it.
func figureIn(asked url.Values) askedFigure {
	f := askedFigure{indicator: asked.Get("indicator"), programme: or(asked.Get("programme"), everyone), period: or(asked.Get("period"), metrics.All),
		momentFlags: momentFlags{AsOf: asked.Get("as_of"), KnownAt: asked.Get("known_at")}}
	if name := asked.Get("figure"); name != "" {
		parts := strings.Split(name, "|")
		if f.indicator = parts[0]; len(parts) < 3 || len(parts) > 6 {
			f.crooked = name
			return f
		}
		f.programme, f.period = parts[1], parts[2]
		f.part = strings.TrimSpace(strings.Join(parts[3:], " "))
	}
	return f
}

// values is the figure as an address says it.
func (f askedFigure) values() url.Values {
	values := url.Values{}
	for key, value := range map[string]string{"indicator": f.indicator, "programme": f.programme, "period": f.period, "as_of": f.AsOf, "known_at": f.KnownAt} {
		if value != "" {
			values.Set(key, value)
		}
	}
	return values
}

// name is what is written down of it.
func (f askedFigure) name(m store.Moment) string {
	return f.indicator + "|" + f.programme + "|" + f.period + " " + m.AsOf.Format(dateForm) + " " + strconv.Itoa(m.KnownAt)
}

// answerable is the definition and the moment of a figure that can be traced. The error says what may stand there.
func (in *installation) answerable(f askedFigure) (d metrics.Definition, m store.Moment, err error) {
	switch {
	case f.crooked != "":
		return d, m, misused{in.language.Say("trace.wrong.figure", brief(f.crooked))}
	case f.part != "":
		return d, m, misused{in.language.Say("trace.wrong.part", brief(f.part))}
	}
	f.indicator, f.programme, f.AsOf, f.KnownAt = brief(f.indicator), brief(f.programme), brief(f.AsOf), brief(f.KnownAt)
	if d, err = in.traceable(f.indicator, f.programme); err != nil {
		return d, m, err
	}
	if m, err = in.asked(f.momentFlags); err != nil {
		return d, m, err
	}
	if year, err := strconv.Atoi(f.period); f.period != metrics.All && (err != nil || year < m.FirstYear || year > m.AsOf.Year()) {
		return d, m, misused{in.language.Say("trace.wrong.period", brief(f.period), m.FirstYear, m.AsOf.Year())}
	}
	return d, m, nil
}

// brief is what stood there, without what nobody would read.
func brief(found string) string {
	const most = 60
	if letters := []rune(found); len(letters) > most {
		found = string(letters[:most]) + "…"
	}
	return printable(found)
}

var ofFlag = regexp.MustCompile(`^--[a-z-]+: `)

// onPage is a sentence about the command line, as a page says it: without the flag.
func onPage(line string) string {
	line = ofFlag.ReplaceAllString(line, "")
	first := []rune(line)[:1]
	return strings.ToUpper(string(first)) + strings.TrimPrefix(line, string(first))
}

// fields are the form that a figure is chosen by.
func (in *installation) fields(l Language, f askedFigure) ([]web.Field, error) {
	day, err := in.today()
	if err != nil {
		return nil, err
	}
	spoken := metrics.Language(l)
	indicators, programmes, periods := []web.Option(nil), []web.Option{{Value: everyone, Text: spoken.Say("all_programmes")}}, []web.Option{{Value: metrics.All, Text: spoken.Say("all_periods")}}
	for _, d := range in.definitions {
		indicators = append(indicators, web.Option{Value: d.ID, Text: d.Title.In(spoken)})
	}
	for _, p := range in.config.Programmes {
		programmes = append(programmes, web.Option{Value: p.ID, Text: p.Name})
	}
	for year := in.moment(day, 1).FirstYear; year <= day.Year(); year++ { // the batch is of no matter to the year
		periods = append(periods, web.Option{Value: strconv.Itoa(year), Text: strconv.Itoa(year)})
	}
	return []web.Field{
		{Name: "indicator", Label: l.Say("trace.indicator"), Value: f.indicator, Options: indicators},
		{Name: "programme", Label: l.Say("data.programme"), Value: f.programme, Options: programmes},
		{Name: "period", Label: l.Say("trace.period"), Value: f.period, Options: periods},
		{Name: "as_of", Label: spoken.Say("as_of"), Value: f.AsOf, Type: "date"},
		{Name: "known_at", Label: spoken.Say("known_at"), Value: f.KnownAt, Type: "text"},
	}, nil
}

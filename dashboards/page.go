package dashboards

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"

	"bolyst/metrics"
)

//go:embed page
var pages embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"with_words": withWords}).ParseFS(pages, "page/*.html"))

// part is a piece of the page together with the words that its template says.
type part struct {
	Words words
	Part  any
}

func withWords(piece any, p page) part { return part{p.words, piece} }

// Link is another page that the reader may go to: the same one in another language, or another audience's.
type Link struct {
	Text, Address string
	Language      metrics.Language // of the page that it leads to; "" when the same as here
}

// Page writes the page of one audience in one language. Its links to assets/ and data/, and to the
// workbooks that lie beside it, are relative.
func Page(w io.Writer, table metrics.Table, language metrics.Language, others []Link, workbooks ...Link) error {
	words, err := wordsIn(language)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	view, err := newPage(table, words, others)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	view.Workbooks = workbooks
	return templates.ExecuteTemplate(w, "page.html", view)
}

// page is what the template shows: every text ready, in one language.
type page struct {
	words          // gives the template Say and Lang
	Name, Title    string
	Audience, AsOf string
	KnownAt        string
	Edition        string
	Program        string
	Others         []Link
	Workbooks      []Link
	Lead           string // what holds for all goals
	Goals          []goal
	Comments       []said
	Folded         bool // the sections are, and a reader sees their summaries below each other
	Sections       []section
	HasCharts      bool
	Quality        quality
	Programmes     []programme
	Signs          []sign
	About          []string
}

// sign is one line of the explanation of signs.
type sign struct{ Sign, Text string }

// programme is what a programme states of itself.
type programme struct {
	Name, Since string
	Facts       []sentence
}

type sentence struct{ Name, Text string }

func newPage(table metrics.Table, w words, others []Link) (page, error) {
	l := metrics.Language(w)
	source := onlySource(table)
	p := page{
		words: w, Name: table.Name, Others: others,
		Audience: w.Say("audience_" + table.Audience.Name), AsOf: l.Date(table.AsOf), KnownAt: fmt.Sprint(table.KnownAt),
		Edition: table.Edition, Program: table.Program,
		Goals: goalsOf(table, w, source), Quality: qualityOf(table, w), About: aboutText(table, w),
	}
	p.Comments = allSaid(table, l)
	p.Lead = leadOf(table, w, p.Goals, source)
	p.Title = w.Say("page_title", p.Name, p.Audience, p.AsOf)
	for _, definition := range table.Definitions {
		section, err := indicator{words: w, table: table, definition: definition}.section()
		if err != nil {
			return page{}, fmt.Errorf("indicator %s: %w", definition.ID, err)
		}
		p.HasCharts = p.HasCharts || section.Chart != nil
		p.Sections = append(p.Sections, section)
		p.Folded = !section.Open
	}
	for _, known := range table.Programmes {
		shown := programme{Name: known.Name}
		if known.Started != 0 {
			shown.Since = w.Say("since", fmt.Sprint(known.Started))
		}
		for _, fact := range known.Facts {
			shown.Facts = append(shown.Facts, sentence{fact.Name.In(l), fact.Text.In(l)})
		}
		p.Programmes = append(p.Programmes, shown)
	}
	for _, s := range []metrics.Sign{metrics.NotPossible, metrics.Missing, metrics.Hidden} {
		p.Signs = append(p.Signs, sign{string(s), metrics.Capital(w.Say("sign_" + string(s)))})
	}
	if table.Audience.Floor > 1 {
		p.Signs = append(p.Signs, sign{metrics.Capital(w.Say("few")), w.Say("meaning_few")})
	}
	return p, nil
}

// aboutText says what holds for every figure of the page.
func aboutText(table metrics.Table, w words) []string {
	text := []string{
		w.Say("about_as_of", metrics.Language(w).Date(table.AsOf)) + " " + w.Say("about_known_at", fmt.Sprint(table.KnownAt)),
		w.Say("about_totals"), w.Say("about_unknown"), w.Say("about_immature"), w.Say("about_interval"),
	}
	for _, kind := range []metrics.Kind{metrics.Score, metrics.Duration, metrics.Breadth} {
		if slices.ContainsFunc(table.Definitions, func(d metrics.Definition) bool { return d.Kind == kind }) {
			text = append(text, w.Say("about_"+string(kind)))
		}
	}
	if len(table.Reported) > 0 {
		text = append(text, w.Say("about_reported"))
	}
	switch {
	case table.Audience.Floor > 1:
		text = append(text, w.Say("about_floor", fmt.Sprint(table.Audience.Floor)))
	case table.Audience.Name != "staff":
		text = append(text, w.Say("about_no_floor"))
	}
	if table.Audience.Name == "staff" {
		text = append(text, w.Say("about_staff"))
	}
	return text
}

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
var files embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"with_words": withWords}).ParseFS(files, "page/*.html"))

// part is a piece of a page together with what its template needs of the page: the words, or the whole frame.
type part struct {
	Words any
	Part  any
}

func withWords(piece, of any) part { return part{of, piece} }

// Link is another page or file that the reader may go to.
type Link struct {
	Text, Address string
	Language      metrics.Language // of what it leads to; "" when the same as here
}

// Beside says what lies beside the pages of an audience, seen from their folder.
type Beside struct {
	Assets    string // the folder of the assets: assets, or ../assets
	Others    []Link // the folders of the same pages in other languages
	Workbooks []Link
}

// Pages returns what writes each page of one audience in one language, by its name:
//
//	index.html            the front door
//	indicator/<id>.html   one indicator, with every breakdown
//	earlier/<id>.html     the same beside earlier editions, where there are any
//	programme/<id>.html   one programme, in the form of the district centre's catalogue
//	comparison.html       programmes and cohorts side by side; for the district centre and the staff
//	quality.html          what the figures rest on
//
// All their links are relative, so that they work in a folder as well as on a server.
func Pages(table metrics.Table, language metrics.Language, beside Beside) (map[string]func(io.Writer) error, error) {
	w, err := wordsIn(language)
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	s := site{w, table, beside, map[string][]metrics.Figure{}}
	for _, f := range table.Figures {
		s.figures[f.Indicator] = append(s.figures[f.Indicator], f)
	}
	pages := map[string]func(io.Writer) error{
		frontPage:   s.writes("front.html", func() (any, error) { return s.front(), nil }),
		qualityPage: s.writes("quality.html", func() (any, error) { return s.quality(), nil }),
	}
	if s.compares() {
		pages[comparisonPage] = s.writes("comparison.html", func() (any, error) { return s.comparison() })
	}
	for _, definition := range table.Definitions {
		pages[indicatorPage(definition.ID)] = s.writes("indicator.html", func() (any, error) { return s.indicator(definition) })
		if s.isInEarlier(definition) {
			pages[earlierPage(definition.ID)] = s.writes("earlier.html", func() (any, error) { return s.earlier(definition), nil })
		}
	}
	for _, programme := range table.Programmes {
		pages[programmePage(programme.ID)] = s.writes("programme.html", func() (any, error) { return s.programme(programme), nil })
	}
	return pages, nil
}

// The names of the pages.
const (
	frontPage      = "index.html"
	qualityPage    = "quality.html"
	comparisonPage = "comparison.html"
)

func indicatorPage(id string) string { return "indicator/" + id + ".html" }
func earlierPage(id string) string   { return "earlier/" + id + ".html" }
func programmePage(id string) string { return "programme/" + id + ".html" }

// site is all pages of one audience in one language.
type site struct {
	words
	table   metrics.Table
	beside  Beside
	figures map[string][]metrics.Figure // by indicator
}

// compares says whether the audience is shown the page that puts things side by side. The board has a minute.
func (s site) compares() bool { return s.table.Audience.Name != "board" }

// isInEarlier says whether the audience has been shown the indicator in an earlier edition.
func (s site) isInEarlier(definition metrics.Definition) bool {
	return slices.ContainsFunc(s.table.Before, func(b metrics.Before) bool { return len(figuresOf(b, definition)) > 0 })
}

// writes returns what writes a page: its matter is made when it is written, so that one page at a time is in memory.
func (s site) writes(name string, matter func() (any, error)) func(io.Writer) error {
	return func(w io.Writer) error {
		view, err := matter()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return templates.ExecuteTemplate(w, name, view)
	}
}

// about is the indicator with the figures of its own alone, among which they are found faster.
func (s site) about(definition metrics.Definition) indicator {
	narrowed := s.table
	narrowed.Figures = s.figures[definition.ID]
	return indicator{s.words, narrowed, definition, metrics.All}
}

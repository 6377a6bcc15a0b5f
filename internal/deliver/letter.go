package deliver

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"
)

// Letter is the words that go with a parcel, in the language of the recipient. Its figures are those of the recipient's own
// audience, as they were published.
type Letter struct {
	Language string
	Subject  string
	Lead     []string // paragraphs
	Figures  []Line
	Link     Link     // the zero Link when the edition has no address
	Foot     []string // paragraphs
	Again    string   // the sentence of a message that may have come before
}

// Line is one figure.
type Line struct{ Name, Value string }

// Link leads to the edition.
type Link struct{ Text, Address string }

// said is the letter as it goes out.
func (p Parcel) said() Letter {
	l := p.Letter
	if !p.Doubtful {
		l.Again = ""
	}
	return l
}

// text is the letter for those who read plain text.
func (l Letter) text() string {
	var parts []string
	add := func(lines ...string) {
		if len(lines) > 0 {
			parts = append(parts, strings.Join(lines, "\n"))
		}
	}
	for _, lead := range l.Lead {
		add(lead)
	}
	if l.Again != "" {
		add(l.Again)
	}
	var figures []string
	for _, f := range l.Figures {
		figures = append(figures, f.Name+": "+f.Value)
	}
	add(figures...)
	if l.Link.Address != "" {
		add(l.Link.Text+":", l.Link.Address)
	}
	for _, foot := range l.Foot {
		add(foot)
	}
	return strings.Join(parts, "\n\n") + "\n"
}

var (
	//go:embed letter.html
	letterText     string
	letterTemplate = template.Must(template.New("letter").Parse(letterText))
)

// html is the letter for those who read pages: without pictures, scripts or anything that is fetched.
func (l Letter) html() (string, error) {
	var page bytes.Buffer
	err := letterTemplate.Execute(&page, l)
	return page.String(), err
}

package dashboards

import (
	"fmt"
	"strings"

	"bolyst/metrics"
)

// frame is what every page has around its matter, every text ready, in one language.
type frame struct {
	words             // gives the template Say and Lang
	Base       string // leads from the page to the front door's folder: "" or ../
	Assets     string
	Title      string // of the window
	Heading    string
	Above      string // stands over the heading: whose page it is, or where it belongs
	Name       string
	Audience   string
	AsOf       string
	KnownAt    string
	Edition    string
	Program    string
	Others     []Link
	Menu       []item
	Source     string // stands under every chart
	NeedsChart bool   // ECharts is loaded
}

// item is one of the pages that every page leads to.
type item struct {
	Link
	Here bool
}

// frame makes the frame of the page of that name. Its heading is that of the page, or "" for the name of the installation.
func (s site) frame(page, heading string) frame {
	l := metrics.Language(s.words)
	f := frame{
		words: s.words, Base: strings.Repeat("../", strings.Count(page, "/")), Heading: heading, Name: s.table.Name,
		Audience: s.Say("audience_" + s.table.Audience.Name), AsOf: l.Date(s.table.AsOf), KnownAt: fmt.Sprint(s.table.KnownAt),
		Edition: s.table.Edition, Program: s.table.Program,
	}
	f.Assets = f.Base + s.beside.Assets
	f.Above = f.Audience
	f.Title = s.Say("page_title", f.Name, f.Audience, f.AsOf)
	if heading == "" {
		f.Heading = f.Name
	} else {
		f.Title = heading + " – " + f.Title
	}
	f.Source = s.Say("source_line", f.Name, f.AsOf)
	if f.Edition != "" {
		f.Source = s.Say("source_line_edition", f.Name, f.AsOf, f.Edition)
	}
	for _, other := range s.beside.Others {
		f.Others = append(f.Others, Link{other.Text, f.Base + other.Address + "/" + page, other.Language})
	}
	add := func(key, name string) {
		f.Menu = append(f.Menu, item{Link{Text: s.Say(key), Address: f.Base + name}, name == page})
	}
	add("menu_front", frontPage)
	add("indicators", frontPage+"#indicators")
	if s.compares() {
		add(s.comparisonTitle(), comparisonPage)
	}
	if len(s.table.Programmes) == 1 {
		add("menu_programme", programmePage(s.table.Programmes[0].ID))
	} else {
		add("menu_programmes", frontPage+"#programmes")
	}
	add("data_quality", qualityPage)
	add("about", frontPage+"#about")
	add("download", frontPage+"#download")
	return f
}

// sign is one line of the explanation of signs.
type sign struct{ Sign, Text string }

// signsOf explains what stands in the place of numbers.
func (s site) signs() []sign {
	var signs []sign
	for _, known := range []metrics.Sign{metrics.NotPossible, metrics.Missing, metrics.Hidden} {
		signs = append(signs, sign{string(known), metrics.Capital(s.Say("sign_" + string(known)))})
	}
	if s.table.Audience.Floor > 1 {
		signs = append(signs, sign{metrics.Capital(s.Say("few")), s.Say("meaning_few")})
	}
	return signs
}

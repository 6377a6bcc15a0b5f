package dashboards

import (
	"net/url"
	"strings"

	"bolyst/metrics"
)

// front is the front door of an audience: the goals and the few figures that are looked at first, what has changed and why,
// what was decided, and the way to everything else.
type front struct {
	frame
	Goals      []aim
	Cards      []card
	Across     int    // how many cards stand side by side where there is room
	Lead       string // what holds for all of them
	Changes    changes
	Said       []said
	Finding    string // on the data
	Chapters   []twin // every indicator, goal by goal
	Programmes []item
	Signs      []sign
	About      []string
	Files      []Link
}

// changes are what has changed since the edition before.
type changes struct {
	Title string
	None  string // said where there is nothing to tell
	Told  []change
	Also  []Link // indicators that have changed too, which are not looked at first
}

type change struct {
	Link
	Whole string
	Lines []string
}

func (s site) front() front {
	source := onlySource(s.table)
	f := front{frame: s.frame(frontPage, ""), Goals: s.aims(), Changes: s.changes(), Said: s.said("", metrics.All), Finding: s.finding(),
		Chapters: s.chapters(), Signs: s.signs(), About: aboutText(s.table, s.table.Definitions, s.words), Files: s.files("")}
	for _, definition := range s.table.KeyDefinitions() {
		f.Cards = append(f.Cards, s.about(definition).card(source, ""))
	}
	f.Across = across(len(f.Cards))
	f.Lead = leadOf(s.table, s.words, f.Cards, source)
	if len(s.table.Programmes) > 1 {
		for _, programme := range s.table.Programmes {
			f.Programmes = append(f.Programmes, item{Link: Link{Text: programme.Name, Address: programmePage(programme.ID)}})
		}
	}
	return f
}

// files are everything that can be taken along: the workbooks, the figures in every format, and what says what they are; base leads to the
// front door's folder.
func (s site) files(base string) []Link {
	l := metrics.Language(s.words)
	var files []Link
	for _, workbook := range s.beside.Workbooks {
		files = append(files, Link{Text: workbook.Text, Address: base + workbook.Address})
	}
	for _, f := range DataFiles() {
		files = append(files, Link{Text: f.Title(l), Address: base + "data/" + f.Name})
	}
	return append(files, Link{Text: s.Say("read_me_dictionary"), Address: base + "data/" + DictionaryName},
		Link{Text: s.Say("read_me_link"), Address: base + "data/" + ReadMeName(l)})
}

// across shares the cards out on rows of about the same length, four at most: five stand as three and two, not as four and one.
func across(cards int) int {
	const most = 4
	rows := max(1, (cards+most-1)/most)
	return (cards + rows - 1) / rows
}

// changes tells what is different from the edition before, and why, as far as this audience may be told.
func (s site) changes() changes {
	since, l := s.table.Since, metrics.Language(s.words)
	if since.Edition == "" {
		return changes{}
	}
	told := changes{Title: s.Say("changed_since", l.Date(since.AsOf)), None: s.Say("changed_nothing")}
	for _, c := range since.Changes {
		if !c.Differs() {
			continue
		}
		definition := s.table.Definition(c.After.Indicator)
		told.None = ""
		if !s.table.IsKey(definition.ID) && s.table.Audience.Floor > 1 { // a page for a minute; the staff are told of all
			told.Also = append(told.Also, Link{Text: definition.Title.In(l), Address: indicatorPage(definition.ID)})
			continue
		}
		told.Told = append(told.Told, change{Link{Text: definition.Title.In(l), Address: indicatorPage(definition.ID)}, c.Text(l), c.Lines(l)})
	}
	return told
}

// said are the comments and decisions on a programme, or on any, each with the page that it is about; base leads to the front
// door's folder.
func (s site) said(base, programme string) []said {
	l := metrics.Language(s.words)
	var all []said
	for _, c := range s.table.Comments {
		if programme == metrics.All || c.Programme == programme || c.Programme == metrics.All {
			all = append(all, said{Link{Text: s.table.Definition(c.Indicator).Title.In(l), Address: base + indicatorPage(c.Indicator)}, s.table.Said(c, l)})
		}
	}
	return all
}

// chapters are every indicator, goal by goal and last those of no goal, each with its total.
func (s site) chapters() []twin {
	var chapters []twin
	taken := map[string]bool{}
	add := func(title string, belongs func(metrics.Definition) bool) {
		t := s.briefs(title)
		for _, definition := range s.table.Definitions {
			if taken[definition.ID] || !belongs(definition) {
				continue
			}
			taken[definition.ID] = true
			t.Rows = append(t.Rows, s.about(definition).brief(""))
		}
		if t.Rows != nil {
			chapters = append(chapters, *t.named())
		}
	}
	for _, g := range s.table.Goals {
		add(g.Title.In(metrics.Language(s.words)), func(d metrics.Definition) bool { return d.Goal == g.ID })
	}
	add(s.Say("other_indicators"), func(metrics.Definition) bool { return true })
	return chapters
}

// briefs is a table of indicators that waits for a line for each.
func (s site) briefs(caption string) twin {
	return twin{Caption: caption, Names: true, Head: append(wordsUnder(s.Say("indicator")),
		heading{Text: s.Say("value")}, heading{Text: s.Say("of_how_many")}, heading{Text: s.Say("interval")}, heading{Text: s.Say("in_brief"), Left: true})}
}

// brief is the indicator's total on one line of a table, with the way to its page; base leads to the front door's folder.
func (i indicator) brief(base string) row {
	f := i.total()
	r := row{Heads: []string{i.title()}, Link: base + i.address(""), Key: keyOf(f)}
	r.Cells = []cell{i.value(f), {Text: i.behind(f)}, {Text: f.Interval(i.language())}, {}}
	if g := i.glance(f); g.Line != nil || g.Columns != nil {
		r.Cells[3].Glance = &g
	}
	return r
}

// address leads to the indicator's page, with the programme and the breakdown chosen there.
func (i indicator) address(breakdown string) string {
	var chosen []string
	if i.several() && i.whose != metrics.All {
		chosen = append(chosen, "programme="+url.QueryEscape(i.whose))
	}
	if breakdown != "" {
		chosen = append(chosen, "breakdown="+url.QueryEscape(breakdown))
	}
	if chosen == nil {
		return indicatorPage(i.definition.ID)
	}
	return indicatorPage(i.definition.ID) + "#" + strings.Join(chosen, "&")
}

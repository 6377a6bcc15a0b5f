package reports

import (
	"fmt"
	"io"
	"slices"

	"bolyst/metrics"
)

// Board writes what a board reads before it decides: on one page of A4 the goals, the key indicators, what was said and decided
// and what has changed, and then a sheet for each key indicator.
func Board(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.begin(b.say("board_title", b.Name))

	front := b.sheet(b.say("overview"))
	key := table.KeyDefinitions()
	var indicators []*sheet
	for i, definition := range key {
		indicators = append(indicators, b.sheet(fmt.Sprintf("%d %s", i+1, definition.ShortTitle(language))))
	}
	front.writeBoardPage(key, indicators)
	for i, definition := range key {
		whole := slices.DeleteFunc(b.figuresOf(definition), func(f metrics.Figure) bool { return !b.forBoard(f) })
		indicators[i].writeIndicator(definition, whole, front)
	}
	if len(table.Comments) > 0 {
		b.sheet(b.metric("comments")).writeComments(front)
	}
	if len(table.Since.Changes) > 0 {
		b.sheet(b.say("changes")).writeChanges(front)
	}
	b.sheet(b.metric("definitions")).writeDefinitions()
	b.sheet(b.metric("about")).writeAbout()
	return b.write(w)
}

// forBoard says whether a board is told the figure on the sheet of its indicator. Broken down, as good as all of it is hidden from
// a board, and several programmes period by period would fill page after page: the evaluation has what can be told.
func (b *book) forBoard(f metrics.Figure) bool {
	switch {
	case f.Breakdown != "" && f.Breakdown != months:
		return false
	case len(b.Programmes) == 1 || isHeadline(f):
		return true
	}
	return f.Programme == metrics.All && !f.IsPool()
}

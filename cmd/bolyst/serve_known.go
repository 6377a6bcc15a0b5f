package main

import (
	"context"
	"path"
	"slices"

	"bolyst/internal/batch"
	"bolyst/internal/store"
	"bolyst/internal/web"
	"bolyst/metrics"
)

// rejectedTable tells why rows were not taken in, of each file as it was last read, and how that is mended: by rule and column,
// with the first row of each in the words of «bolyst rejects».
func (in *installation) rejectedTable(ctx context.Context) (web.Table, error) {
	l := in.language
	t := web.Table{Caption: l.Say("data.rejects"), Headings: append(append(wordsOver(l.Say("data.file"), l.Say("data.column")), numbersOver(l.Say("data.rows"))...),
		wordsOver(l.Say("data.wrong"), l.Say("data.remedy"), l.Say("data.first"))...)}
	kinds := 0
	for _, b := range slices.Backward(batch.Newest(in.store.Ledger().Batches())) {
		if b.Rejected == 0 {
			continue
		}
		problems, err := in.problems(ctx, b)
		if err != nil {
			return t, err
		}
		for _, r := range rejections(problems) {
			if kinds++; kinds <= mostRows {
				t.Rows = append(t.Rows, web.Row{Cells: []string{path.Base(b.File), or(r.column, "–"), l.whole(r.rows), r.reason.In(metrics.Language(l)),
					or(r.remedy.In(metrics.Language(l)), "–"), r.first.Text(string(l))}})
			}
		}
	}
	if t.Note = l.Say("data.rejects.note"); kinds > mostRows {
		t.Note = l.Say("data.some_rejects", mostRows, kinds) + " " + t.Note
	}
	return t, nil
}

// knownTables tell how new is what is known of each feed, and of whom it is known where they live, today.
func (in *installation) knownTables(ctx context.Context) ([]web.Table, error) {
	day, err := in.today()
	if err != nil {
		return nil, err
	}
	m := in.moment(day, 0)
	question, err := in.store.Ask(ctx, m)
	if err != nil {
		return nil, err
	}
	feeds, err := in.newestTable(ctx, question, m)
	if err != nil {
		return nil, err
	}
	where, err := in.whereTable(ctx, question, m)
	return []web.Table{feeds, where}, err
}

// newestTable tells the newest day that each feed is about.
func (in *installation) newestTable(ctx context.Context, q *store.Question, m store.Moment) (web.Table, error) {
	l := in.language
	t := web.Table{Caption: l.Say("data.newest"), Note: l.Say("data.newest.note"), Headings: wordsOver(l.Say("data.feed"), l.Say("data.day"), l.Say("data.age"))}
	feeds, err := q.Freshness(ctx)
	for _, f := range feeds {
		t.Rows = append(t.Rows, web.Row{Cells: []string{metrics.Language(l).Say("feed_" + f.Feed), metrics.Language(l).Date(f.Newest), l.ago(m.AsOf.Sub(f.Newest))}})
	}
	return t, err
}

// whereTable tells, programme by programme, of how many it is known where they live, and not for too long ago.
func (in *installation) whereTable(ctx context.Context, q *store.Question, m store.Moment) (t web.Table, err error) {
	i := slices.IndexFunc(in.definitions, func(d metrics.Definition) bool { return d.ID == "status_coverage" })
	if i < 0 {
		return t, nil
	}
	d, l := in.definitions[i], in.language
	draft := in.blankDraft(m)
	if draft.Tallies, err = tallies(ctx, q, d); err != nil {
		return t, err
	}
	figures := draft.For(metrics.Audience{Name: "staff", Floor: 1})
	t = web.Table{Caption: d.Title.In(metrics.Language(l)), Note: d.Meaning.In(metrics.Language(l)), Headings: wordsOver(l.Say("data.programme"), l.Say("data.where"))}
	for _, p := range in.config.Programmes {
		t.Rows = append(t.Rows, web.Row{Cells: []string{p.Name, figures.Figure(d.ID, p.ID, metrics.All).Text(metrics.Language(l))}})
	}
	return t, nil
}

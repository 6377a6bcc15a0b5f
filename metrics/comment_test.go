package metrics_test

import (
	"testing"
	"time"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestCommentOnAHiddenFigureIsHiddenAndADecisionIsNot(t *testing.T) {
	draft := metricstest.KOM()
	draft.Comments = nil
	for _, c := range []struct {
		kind      metrics.CommentKind
		indicator string
		period    string
	}{
		{metrics.Remark, "job_offer_rate", "all"},
		{metrics.Remark, "retained_of_hired", "2010"}, // nobody of four: hidden from the board
		{metrics.Decision, "retained_of_hired", "2010"},
		{metrics.Remark, "status_coverage", "all"}, // no such indicator here
	} {
		draft.Comments = append(draft.Comments, metrics.Comment{Kind: c.kind, Indicator: c.indicator, Programme: "kom", Period: c.period,
			Text: metrics.Words{"nb": "Tekst."}, Author: "Styret", Date: time.Date(2011, 1, 15, 0, 0, 0, 0, time.UTC)})
	}
	for _, want := range []struct {
		audience                metrics.Audience
		comments, on, decisions int
	}{
		{metrics.Audience{Name: "board", Floor: 5}, 2, 1, 1},
		{metrics.Audience{Name: "staff", Floor: 1}, 3, 2, 1},
	} {
		table := draft.For(want.audience)
		if got := len(table.Comments); got != want.comments {
			t.Errorf("%s: got %d comments, want %d", want.audience.Name, got, want.comments)
		}
		if got := len(table.CommentsOn(table.Figure("retained_of_hired", "all", "2010"))); got != want.on {
			t.Errorf("%s: got %d comments on the figure, want %d", want.audience.Name, got, want.on)
		}
		if got := len(table.Decisions()); got != want.decisions {
			t.Errorf("%s: got %d decisions, want %d", want.audience.Name, got, want.decisions)
		}
	}
}

package store

import (
	"errors"
	"testing"

	"bolyst/internal/batch"
)

func TestCompleteDeliveryKeepsWhatItHoldsAndWasRejected(t *testing.T) {
	one, none := 1, 0
	for name, c := range map[string]struct {
		stays   [][]any
		most    *int
		removed int
		shrunk  bool
	}{
		"the key of a rejected row":  {stays: [][]any{{"kom", "2"}}, removed: 1},
		"both":                       {stays: [][]any{{"kom", "2"}, {"kom", "3"}}},
		"a row that may be any":      {stays: [][]any{nil, {"kom", "2"}}},
		"more than half are gone":    {shrunk: true},
		"more than allowed":          {stays: [][]any{{"kom", "2"}}, most: &none, shrunk: true},
		"as many as allowed":         {stays: [][]any{{"kom", "2"}}, most: &one, removed: 1},
		"a key that was never known": {stays: [][]any{{"kom", "9"}}, shrunk: true},
		"a row of another programme": {stays: [][]any{{"sogn", "2"}}, shrunk: true},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, t.TempDir())
			load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"}, [3]string{"3", "Gamma", "2006-01-01"})
			stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
			if err != nil {
				t.Fatal(err)
			}
			stage.Whole(c.most)
			stage.Accept("", 2, []any{"kom", "1", "Alfa", nil, "1505", day("2006-01-01"), nil})
			for _, key := range c.stays {
				stage.Stays(key)
			}
			b, err := stage.Commit(t.Context(), batch.Batch{Source: "bedrifter", File: "b.xlsx", SHA256: "bb", Balance: batch.Balance{Read: 1 + len(c.stays), Rejected: len(c.stays)}})
			var shrunk *Shrunk
			if errors.As(err, &shrunk) != c.shrunk || err != nil && !c.shrunk {
				t.Fatalf("got error %v", err)
			}
			if !c.shrunk && b.Removed != c.removed {
				t.Errorf("got %d removed, want %d", b.Removed, c.removed)
			}
			if got := s.Ledger().Last(); c.shrunk && got != 1 {
				t.Errorf("got %d batches, want 1", got)
			}
		})
	}
}

package main

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/queries"
)

func TestIndicatorsStandInAnOrderOfTheirOwn(t *testing.T) {
	first, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != len(queries.Indicators()) || !slices.IsSortedFunc(first, byRank) {
		t.Errorf("got %d indicators, want %d by rank", len(first), len(queries.Indicators()))
	}
	again, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("asked twice (-first +again):\n%s", diff)
	}
}

package main

import "testing"

func TestClosestIsTheWordThatWasProbablyMeant(t *testing.T) {
	feeds := []string{"activities", "applications", "companies", "finances", "offers"}
	tests := []struct {
		word  string
		words []string
		want  string
	}{
		{"aplications", feeds, "applications"}, // one letter dropped
		{"Applications", feeds, "applications"},
		{"offesr", feeds, "offers"}, // two neighbours swapped
		{"companys", feeds, "companies"},
		{"tilbud", feeds, ""},
		{"no", []string{"nb", "en"}, "nb"},
		{"x", []string{"f", "m"}, "f"}, // one slip is allowed in the shortest word too
		{"Kjønn", []string{"kjonn"}, "kjonn"},
		{"", feeds, ""},
		{"offers", nil, ""},
	}
	for _, test := range tests {
		if got := closest(test.word, test.words); got != test.want {
			t.Errorf("%q: got %q, want %q", test.word, got, test.want)
		}
	}
}

func TestDistanceCountsSlips(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "abc", 3},
		{"kull", "kull", 0},
		{"kitten", "sitting", 3}, // the textbook's: k→s, e→i, +g
		{"ca", "abc", 3},         // optimal string alignment: no pair of neighbours is touched twice
		{"ab", "ba", 1},
		{"søker", "soker", 1}, // letters, not bytes
	}
	for _, test := range tests {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("%q, %q: got %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

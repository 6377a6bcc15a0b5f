package dashboards

import (
	"maps"
	"regexp"
	"slices"
	"testing"

	"bolyst/metrics"
)

func TestEveryLanguageHasTheSameWordsWithTheSamePlaces(t *testing.T) {
	places := regexp.MustCompile(`%[sd]`)
	norwegian := catalogue[metrics.Norwegian]
	for _, l := range metrics.Languages() {
		got, want := slices.Sorted(maps.Keys(catalogue[l])), slices.Sorted(maps.Keys(norwegian))
		if !slices.Equal(got, want) {
			t.Errorf("%s: got the keys %v, want %v", l, got, want)
		}
		for key, text := range catalogue[l] {
			if got, want := places.FindAllString(text, -1), places.FindAllString(norwegian[key], -1); !slices.Equal(got, want) {
				t.Errorf("%s: %s: got the places %v, want %v", l, key, got, want)
			}
		}
	}
}

func TestCapitalWritesNorwegianLetters(t *testing.T) {
	for text, want := range map[string]string{"måltall": "Måltall", "øvre": "Øvre", "": "", "95 %": "95 %"} {
		if got := capital(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

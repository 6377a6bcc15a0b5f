package metricstest

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bolyst/metrics"
)

// SaysTheSame holds every language of the catalogue to the first: the same keys, a text for each, and the same places in it.
func SaysTheSame(t *testing.T, c metrics.Catalogue) {
	t.Helper()
	first := c[metrics.Norwegian]
	for _, l := range metrics.Languages() {
		for _, key := range slices.Sorted(maps.Keys(c[l])) {
			if !c.Has(metrics.Norwegian, key) {
				t.Errorf("%s %s: nb has no such key", l, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(first)) {
			if strings.TrimSpace(c[l][key]) == "" {
				t.Errorf("%s %s: got no text", l, key)
			}
			if got, want := Places(c[l][key]), Places(first[key]); !maps.Equal(got, want) {
				t.Errorf("%s %s: got the places %v, want those of nb, %v", l, key, got, want)
			}
		}
	}
}

// place is one that package fmt fills in, such as %s or %[2]d.
var place = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z])`)

// Places are what a text takes: the number of each argument and its verb.
func Places(text string) map[int]string {
	verbs := map[int]string{}
	next := 1
	for _, match := range place.FindAllStringSubmatch(strings.ReplaceAll(text, "%%", ""), -1) {
		if n, err := strconv.Atoi(match[1]); err == nil {
			next = n
		}
		verbs[next] = match[2]
		next++
	}
	return verbs
}

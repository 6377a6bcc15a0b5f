package main

import (
	"os"
	"testing"
)

// thorough says that there is time for every round of the tests that kill, damage and draw: in .ci/run, which sets CI=true.
// Without it they do a few rounds of the same, so that the quick tests stay quick.
var thorough = os.Getenv("CI") == "true"

// often is how many rounds a test does: all of them when there is time, else a few.
func often(all, few int) int {
	if thorough {
		return all
	}
	return few
}

// long passes over a test that takes many seconds and has no shorter form, unless there is time.
func long(t *testing.T) {
	t.Helper()
	if !thorough {
		t.Skip("takes long: CI=true runs it, as .ci/run does")
	}
}

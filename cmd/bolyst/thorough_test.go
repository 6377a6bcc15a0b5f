package main

import "os"

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

package main

import (
	"testing"
	"time"

	"bolyst/internal/batch"
)

func TestKnownAtATimeIsTheLastBatchLoadedByThen(t *testing.T) {
	oslo, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	var batches []batch.Batch
	for i, at := range []string{"2010-06-30T22:30:00Z", "2010-12-31T12:00:00Z", "2011-01-02T08:00:30Z", "2011-01-01T08:00:00Z"} { // the clock was set back
		loaded, _ := time.Parse(time.RFC3339, at)
		batches = append(batches, batch.Batch{Number: i + 1, LoadedAt: loaded})
	}
	for words, want := range map[string]int{
		"2010-06-30":             0, // the batch was loaded half an hour after midnight in Oslo
		"2010-07-01":             1,
		"2010-12-31T12:59":       1,
		"2010-12-31T13:00":       2, // at that minute is by then
		"2010-12-31 13:00:00":    2,
		"2010-12-31T12:59:59Z":   2, // a zone of its own
		"2010-12-31T11:59:59Z":   1,
		"2011-01-01T12:00":       2, // batch 4 says that it was loaded by then, but what it builds on was not
		"2011-01-02T09:00:29":    2,
		"2011-01-02T09:00":       4, // the minute is not over at :30
		"9999-12-31":             4,
		"2010-12-31T13:00+02:00": -1, // no seconds, so no time of RFC 3339
		"31.12.2010":             -1,
		"yesterday":              -1,
		"2010-02-30":             -1,
	} {
		got := -1
		if before, ok := endOf(words, oslo); ok {
			got = lastLoadedBefore(batches, before)
		}
		if got != want {
			t.Errorf("%s: got batch %d, want %d", words, got, want)
		}
	}
}

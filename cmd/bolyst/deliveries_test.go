package main

import (
	"testing"

	"bolyst/internal/deliver"
	"bolyst/metrics"
)

func TestEveryReasonOfADeliveryHasItsWords(t *testing.T) {
	for _, l := range Languages() {
		for _, code := range deliver.Codes() {
			if l.stateOf(deliver.Entry{State: deliver.Failed, Reason: code}) == "" || sayings[metrics.Language(l)]["deliveries.reason."+code] == "" {
				t.Errorf("%s: nothing is said of %s", l, code)
			}
		}
	}
}

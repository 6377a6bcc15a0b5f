package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProfileQuotesOnlyFiguresThatThereAre holds a text of the catalogue to the indicators, and to naming nobody.
func TestProfileQuotesOnlyFiguresThatThereAre(t *testing.T) {
	good, err := os.ReadFile("testdata/config/good/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for was, want := range map[string]string{
		"{job_offer_rate} er tatt inn":  "job_offer_rate", // nothing wrong
		"{job_offer_rat} er tatt inn":   "job_offer_rat",
		"kari@example.org har tatt inn": "profile.background",
	} {
		text := strings.Replace(string(good), "{job_offer_rate} er tatt inn", was, 1)
		path := filepath.Join(t.TempDir(), "bolyst.yaml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		code := run(t.Context(), []string{"validate", "-c", path}, &said, &said, scriptClock)
		about := strings.Contains(said.String(), want)
		if wrong := was != "{job_offer_rate} er tatt inn"; wrong != (about && code != exitDone) {
			t.Errorf("%s: got %d and %s, want it wrong: %v", was, code, said.String(), wrong)
		}
	}
}

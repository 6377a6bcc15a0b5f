package main

import (
	"strings"
	"testing"

	"bolyst/metrics"
)

func TestTargetOfAShareIsBetweenZeroAndOne(t *testing.T) {
	content := `
name: KOM Trainee
programmes:
  - {id: kom, name: KOM Trainee, region: [{kommune: "1505", from: 2006-01-01}]}
goals:
  - {id: recruit, title: {nb: Rekruttere}}
targets:
  - {indicator: job_offer_rate, programme: kom, value: 0.70, owner: Styret, decided_on: 2010-03-15}
  - {indicator: job_offer_rate, programme: all, value: 70, owner: Styret, decided_on: 2010-03-15}
  - {indicator: applicants, programme: kom, value: 70, owner: Styret, decided_on: 2010-03-15}
`
	c := loadGood(t, writeFile(t, "bolyst.yaml", content))
	definitions := []metrics.Definition{
		{ID: "applicants", Kind: metrics.Count, Goal: "access"},
		{ID: "job_offer_rate", Kind: metrics.Rate, Goal: "recruit"},
	}
	mistakes := c.TargetMistakes(definitions)
	if len(mistakes) != 1 {
		t.Fatalf("got %d mistakes, want 1", len(mistakes))
	}
	want := ":9: targets[1].value: 70 is not a share; the indicator job_offer_rate goes from 0 to 1, so 70 percent is written 0.70."
	if got := mistakes[0].Say(English); !strings.HasSuffix(got, want) {
		t.Errorf("got %v, want it to end in %v", got, want)
	}

	warnings := c.GoalWarnings(definitions)
	if len(warnings) != 1 {
		t.Fatalf("got %d warnings, want 1", len(warnings))
	}
	want = ":5: goals: indikatoren applicants hører til målet «access», som ikke står her."
	if got := warnings[0].Say(Norwegian); !strings.HasSuffix(got, want) {
		t.Errorf("got %v, want it to end in %v", got, want)
	}
}

func TestTargetDoesNotWantAnotherWayThanItsIndicator(t *testing.T) {
	content := `
name: KOM Trainee
programmes:
  - {id: kom, name: KOM Trainee, region: [{kommune: "1505", from: 2006-01-01}]}
targets:
  - {indicator: job_offer_rate, programme: kom, value: 0.7, direction: down, baseline: {value: 60, period: 2006}, owner: Styret, decided_on: 2010-03-15}
  - {indicator: job_offer_rate, programme: all, value: 0.7, direction: up, owner: Styret, decided_on: 2010-03-15}
  - {indicator: applicants, programme: kom, value: 70, direction: down, owner: Styret, decided_on: 2010-03-15}
`
	c := loadGood(t, writeFile(t, "bolyst.yaml", content))
	mistakes := c.TargetMistakes([]metrics.Definition{
		{ID: "applicants", Kind: metrics.Count, Direction: "none"},
		{ID: "job_offer_rate", Kind: metrics.Rate, Direction: "up"},
	})
	want := []string{
		":6: targets[0].direction: måltallet sier down, men for indikatoren job_offer_rate er up bedre; ta bort direction.",
		":6: targets[0].baseline.value: 60 er ikke en andel; indikatoren job_offer_rate går fra 0 til 1, så 70 prosent skrives 0.70.",
	}
	if len(mistakes) != len(want) {
		t.Fatalf("got %d mistakes, want %d", len(mistakes), len(want))
	}
	for i, m := range mistakes {
		if got := m.Say(Norwegian); !strings.HasSuffix(got, want[i]) {
			t.Errorf("got %v, want it to end in %v", got, want[i])
		}
	}
}

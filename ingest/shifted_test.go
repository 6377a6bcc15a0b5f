package ingest

import (
	"slices"
	"strings"
	"testing"
)

// However far the cells of a row have slipped, and from whichever column on, nothing of the columns that are not read, or
// that point at a person, stands in a problem.
func TestNoSlipOfARowShowsAName(t *testing.T) {
	personal := []string{"K-2041", "Kari Eksempel", "Storgata 5 B", "91234567", "Kjenner broren hennes fra før"}
	headers := []string{"Navn", "Adresse", "Kjønn", "Kull", "Søkt dato", "Bosted", "Søknadsnr", "Søker", "Mobil", "Vurdering", "Utfall", "Merknad"}
	cells := []string{personal[1], personal[2], "Kvinne", "2009", "01.03.2009", "Averøy", "17", personal[0], personal[3], "qualified", "offered", personal[4]}
	m := mappingOf(t, []byte(`{
		"feed": "applications", "programme": "kom", "format": {"type": "csv", "delimiter": ";"},
		"columns": {"application_id": ["Søknadsnr"], "applicant_id": ["Søker"], "cohort": ["Kull"], "submitted_on": ["Søkt dato"],
			"gender": ["Kjønn"], "kommune": ["Bosted"], "assessment": ["Vurdering"], "outcome": ["Utfall"]},
		"values": {"gender": {"Kvinne": "f", "Mann": "m"}}}`))
	rejected := 0
	for from := range cells {
		for by := -len(cells) + 1; by < len(cells); by++ {
			slipped := slices.Concat(slices.Repeat([]string{""}, max(by, 0)), cells[min(from+max(-by, 0), len(cells)):], slices.Repeat([]string{""}, len(cells)))
			line := slices.Concat(cells[:from], slipped)[:len(cells)]
			got := told(t, writeSource(t, "soknader.csv", []byte(strings.Join(headers, ";")+"\n"+strings.Join(line, ";")+"\n")), m)
			for _, p := range personal {
				if strings.Contains(got, p) {
					t.Errorf("cells from column %d on, moved by %d: %q is shown:\n%s", from+1, by, p, got)
				}
			}
			rejected += strings.Count(got, "1 rejected")
		}
	}
	t.Logf("%d rows were rejected", rejected)
	if rejected < 100 {
		t.Errorf("got %d rejected rows, too few to show anything", rejected)
	}
}

package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// A telephone number or a name that stands once in a column that is read is not offered as a word for the mapping.
func TestInspectOffersNoTelephoneNumber(t *testing.T) {
	slips := []string{"912 34 567", "+47 91 23 45 67", "tlf 91234567", "Kari Eksempel"}
	text := "Søknadsnr;Kandidatnr;Kull;Søkt dato;Kjønn;Bostedskommune\n"
	for i := range 40 {
		gender := []string{"Kvinne", "Mann", "Hen"}[i%3]
		if i < len(slips) {
			gender = slips[i]
		}
		text += fmt.Sprintf("%d;A-%d;2009;01.03.2009;%s;Averøy\n", i, i, gender)
	}
	p, err := Inspect(context.Background(), writeSource(t, "soknader.csv", []byte(text)), InspectOptions{Programme: "kom"})
	if err != nil {
		t.Fatal(err)
	}
	said := p.YAML("nb")
	for _, slip := range slips {
		if strings.Contains(said, slip) {
			t.Errorf("%q is offered:\n%s", slip, said)
		}
	}
	if !strings.Contains(said, "Hen") {
		t.Errorf("a word of the column is not offered:\n%s", said)
	}
}

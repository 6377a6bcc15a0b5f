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

// Names of persons under «Navn» are no names of companies, however few they are.
func TestInspectTakesNoPersonsForCompanies(t *testing.T) {
	persons := "Navn;Org.nr;Medlem fra\nKari Eksempel;123456785;01.01.2006\nOla Nordmann;123456785;01.01.2007\n"
	companies := "Navn;Org.nr;Medlem fra\nHavn AS;123456785;01.01.2006\nKari Eksempel AS;123456785;01.01.2007\n"
	for text, want := range map[string]bool{persons: false, companies: true} {
		p, err := Inspect(context.Background(), writeSource(t, "liste.csv", []byte(text)), InspectOptions{Programme: "kom"})
		if err != nil {
			t.Fatal(err)
		}
		if _, got := p.Mapping.Columns["name"]; got != want {
			t.Errorf("name is mapped: got %v, want %v:\n%s", got, want, p.YAML("nb"))
		}
	}
}

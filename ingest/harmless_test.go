package ingest

import (
	"strings"
	"testing"
)

// Every value stands in the wrong column of a row in which everything else is right.
func TestOneWrongCellIsRepeatedOnlyWhenItCanNameNobody(t *testing.T) {
	headers := []string{"Søknadsnr", "Søker", "Kull", "Søkt dato", "Kjønn", "Bosted", "Vurdering"}
	good := []string{"17", "A-4", "2009", "01.03.2009", "Kvinne", "Averøy", "Kvalifisert"}
	m := mappingOf(t, []byte(`{
		"feed": "applications", "programme": "kom", "format": {"type": "csv", "delimiter": ";"},
		"columns": {"application_id": ["Søknadsnr"], "applicant_id": ["Søker"], "cohort": ["Kull"], "submitted_on": ["Søkt dato"],
			"gender": ["Kjønn"], "kommune": ["Bosted"], "assessment": ["Vurdering"]},
		"values": {"gender": {"Kvinne": "f", "Mann": "m"}, "assessment": {"Kvalifisert": "qualified"}}}`))
	into := func(column int, text string) string {
		cells := append([]string(nil), good...)
		cells[column] = text
		return told(t, writeSource(t, "soknader.csv", []byte(strings.Join(headers, ";")+"\n"+strings.Join(cells, ";")+"\n")), m)
	}
	for _, personal := range []string{
		"91234567", "912 34 567", "91 23 45 67", "+47 912 34 567", "004791234567", "tlf 91234567", "912.34.567", "71 58 12 34 kl 12",
		"kari@example.no", "kari.eksempel at example", "Kari", "kari", "Kari Eksempel", "kari eksempel", "EKSEMPEL, KARI", "Ola E.", "Åse",
		"Storgata 5 B", "Storgata 5, 6509 Kristiansund", "storgata 5", "Frøya Lund", "Dag Sommer", "Tom", "Jo", "Inga", "August", "Per",
		"Kjenner broren hennes fra før", "gravid", "er gravid", "psykisk syk", "sykmeldt", "A-2041", "K2041", "20413", "204135", "http://example.no/kari", "@kari",
	} {
		for column := 2; column < len(headers); column++ {
			if got := into(column, personal); strings.Contains(got, "«"+personal+"»") || strings.Contains(got, "1 rejected") && !strings.Contains(got, "ikke vises") {
				t.Errorf("%q in %s is shown: %s", personal, headers[column], got)
			}
		}
	}
	for column, texts := range [][]string{
		2: {"26 år", "26år", "høst", "neste høst", "Kvinne", "31.02.2009", "Kristiansund", "1,5", "kanskje", "2009-12", "21", "69 500 kr", "Kull 19 og 20"},
		3: {"31.02.2009", "2009-13-01", "våren", "Kull 2019", "i mars 2009 ca.", "26 år", "ukjent dato", "1 dag", "2009/2011", "10:00"},
		4: {"26 år", "Kull 2019", "H2019", "2009", "Averøy", "6509 Kristiansund", "Kvinne eller mann", "Kvinnee", "Deltid", "Ja"},
		5: {"Averøi", "Sverige", "utlandet", "Kvinne", "2009", "01.03.2009", "Møre og Romsdal", "Trøndelag fylke", "Herøy"},
		6: {"kvalifisrt", "Kanskje", "Under vurdering?", "venter på svar", "Tenker på det", "26 år", "5 av 6", "80 %"},
	} {
		for _, harmless := range texts {
			if got := into(column, harmless); strings.Contains(got, "1 rejected") && !strings.Contains(got, "«"+harmless+"»") {
				t.Errorf("%q in %s is hidden: %s", harmless, headers[column], got)
			}
		}
	}
}

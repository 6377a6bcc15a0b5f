package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestMunicipalitiesByCodeAndName(t *testing.T) {
	for text, want := range map[string]string{
		"1505": "1505", "0301": "0301", "301": "0301",
		"1503": "1505", "1556": "1505", "Frei": "1505", // merged in 2008
		"1569": "1576", "Tustna": "1576", // merged in 2006: the code is older than the table of successors
		"1567": "5061", "Rindal": "5061", // moved to another county
		"Halsa": "5055", "Fræna": "1579", "Nesset": "1506",
		"3005": "3301", "0602": "3301", "Drammen": "3301", // three codes, one municipality
		"Trondheim": "5001", "Tråante": "5001", "Trondheim - Tråante": "5001", "tråante – trondheim": "5001",
		"KRISTIANSUND": "1505", " Kristiansund  kommune": "1505", "1505 Kristiansund": "1505", "1503 Kristiansund": "1505",
		"Ma\u030alselv":       "5524", // å in two characters
		"Kristiansund (1505)": "1505", "6509 Kristiansund": "1505", "6509 Kristiansund N": "1505", "6080 Herøy": "1515 1818", "Herøy (1818)": "1818",
		"Kristiansund (1506)": "", "6509 Sverige": "", "9999 Kristiansund": "",
		"Kr.sund": "1505", "krsund": "1505", "KSU": "1505", "Kristiansund N": "1505", "Tr.heim": "5001", "Kr.sand": "4204",
		"Trondheim-Tråante": "5001", "1505-Kristiansund": "", "Os": "3430 4624", "Kr.sund, Møre og Romsdal": "1505",
		"Hamarøy": "1875", "Herøy (Nordland)": "1818", "Herøy, Møre og Romsdal": "1515",
		"Våler (Hedmark)": "3419", "Våler (Innlandet)": "3419", "Våler (Østfold)": "3114",
		"Ålesund (Møre og Romsdal)": "1508", "1580": "1580",

		"Herøy": "1515 1818", "Våler": "3114 3419", "Bø": "1867 4020",
		"1507": "1508 1580", "1504": "1508 1580", "Ålesund": "1508 1580", "Haram": "1508 1580", "Ålesund/Haram": "1508 1580",
		"5012": "5055 5056 5059", "Snillfjord": "5055 5056 5059", "0720": "3905 3907",

		"": "", "9999": "", "1": "", "15055": "", "Sverige": "", "Kristiansand N": "", "1505 Molde": "", "Kristiansund/Sverige": "",
	} {
		if got := codesOf(Kommuner(text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func codesOf(found []Kommune) string {
	var codes []string
	for _, k := range found {
		codes = append(codes, k.Code)
	}
	return strings.Join(codes, " ")
}

func TestACountyOrADateDecidesWhichMunicipalityIsMeant(t *testing.T) {
	for _, c := range []struct{ text, county, on, want string }{
		{"Herøy", "", "2020-05-01", "1515 1818"}, // two at all times
		{"Herøy", "Nordland", "", "1818"},
		{"Herøy", "NORDLAND fylke", "", "1818"},
		{"Herøy", "18", "", "1818"},
		{"Herøy", "15 Møre og Romsdal", "", "1515"},
		{"Herøy", "Utlandet", "", "1515 1818"}, // no county decides nothing
		{"Herøy", "18 Møre og Romsdal", "", "1515 1818"},
		{"Herøy", "Agder", "", ""},
		{"Herøy i Møre og Romsdal", "", "", "1515"},
		{"Herøy, Nordland", "", "", "1818"},
		{"herøy kommune (nordland fylke)", "", "", "1818"},
		{"Herøy i Nordland", "Møre og Romsdal", "", ""},

		{"Våler", "Hedmark", "", "3419"}, // the counties of before
		{"Våler", "Viken", "", "3114"},
		{"Våler i Østfold", "", "", "3114"},
		{"Rindal", "Møre og Romsdal", "", "5061"}, // until 2019
		{"Rindal", "Trøndelag", "", "5061"},
		{"Halsa", "Sør-Trøndelag", "", ""}, // what it became lies in Trøndelag, which is newer
		{"3005", "Buskerud", "", "3301"},

		{"Bø", "", "2021-01-01", "1867 4020"}, // Bø in Telemark became Midt-Telemark in 2020
		{"Bø", "", "2019-12-31", "1867 4020"},
		{"Bø", "Telemark", "2021-01-01", "4020"}, // a name of before is still written
		{"Bø", "Nordland", "2021-01-01", "1867"},
		{"Sande", "", "2020-01-01", "1514 3903"}, // Sande in Vestfold became a part of Holmestrand
		{"Nes", "", "2021-01-01", "3228 3322"},
		{"Os", "", "2021-01-01", "3430 4624"},
		{"Os", "Innlandet", "2021-01-01", "3430"},
		{"Sande", "", "", "1514 3903"},
		{"Frei", "", "2024-05-01", "1505"},
		{"1503", "", "2024-05-01", "1505"},
		{"Haram", "", "2024-01-01", "1580"}, // the new one
		{"Haram", "", "2021-06-01", "1508 1580"},
		{"Ålesund", "", "2024-03-01", "1508"},
		{"Ålesund", "", "2023-12-31", "1508 1580"},
		{"1507", "", "2022-01-01", "1508 1580"}, // no date decides a split
		{"1507", "", "2024-05-01", "1508 1580"},
		{"1806", "", "2010-01-01", "1806"}, // in 2010 no code, so it is the one of today
	} {
		on, _ := time.Parse(time.DateOnly, c.on)
		if got := codesOf(ShippedKommuner().Find(c.text, c.county, on)); got != c.want {
			t.Errorf("%q in %q on %q: got %q, want %q", c.text, c.county, c.on, got, c.want)
		}
	}
}

func TestMunicipalityCarriesNameAndCounty(t *testing.T) {
	if got, want := fmt.Sprint(Kommuner("Frei")), "[1505 Kristiansund (Møre og Romsdal)]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// 357 municipalities in 15 counties is Norway of 2024; ten codes since 2006
// lead to more than one of them.
func TestTablesAreComplete(t *testing.T) {
	table := ShippedKommuner()
	counties := map[string]bool{}
	for _, k := range table.current {
		counties[k.County] = true
	}
	if len(table.current) != 357 || len(counties) != 15 || counties[""] {
		t.Errorf("got %d municipalities in %d counties, want 357 in 15", len(table.current), len(counties))
	}
	var ambiguous []string
	for _, row := range kommuneRows("kommune_to_2024.csv") {
		code, want := row[0], row[4]
		if got := codesOf(Kommuner(code)); got != want {
			t.Errorf("%s: the changes lead to %s, and the table of successors says %s", code, got, want)
		}
		if strings.Contains(want, " ") {
			ambiguous = append(ambiguous, code)
		}
	}
	slices.Sort(ambiguous)
	want := []string{"0720", "1504", "1507", "1523", "1529", "1534", "1546", "1613", "1850", "5012"}
	if !slices.Equal(ambiguous, want) {
		t.Errorf("got ambiguous codes %v, want %v", ambiguous, want)
	}
}

// Whoever is told that a name is not certain must have a way to write it.
func TestEveryMunicipalityHasACertainName(t *testing.T) {
	for code, k := range ShippedKommuner().current {
		for _, text := range []string{code, code + " " + k.Name, k.Name + " (" + k.County + ")"} {
			if got := Kommuner(text); len(got) != 1 || got[0].Code != code {
				t.Errorf("%q: got %v, want %s", text, got, code)
			}
		}
	}
}

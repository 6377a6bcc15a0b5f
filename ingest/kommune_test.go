package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
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
		"Ma\u030alselv": "5524", // å in two characters
		"Hamarøy":       "1875", "Herøy (Nordland)": "1818", "Herøy, Møre og Romsdal": "1515",
		"Våler (Hedmark)": "3419", "Våler (Innlandet)": "3419", "Våler (Østfold)": "3114",
		"Ålesund (Møre og Romsdal)": "1508", "1580": "1580",

		"Herøy": "1515 1818", "Våler": "3114 3419", "Bø": "1867 4020",
		"1507": "1508 1580", "1504": "1508 1580", "Ålesund": "1508 1580", "Haram": "1508 1580", "Ålesund/Haram": "1508 1580",
		"5012": "5055 5056 5059", "Snillfjord": "5055 5056 5059", "0720": "3905 3907",

		"": "", "9999": "", "1": "", "15055": "", "Sverige": "", "Kristiansand N": "", "1505 Molde": "", "Kristiansund/Sverige": "",
	} {
		var codes []string
		for _, k := range Kommuner(text) {
			codes = append(codes, k.Code)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
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
	table := kommuneTable()
	counties := map[string]bool{}
	for _, k := range table.current {
		counties[k.County] = true
	}
	if len(table.current) != 357 || len(counties) != 15 || counties[""] {
		t.Errorf("got %d municipalities in %d counties, want 357 in 15", len(table.current), len(counties))
	}
	var ambiguous []string
	for code, to := range table.codes {
		if len(to) == 0 && code != kommuneUnstated {
			t.Errorf("%s leads nowhere", code)
		}
		for _, c := range to {
			if _, ok := table.current[c]; !ok && c != kommuneUnstated {
				t.Errorf("%s leads to %s, which is no municipality of 2024", code, c)
			}
		}
		if len(to) > 1 {
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
	for code, k := range kommuneTable().current {
		for _, text := range []string{code, code + " " + k.Name, k.Name + " (" + k.County + ")"} {
			if got := Kommuner(text); len(got) != 1 || got[0].Code != code {
				t.Errorf("%q: got %v, want %s", text, got, code)
			}
		}
	}
}

package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

// A small country: its towns in 2024, and how they came to be.
var smallCountry = kommuneTables{
	AsOf: "2024-01-01", Source: "test", Counties: map[string]string{"15": "Møre og Romsdal", "18": "Nordland"},
	Codes: []kommuneCode{
		{Code: "1503", Name: "Kristiansund", From: "1838-01-01", To: "2008-01-01"},
		{Code: "1505", Name: "Kristiansund", From: "2008-01-01"},
		{Code: "1554", Name: "Averøy", From: "1964-01-01"},
		{Code: "1557", Name: "Gjemnes", From: "1838-01-01"},
		{Code: "1806", Name: "Narvik", From: "2020-01-01"},
		{Code: "1865", Name: "Vågan", From: "1964-01-01"},
	},
	Changes: []KommuneChange{{On: "2008-01-01", Old: "1503", OldName: "Kristiansund", New: "1505", NewName: "Kristiansund"}},
}

// What KLASS answered of it in 2030: Gjemnes was renamed in 2025, Averøy joined
// Kristiansund in 2026 under its code and left it in 2028 as 1555, Narvik got a
// code of its own kind in 2027, and in 2031 Vågan is to become a part of it.
// 1806 was Svolvær until 1964.
const (
	codesOf2030 = `{"codes": [
		{"code": "1505", "parentCode": null, "level": "1", "name": "Kristiansund", "shortName": "", "validFrom": null, "validTo": null, "validFromInRequestedRange": "1838-01-01", "validToInRequestedRange": null, "notes": ""},
		{"code": "1555", "name": "Averøya", "validFromInRequestedRange": "2028-01-01", "validToInRequestedRange": null},
		{"code": "1557", "name": "Gjemnes - Gjømnes", "validFromInRequestedRange": "2025-01-01", "validToInRequestedRange": null},
		{"code": "1806", "name": "Svolvær", "validFromInRequestedRange": "1919-01-01", "validToInRequestedRange": "1964-01-01"},
		{"code": "1806", "name": "Narvik", "validFromInRequestedRange": "2020-01-01", "validToInRequestedRange": "2027-01-01"},
		{"code": "1880", "name": "Narvik", "validFromInRequestedRange": "2027-01-01", "validToInRequestedRange": null},
		{"code": "1865", "name": "Vågan", "validFromInRequestedRange": "1964-01-01", "validToInRequestedRange": "2031-01-01"},
		{"code": "9999", "name": "Uoppgitt", "validFromInRequestedRange": "1838-01-01", "validToInRequestedRange": null}
	]}`
	changesOf2030 = `{"codeChanges": [
		{"oldCode": "1806", "oldName": "Svolvær", "newCode": "1865", "newName": "Vågan", "changeOccurred": "1964-01-01"},
		{"oldCode": "1503", "oldName": "Kristiansund", "newCode": "1505", "newName": "Kristiansund", "changeOccurred": "2008-01-01"},
		{"oldCode": "1557", "oldName": "Gjemnes", "oldShortName": "", "newCode": "1557", "newName": "Gjemnes - Gjømnes", "newShortName": "", "changeOccurred": "2025-01-01"},
		{"oldCode": "1554", "oldName": "Averøy", "newCode": "1505", "newName": "Kristiansund", "changeOccurred": "2026-01-01"},
		{"oldCode": "1806", "oldName": "Narvik", "newCode": "1880", "newName": "Narvik", "changeOccurred": "2027-01-01"},
		{"oldCode": "1505", "oldName": "Kristiansund", "newCode": "1555", "newName": "Averøya", "changeOccurred": "2028-01-01"},
		{"oldCode": "1865", "oldName": "Vågan", "newCode": "1880", "newName": "Narvik", "changeOccurred": "2031-01-01"}
	]}`
)

func TestANewerListIsImported(t *testing.T) {
	list, err := importKommuner(smallCountry, strings.NewReader(codesOf2030), strings.NewReader(changesOf2030), nil, "2030-06-01")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(list.All()), "[1505 Kristiansund (Møre og Romsdal) 1555 Averøya (Møre og Romsdal) 1557 Gjemnes - Gjømnes (Møre og Romsdal) 1865 Vågan (Nordland) 1880 Narvik (Nordland)]"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for _, c := range []struct{ text, on, want string }{
		{"1557", "", "1557"}, {"Gjemnes", "", "1557"}, {"Gjømnes", "", "1557"}, // renamed

		{"1554", "", "1505 1555"}, {"Averøy", "2020-01-01", "1505 1555"}, // joined, and left again
		{"1503", "", "1505 1555"},
		{"1505", "2027-01-01", "1505 1555"}, // while Averøy was a part of it
		{"1505", "2029-01-01", "1505"},
		{"1505", "", "1505 1555"}, // who knows when this was written
		{"Averøya", "", "1555"},

		{"1806", "1950-01-01", "1865"}, // Svolvær
		{"1806", "2021-01-01", "1880"}, // Narvik
		{"1806", "", "1880"},           // without a date nothing of before 2002 is meant
		{"1806", "2029-01-01", "1880"}, // a code of before, two years later
		{"Svolvær", "1950-01-01", "1865"},
		{"Svolvær", "", ""},

		{"1865", "", "1865"}, {"Vågan", "2032-01-01", "1865"}, // 2031 is still to come
	} {
		on, _ := time.Parse(time.DateOnly, c.on)
		if got := codesOf(list.Find(c.text, "", on)); got != c.want {
			t.Errorf("%q on %q: got %q, want %q", c.text, c.on, got, c.want)
		}
	}
	since := list.ChangesSince(list.AsOf())
	if len(since) != 1 || since[0].On != "2031-01-01" {
		t.Errorf("got changes to come %v, want the one of 2031", since)
	}
}

func TestAnImportedListIsKeptAsAFile(t *testing.T) {
	list, err := importKommuner(smallCountry, strings.NewReader(codesOf2030), strings.NewReader(changesOf2030), nil, "2030-06-01")
	if err != nil {
		t.Fatal(err)
	}
	again, err := ReadKommuner(bytes.NewReader(list.JSON()))
	if err != nil {
		t.Fatal(err)
	}
	if again.Hash() != list.Hash() || !bytes.Equal(again.JSON(), list.JSON()) || codesOf(again.Find("1503", "", time.Time{})) != "1505 1555" {
		t.Error("the list read from its file is another")
	}
	for _, damaged := range []string{"", "{}", `{"as_of": "2030-06-01", "codes": []}`, `{"codeChanges": []}`,
		string(list.JSON()[:len(list.JSON())/2]),
		strings.Replace(string(list.JSON()), `"1555"`, `"155"`, 1),
		strings.Replace(string(list.JSON()), `"as_of": "2030`, `"as_of": "kl 2030`, 1),
		strings.Replace(string(list.JSON()), `"18":"Nordland"`, `"19":"Troms"`, 1),
	} {
		if _, err := ReadKommuner(strings.NewReader(damaged)); err == nil {
			t.Errorf("%.80q: got a list, want an error", damaged)
		}
	}
}

// The whole country: codesAt.json names no dates, and the shipped history is
// carried on.
func TestTheShippedListIsCarriedOn(t *testing.T) {
	var codes []string
	for _, k := range ShippedKommuner().All() {
		switch k.Code {
		case "1557": // joins Averøy in a new municipality
		case "1554":
			codes = append(codes, `{"code": "1581", "name": "Nordmøre"}`)
		default:
			codes = append(codes, fmt.Sprintf(`{"code": %q, "name": %q, "validFrom": null}`, k.Code, k.Name))
		}
	}
	answer := `{"codes": [` + strings.Join(codes, ",") + `]}`
	changes := `{"codeChanges": [
		{"oldCode": "1554", "oldName": "Averøy", "newCode": "1581", "newName": "Nordmøre", "changeOccurred": "2026-01-01"},
		{"oldCode": "1557", "oldName": "Gjemnes", "newCode": "1581", "newName": "Nordmøre", "changeOccurred": "2026-01-01"}]}`
	list, err := ImportKommuner(strings.NewReader(answer), strings.NewReader(changes), nil, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(list.All()); got != 356 {
		t.Errorf("got %d municipalities, want 356", got)
	}
	for text, want := range map[string]string{"1554": "1581", "Gjemnes": "1581", "Nordmøre": "1581", "Frei": "1505", "1507": "1508 1580", "Kr.sund": "1505"} {
		if got := codesOf(list.Find(text, "", time.Time{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if list.Hash() == ShippedKommuner().Hash() {
		t.Error("another list has the same hash")
	}

	m, shipped := applications(), applications()
	m.Kommuner = list
	if m.Hash() == shipped.Hash() {
		t.Error("another list gives the same mapping")
	}
	if value, f := newColumn(m, Field{Type: String, Kommune: true}).read(cell{text: "Averøy"}); value != "1581" || f.rule != "" {
		t.Errorf("got %v, %v, want 1581", value, f)
	}
}

func TestAnImportSaysWhatIsWrong(t *testing.T) {
	without := func(text, part string) string {
		var lines []string
		for line := range strings.Lines(text) {
			if !strings.Contains(line, part) {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "")
	}
	for _, c := range []struct{ codes, changes, asOf, want string }{
		{codesOf2030, changesOf2030, "2023-12-31", "den gjelder 2023-12-31, og programmet har alt listen for 2024-01-01"},
		{"<html>", changesOf2030, "2030-06-01", "filen med koder: den er ikke en JSON-fil fra KLASS"},
		{changesOf2030, changesOf2030, "2030-06-01", "filen med koder: den har ingen koder"},
		{codesOf2030, codesOf2030, "2030-06-01", "filen med endringer: den har ingen liste over endringer"},
		{codesOf2030 + "x", changesOf2030, "2030-06-01", "filen med koder: det står noe etter slutten"},
		{`{"codes": [{"code": "15", "name": "Møre og Romsdal"}]}`, changesOf2030, "2030-06-01", `filen med koder: koden "15" "Møre og Romsdal" (–)`},
		{codesOf2030, strings.Replace(changesOf2030, "2025-01-01", "i fjor", 1), "2030-06-01", `filen med endringer: endringen fra "1557" til "1557" "i fjor"`},
		{without(codesOf2030, `"1865"`), changesOf2030, "2030-06-01", "1865 Vågan er ikke blant kodene, og ingen endring etter 2024-01-01 sier hva det ble"},
		{codesOf2030, without(changesOf2030, `"2027-01-01"`), "2030-06-01", "1806 Narvik er ikke blant kodene, og ingen endring"},
		{codesOf2030, without(changesOf2030, `"1555"`), "2030-06-01", "1555 Averøya er nytt blant kodene, og ingen endring etter 2024-01-01 fører dit"},
		{without(codesOf2030, `"1555"`), changesOf2030, "2030-06-01", "1555 Averøya er ikke blant kodene, men en endring 2028-01-01 fører dit"},
		{strings.Replace(codesOf2030, `"1880"`, `"9880"`, 1), strings.ReplaceAll(changesOf2030, `"1880"`, `"9880"`), "2030-06-01", "9880 Narvik: intet fylke har nummeret 98"},
	} {
		_, err := importKommuner(smallCountry, strings.NewReader(c.codes), strings.NewReader(c.changes), nil, c.asOf)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
		if fault, ok := err.(KommuneFault); !ok || fault.Text("en") == fault.Text("nb") || strings.Contains(fault.Text("en"), "%!") {
			t.Errorf("got %v, want a fault with a sentence in English too", err)
		}
	}
	list, err := importKommuner(smallCountry, strings.NewReader(strings.Replace(codesOf2030, `"1880"`, `"9880"`, 1)),
		strings.NewReader(strings.ReplaceAll(changesOf2030, `"1880"`, `"9880"`)),
		strings.NewReader(`{"codes": [{"code": "15", "name": "Møre og Romsdal"}, {"code": "98", "name": "Nord"}, {"code": "99", "name": "Uoppgitt"}]}`), "2030-06-01")
	if err != nil || codesOf(list.Find("Narvik", "Nord", time.Time{})) != "9880" {
		t.Errorf("got %v, want Narvik in a county that was handed over", err)
	}
}

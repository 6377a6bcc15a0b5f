package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"bolyst/ingest"
)

// A municipality that is made after the program: unknown until the newer list is imported, and then rows that were rejected
// for it are taken again. Its forerunners are still understood.
func TestNewerListOfMunicipalitiesTakesRejectedRowsAgain(t *testing.T) {
	box := newInbox(t, 0)
	config := strings.Replace(box.read("bolyst.yaml"), "submitted_on: Dato}", "submitted_on: Dato, kommune: Bosted}\n    max_rejected: 9", 1)
	box.write("bolyst.yaml", config)
	box.write("filer/søkere.csv", "Nr;Person;Kull;Dato;Bosted\n1;P1;2026;01.03.2026;Nordmøre\n2;P2;2026;01.03.2026;Averøy\n")
	if code, said := box.ingest(); code != exitDone || !strings.Contains(said, "avvist 1") || !strings.Contains(said, "kolonne E «Bosted»: verdien (som ikke vises) er verken et kommunenummer") {
		t.Fatalf("got code %d and %s, want the unknown municipality to be rejected", code, said)
	}

	type entry struct {
		Code string `json:"code"`
		Name string `json:"name"`
	}
	codes := map[string][]entry{"codes": {{"1581", "Nordmøre"}}}
	for _, k := range ingest.ShippedKommuner().All() {
		if k.Code != "1554" && k.Code != "1557" {
			codes["codes"] = append(codes["codes"], entry{k.Code, k.Name})
		}
	}
	klass, err := json.Marshal(codes)
	if err != nil {
		t.Fatal(err)
	}
	box.write("codes.json", string(klass))
	box.write("changes.json", `{"codeChanges": [
		{"oldCode": "1554", "oldName": "Averøy", "newCode": "1581", "newName": "Nordmøre", "changeOccurred": "2026-01-01"},
		{"oldCode": "1557", "oldName": "Gjemnes", "newCode": "1581", "newName": "Nordmøre", "changeOccurred": "2026-01-01"}]}`)
	var screen bytes.Buffer
	if code := run(bg, []string{"kommuner", "import", box.path("codes.json"), box.path("changes.json"), "--as-of", "2026-01-01",
		"-c", box.path("bolyst.yaml")}, &screen, &screen, scriptClock); code != exitDone || !strings.Contains(screen.String(), "356 kommuner per ") {
		t.Fatalf("got code %d and %s, want the list to be imported", code, screen.String())
	}
	screen.Reset()
	if code := run(bg, []string{"replay", "-c", box.path("bolyst.yaml")}, &screen, &screen, scriptClock); code != exitDone ||
		!strings.Contains(screen.String(), "1 avvist rad før, 0 nå") {
		t.Errorf("got code %d and %s, want the rejected row to be taken", code, screen.String())
	}
}

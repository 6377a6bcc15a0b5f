package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// What the screen does not show, the copy for the sender does not either; the sender's own numbers and other columns stay.
func TestCopyForTheSenderMasksWhatTheScreenMasks(t *testing.T) {
	box := newInbox(t, 0)
	box.write("bolyst.yaml", strings.Replace(box.read("bolyst.yaml"), "submitted_on: Dato}", "submitted_on: Dato, field: Felt}\n    ignore: [Merknad]", 1))
	box.write("filer/a.csv", "Nr;Person;Kull;Dato;Felt;Merknad\n1;P-1;2009;01.03.2009;kari@example.no;ringt\n2;P-2;2009;Kari Eksempel;Jus;purret\n3;P-3;2009;01.03.2009;Jus;\n")
	if _, said := box.ingest(); strings.Contains(strings.ToLower(said), "kari") {
		t.Fatalf("the screen shows it: %s", said)
	}
	var screen bytes.Buffer
	box.write("ut/.keep", "")
	run(bg, []string{"rejects", "--xlsx", box.path("ut"), "-c", box.path("bolyst.yaml")}, &screen, &screen, time.Now)
	f, err := excelize.OpenFile(box.path("ut/a-avvist.xlsx"))
	if err != nil {
		t.Fatalf("%v: %s", err, screen.String())
	}
	defer f.Close()
	var cells []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			cells = append(cells, row...)
		}
	}
	all := strings.Join(cells, "\n")
	if strings.Contains(strings.ToLower(all), "kari") {
		t.Errorf("the copy shows it:\n%s", all)
	}
	for _, want := range []string{"P-1", "P-2", "ringt", "•••"} {
		if !slices.Contains(cells, want) {
			t.Errorf("%q is not in the copy:\n%s", want, all)
		}
	}
}

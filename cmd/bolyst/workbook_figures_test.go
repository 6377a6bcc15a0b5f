package main

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/examples"
	"bolyst/metrics"
)

// Every figure in every workbook of an edition, of both examples and for every audience, is one of those that figures --json gives
// of the same edition and audience: its counts, its value and its interval. What is hidden there has a sign here.
func TestEveryFigureInEveryWorkbookIsInTheJSON(t *testing.T) {
	for _, example := range examples.Names() {
		folder, _ := map[string]func() (string, string){"kom": demo, "nine": demoNine}[example]()
		editions, _ := filepath.Glob(filepath.Join(folder, "data", "editions", "2*"))
		words := readWords(t, folder)
		folder = editions[0]
		for _, audience := range audienceNames() {
			json := words.with(readTold(t, filepath.Join(folder, audience, "data", "figures.json")))
			for _, b := range (door{audience, metrics.Norwegian, metrics.Norwegian}).workbooks() {
				t.Run(example+"/"+audience+"/"+b.name, func(t *testing.T) {
					f, err := excelize.OpenFile(filepath.Join(folder, audience, b.file(metrics.Norwegian)))
					if err != nil {
						t.Fatal(err)
					}
					defer f.Close()
					walked := walkFigures(t, f, json)
					for _, fault := range walked.faults {
						t.Error(fault)
					}
					if walked.numbers < 100 {
						t.Errorf("walked %d numbers, want those of every table", walked.numbers)
					}
					if b.name == "board" {
						checkAltered(t, f, json, walked)
					}
				})
			}
		}
	}
}

// checkAltered alters one number after the other, a few of each sheet, and wants each to be found.
func checkAltered(t *testing.T, f *excelize.File, json toldFigures, walked walked) {
	t.Helper()
	step := max(1, len(walked.places)/12)
	for i := 0; i < len(walked.places); i += step {
		p := walked.places[i]
		was, _ := f.GetCellValue(p.sheet, p.at, excelize.Options{RawCellValue: true})
		number, _ := strconv.ParseFloat(was, 64)
		if err := f.SetCellFloat(p.sheet, p.at, number+0.37, -1, 64); err != nil {
			t.Fatal(err)
		}
		if again := walkFigures(t, f, json); len(again.faults) != 1 {
			t.Errorf("%s!%s altered from %s: got %d faults, want it found", p.sheet, p.at, was, len(again.faults))
		}
		if err := f.SetCellFloat(p.sheet, p.at, number, -1, 64); err != nil {
			t.Fatal(err)
		}
	}
}

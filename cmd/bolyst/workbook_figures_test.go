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
// of the same edition and audience: its counts, its value and its interval. What is hidden there has a sign here. Without time
// only what is printed for the board of one example is walked.
func TestEveryFigureInEveryWorkbookIsInTheJSON(t *testing.T) {
	t.Cleanup(func() { namer.Programmes = nil })
	for _, example := range examples.Names() {
		if !thorough && example != "kom" {
			continue
		}
		folder, _ := map[string]func() (string, string){"kom": demo, "nine": demoNine}[example]()
		editions, _ := filepath.Glob(filepath.Join(folder, "data", "editions", "2*"))
		words := readWords(t, folder)
		namer.Programmes = make([]metrics.Programme, map[string]int{"kom": 1, "nine": 9}[example]) // of several, a place lies in one of the regions
		folder = editions[0]
		for _, audience := range audienceNames() {
			if !thorough && audience != "board" {
				continue
			}
			json := words.with(readTold(t, filepath.Join(folder, audience, "data", "figures.json")))
			for _, b := range (door{audience, metrics.Norwegian, metrics.Norwegian}).workbooks() {
				t.Run(example+"/"+audience+"/"+b.name, func(t *testing.T) {
					f, err := excelize.OpenFile(filepath.Join(folder, audience, b.file(metrics.Norwegian)))
					if err != nil {
						t.Fatal(err)
					}
					defer f.Close()
					walked := walkFigures(readTables(t, f), json)
					for _, fault := range walked.faults {
						t.Error(fault)
					}
					if walked.numbers < 100 {
						t.Errorf("walked %d numbers, want those of every table", walked.numbers)
					}
					checkAltered(t, json, walked)
				})
			}
		}
	}
}

// checkAltered alters one number after the other, some all through the workbook, and wants each to be found.
func checkAltered(t *testing.T, json toldFigures, walked walked) {
	t.Helper()
	step := max(1, len(walked.places)/often(60, 30))
	for i := 0; i < len(walked.places); i += step {
		p := walked.places[i]
		cell := &p.table.rows[p.row-1][p.column-1]
		was := *cell
		number, _ := strconv.ParseFloat(was, 64)
		*cell = strconv.FormatFloat(number+0.37, 'f', -1, 64)
		if again := walkFigures([]*shownTable{p.table}, json); len(again.faults) != 1 {
			t.Errorf("%s, column %d of row %d altered from %s: got %d faults, want it found", p.table.sheet, p.column, p.row, was, len(again.faults))
		}
		*cell = was
	}
}

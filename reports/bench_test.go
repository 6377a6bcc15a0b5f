package reports

import (
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"bolyst/metrics"
)

// BenchmarkWriteWorkbook writes the long table of an evaluation by several ways, each a process of its own, one after the other
// in each round: this package; libxlsxwriter in constant memory, written in C, where the distribution's libxlsxwriter-dev is
// installed; and openpyxl, write only, where python3-openpyxl is. All make up their figures as they go. It reports medians of
// three: seconds, seconds of the processors, megabytes at the peak, and how many times the C program's time each takes.
//
//	make bench BENCH=WriteWorkbook                               # a million rows
//	make bench BENCH=WriteWorkbook BOLYST_BENCH_ROWS=200000      # and openpyxl, which is slow
func BenchmarkWriteWorkbook(b *testing.B) {
	rows := 1_000_000
	if text := os.Getenv("BOLYST_BENCH_ROWS"); text != "" {
		var err error
		if rows, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	folder := b.TempDir()
	file, size := filepath.Join(folder, "out.xlsx"), strconv.Itoa(rows)
	names := []string{"reports"}
	ways := map[string][]string{"reports": {os.Args[0]}}
	add := func(name string, way ...string) { names, ways[name] = append(names, name), append(way, size, file) }
	program := filepath.Join(folder, "write")
	if said, err := exec.Command("gcc", "-O2", "-o", program, "testdata/bench/write.c", "-lxlsxwriter").CombinedOutput(); err == nil {
		add("libxlsxwriter", program)
	} else {
		b.Logf("libxlsxwriter-dev is not installed: %s", said)
	}
	const python = "/usr/bin/python3" // the distribution's, which has its packages
	if exec.Command(python, "-c", "import openpyxl").Run() == nil && rows <= 200_000 {
		add("openpyxl", python, "testdata/bench/write.py")
	}
	reference := names[min(1, len(names)-1)]
	seconds, processor, memory := map[string][]float64{}, map[string][]float64{}, map[string][]float64{}
	for range 3 {
		for _, who := range names {
			cmd := exec.Command(ways[who][0], ways[who][1:]...)
			cmd.Env = append(os.Environ(), "BOLYST_WRITE_ROWS="+size, "BOLYST_WRITE_TO="+file)
			started := time.Now()
			if said, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%s: %v\n%s", who, err, said)
			}
			took, ended := time.Since(started), cmd.ProcessState
			seconds[who] = append(seconds[who], took.Seconds())
			processor[who] = append(processor[who], (ended.UserTime() + ended.SystemTime()).Seconds())
			memory[who] = append(memory[who], float64(ended.SysUsage().(*syscall.Rusage).Maxrss)/1024)
		}
	}
	middle := func(values []float64) float64 { return slices.Sorted(slices.Values(values))[len(values)/2] }
	for _, who := range names {
		b.Run("rows="+size+"/"+who, func(b *testing.B) {
			for range b.N {
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(middle(seconds[who]), "s")
			b.ReportMetric(middle(processor[who]), "cpu-s")
			b.ReportMetric(middle(memory[who]), "MB-peak")
			b.ReportMetric(middle(seconds[who])/middle(seconds[reference]), "x-"+reference)
		})
	}
}

func writeLongTable(file string, rows int) error {
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	definition := metrics.Definition{ID: "regional_retention_3y", Version: 1, Unit: "trainee", Kind: metrics.Rate,
		Title: metrics.Words{metrics.Norwegian: "Bor i regionen tre år etter fullføring"}}
	draft := metrics.Draft{Name: "Bolyst", AsOf: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Definitions: []metrics.Definition{definition},
		Regions: []metrics.Region{{ID: "county"}}}
	for i := range 40 {
		id := fmt.Sprint("program", i)
		draft.Programmes = append(draft.Programmes, metrics.Programme{ID: id, Name: id})
	}
	b := newBook(metrics.Table{Draft: draft}, metrics.Norwegian)
	defer b.file.Close()
	b.sheet("Data").writeFigures(longTable(draft, rows), rows)
	if err := b.write(out); err != nil {
		return err
	}
	return out.Close()
}

// longTable makes up figures that have all of what a figure can have.
func longTable(d metrics.Draft, rows int) iter.Seq[metrics.Figure] {
	var categories, periods []string
	for i := range 100 {
		categories = append(categories, fmt.Sprint("Kategori ", i))
	}
	for i := range 26 {
		periods = append(periods, fmt.Sprint(2000+i))
	}
	return func(yield func(metrics.Figure) bool) {
		for i := range rows {
			n := float64(20 + i%180)
			k := float64(i % int(n))
			f := metrics.Figure{Kind: metrics.Rate, Unit: "trainee", Cell: metrics.Cell{Indicator: d.Definitions[0].ID, Version: 1,
				Programme: d.Programmes[i%40].ID, Period: periods[i%26], Breakdown: "field", Category: categories[i%100]},
				Numerator: metrics.Of(k), Denominator: metrics.Of(n), Unknown: metrics.Of(float64(i % 7)), Immature: metrics.Of(float64(i % 5)),
				Value: metrics.Of(k / n), Low: metrics.Of(k / (n + 11)), High: metrics.Of((k + 3) / (n + 5))}
			if !yield(f) {
				return
			}
		}
	}
}

package main

import (
	"bufio"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// python is the distribution's, which has its packages.
const python = "/usr/bin/python3"

// BenchmarkIngest takes the same file of applications in by several ways, each a process of its own, one after the other in
// each round: the program with all its checks, pseudonyms, duplicates and accounting, into batch and database; DuckDB alone,
// read_csv into a typed table through the same driver, without a check; Go's csv reader, which keeps nothing; and pandas
// where it is installed. It reports medians: seconds, seconds of the processors, megabytes at the peak, and how many times
// DuckDB's time each takes.
//
//	make bench BENCH=Ingest                             # a million rows
//	make bench BENCH=Ingest BOLYST_BENCH_ROWS=10000000
func BenchmarkIngest(b *testing.B) {
	rows := 1_000_000
	if text := os.Getenv("BOLYST_BENCH_ROWS"); text != "" {
		var err error
		if rows, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	folder := b.TempDir()
	file := writeApplications(b, folder, rows)
	contenders := []string{"duckdb", "bolyst", "encoding-csv"}
	if exec.Command(python, "-c", "import pandas").Run() == nil {
		contenders = append(contenders, "pandas")
	}
	compare(b, fmt.Sprintf("rows=%d", rows), contenders, "duckdb", folder, file, rows)
}

// compare lets the contenders take turns, three rounds, and reports what each took at the median.
func compare(b *testing.B, size string, contenders []string, reference, folder, file string, rows int) {
	b.Helper()
	seconds, processor, memory := map[string][]float64{}, map[string][]float64{}, map[string][]float64{}
	for range 3 {
		for _, who := range contenders {
			took, busy, peak := contend(b, who, folder, file)
			seconds[who], processor[who], memory[who] = append(seconds[who], took), append(processor[who], busy), append(memory[who], peak)
		}
	}
	for _, who := range contenders {
		b.Run(size+"/"+who, func(b *testing.B) {
			for range b.N {
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(seconds[who]), "s")
			b.ReportMetric(median(processor[who]), "cpu-s")
			b.ReportMetric(median(memory[who]), "MB-peak")
			b.ReportMetric(median(seconds[who])/median(seconds[reference]), "x-"+reference)
			b.ReportMetric(1e6*median(seconds[who])/float64(rows), "us/row")
		})
	}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// contend lets one of the contenders read the file in a process of its own. The processors' seconds, of both together, tell
// more than those of the clock when the machine has other work.
func contend(b *testing.B, who, folder, file string) (seconds, processor, megabytes float64) {
	b.Helper()
	out := filepath.Join(folder, "out")
	if err := os.RemoveAll(out); err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(out, 0o700); err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "BOLYST_CONTENDER="+who, "BOLYST_FILE="+file, "BOLYST_OUT="+out)
	const status = "\nprint(open('/proc/self/status').read())"
	switch who {
	case "pandas":
		cmd = exec.Command(python, "-c", "import pandas, sys; pandas.read_csv(sys.argv[1], sep=';')"+status, file)
	case "openpyxl":
		cmd = exec.Command(python, "-c", openpyxlScript+status, file)
	}
	started := time.Now()
	output, err := cmd.CombinedOutput()
	if err != nil {
		b.Fatalf("%s: %v\n%s", who, err, output)
	}
	took, ended := time.Since(started), cmd.ProcessState
	return took.Seconds(), (ended.UserTime() + ended.SystemTime()).Seconds(), peakOf(b, string(output))
}

// peakOf is the memory at its largest, of the status that each contender prints in its end. What the system reports of a
// process that has ended counts in what the one that started it had.
func peakOf(b *testing.B, output string) float64 {
	b.Helper()
	var kilobytes float64
	_, after, found := strings.Cut(output, "VmHWM:")
	if _, err := fmt.Sscan(after, &kilobytes); !found || err != nil {
		b.Fatalf("no peak of memory in %q", output)
	}
	return kilobytes / 1024
}

// compete runs a contender in this process, and prints the process's status.
func compete(who, file, out string) error {
	if err := contender(who, file, out); err != nil {
		return err
	}
	status, err := os.ReadFile("/proc/self/status")
	fmt.Println(string(status))
	return err
}

// contender is what this test's program does when it is started as one of the contenders.
func contender(who, file, out string) error {
	switch who {
	case "bolyst":
		config := filepath.Join(out, "bolyst.yaml")
		if err := os.WriteFile(config, []byte(strings.ReplaceAll(benchConfig, "FILE", file)), 0o600); err != nil {
			return err
		}
		if err := makeSecret(filepath.Join(out, "secrets", "pseudonym.key")); err != nil {
			return err
		}
		if code := run(bg, []string{"ingest", "-c", config}, os.Stdout, os.Stderr, scriptClock); code != exitDone {
			return fmt.Errorf("exit code %d", code)
		}
		return nil
	case "duckdb":
		db, err := sql.Open("duckdb", filepath.Join(out, "bare.duckdb")+"?storage_compatibility_version=v1.5.0")
		if err != nil {
			return err
		}
		_, err = db.Exec("CREATE TABLE applications AS FROM read_csv('" + file + "', " + benchColumns + ")")
		return errors.Join(err, db.Close()) // which writes what is left to the file
	case "ingest-xlsx":
		return readWorkbook(file)
	case "encoding-csv":
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		reader := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
		reader.Comma, reader.ReuseRecord = ';', true
		for {
			if _, err := reader.Read(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	}
	return fmt.Errorf("no contender %q", who)
}

package store

import (
	"encoding/json"
	"fmt"
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

// BenchmarkFigures counts every indicator, whole, in pools and by each of its breakdowns, in several ways over the same facts,
// each a process of its own, one after the other in each round: the program, hand-written SQL for DuckDB
// (testdata/bench/hand.sql), and pandas where it is installed, which counts the indicators of pandasSet only. It reports
// medians: seconds to make the facts of the moment ready, to count, and both; megabytes at the peak; and how many times the
// hand-written SQL's time each takes. Opening the database, or reading the files into pandas, is not in them.
//
//	make bench BENCH=Figures                                 # a million applications
//	make bench BENCH=Figures BOLYST_BENCH_APPLICATIONS=10000000
func BenchmarkFigures(b *testing.B) {
	applications := 1_000_000
	if text := os.Getenv("BOLYST_BENCH_APPLICATIONS"); text != "" {
		var err error
		if applications, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	folder := b.TempDir()
	benchFacts(b, folder, applications)
	contenders := []string{"sql", "bolyst"}
	if exec.Command(python, "-c", "import pandas").Run() == nil && applications <= pandasFits {
		contenders = append(contenders, "pandas", "bolyst-pandas-set")
	}
	runs := map[string][]lap{}
	for range 3 {
		for _, who := range contenders {
			runs[who] = append(runs[who], contend(b, who, folder))
		}
	}
	for _, who := range contenders {
		reference := "sql"
		if who == "pandas" {
			reference = "bolyst-pandas-set"
		}
		b.Run(fmt.Sprintf("applications=%d/%s", applications, who), func(b *testing.B) {
			for range b.N {
			}
			all := func(l lap) float64 { return l.Ready + l.Counted }
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(runs[who], func(l lap) float64 { return l.Ready }), "s-ready")
			b.ReportMetric(median(runs[who], func(l lap) float64 { return l.Counted }), "s-count")
			b.ReportMetric(median(runs[who], all), "s")
			b.ReportMetric(median(runs[who], func(l lap) float64 { return l.Kilobytes / 1024 }), "MB-peak")
			b.ReportMetric(median(runs[who], func(l lap) float64 { return l.processor }), "s-processor")
			b.ReportMetric(median(runs[who], all)/median(runs[reference], all), "x-"+reference)
			b.ReportMetric(median(runs[who], func(l lap) float64 { return l.processor })/median(runs[reference], func(l lap) float64 { return l.processor }), "x-processor")
		})
	}
}

// pandasFits is for how many applications pandas has room in memory.
const pandasFits = 1_000_000

// lap is what a contender took.
type lap struct {
	Ready, Counted float64 // seconds
	Kilobytes      float64 // at the peak
	processor      float64 // seconds of both processors, with opening and reading
}

func median(laps []lap, of func(lap) float64) float64 {
	var values []float64
	for _, l := range laps {
		values = append(values, of(l))
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// contend lets one of the contenders count in a process of its own, which tells what it took on its last line.
func contend(b *testing.B, who, folder string) (l lap) {
	b.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "BOLYST_CONTENDER="+who, "BOLYST_FOLDER="+folder)
	if who == "pandas" {
		cmd = exec.Command(python, "testdata/bench/figures.py", folder)
	}
	cmd.Stderr = os.Stderr
	output, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(output, &l)
	}
	if err != nil {
		b.Fatalf("%s: %v\n%s", who, err, output)
	}
	l.processor = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	return l
}

func TestMain(m *testing.M) {
	who, folder := os.Getenv("BOLYST_CONTENDER"), os.Getenv("BOLYST_FOLDER")
	if who == "" {
		os.Exit(m.Run())
	}
	figures, l, err := contender(who, folder)
	if err != nil || len(figures) == 0 {
		fmt.Fprintln(os.Stderr, "no figures:", err)
		os.Exit(1)
	}
	status, _ := os.ReadFile("/proc/self/status") // of the process's own: what the system reports later counts in its parent's
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	fmt.Sscan(after, &l.Kilobytes)
	json.NewEncoder(os.Stdout).Encode(l)
}

// contender is what this test's program does when it is started as one of the contenders.
func contender(who, folder string) (figures []string, l lap, err error) {
	started := time.Now()
	ready := func() {
		l.Ready = time.Since(started).Seconds()
		started = time.Now()
	}
	restart := func() { started = time.Now() }
	switch who {
	case "sql":
		figures, err = countByHand(folder, restart, ready)
	case "bolyst", "bolyst-pandas-set":
		var only []string
		if who != "bolyst" {
			only = pandasSet
		}
		figures, err = countAsAsked(folder, only, restart, ready)
	default:
		err = fmt.Errorf("no contender %q", who)
	}
	l.Counted = time.Since(started).Seconds()
	return figures, l, err
}

// benchFacts fills the database of a data folder with facts, and puts what pandas reads beside it.
func benchFacts(tb testing.TB, folder string, applications int) {
	tb.Helper()
	s, err := Open(tb.Context(), folder)
	if err != nil {
		tb.Fatal(err)
	}
	do := func(statement string) {
		tb.Helper()
		if _, err := s.conn.ExecContext(tb.Context(), statement); err != nil {
			tb.Fatal(err)
		}
	}
	do("SET memory_limit = " + literal(memoryToAsk))
	do(fmt.Sprintf("CREATE TEMP TABLE size AS SELECT %d AS applications, %d AS persons", applications, applications*85/100))
	do(benchText(tb, "facts.sql"))
	for name, from := range benchFiles {
		if name != "member" && applications > pandasFits {
			continue
		}
		do("COPY (" + from + ") TO " + literal(filepath.Join(s.folder, name+".csv")))
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
}

// benchFiles is what pandas is given to read, and the regions, which everybody reads.
var benchFiles = map[string]string{
	"member":       "FROM member",
	"applications": "SELECT programme, application_id, applicant_id, cohort, submitted_on, gender, education_level, field, home_kommune, kommune, tie, channel, assessment, removed, batch FROM fact_applications",
	"trainees":     "SELECT programme, trainee_id, applicant_id, cohort, started_on, planned_end_on, ended_on, exit_reason, education_level, field, home_kommune, tie, gender FROM fact_trainees",
	"placements":   "SELECT programme, trainee_id, module, company, kommune, started_on FROM fact_placements",
	"companies":    "SELECT programme, org_no, sector FROM fact_companies",
	"offers":       "SELECT programme, trainee_id, offered_on, member_company, kommune FROM fact_offers",
	"residency":    "SELECT programme, trainee_id, observed_on, source, status, kommune, works_in_region, batch FROM fact_residency",
}

func benchText(tb testing.TB, name string) string {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("testdata/bench", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(content)
}

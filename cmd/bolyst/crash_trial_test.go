package main

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"bolyst/internal/batch"
)

// The tests of crash_*_test.go disturb the real program while it works on a small programme: it is killed, its disk fails or
// is full, its database is damaged. The next undisturbed run must then leave what a run that was never disturbed leaves, byte
// for byte, and keep every promise that the disturbed run had printed.

// A trial is a small programme in a folder of its own, to be ingested under difficulties.
type trial struct {
	folder string
	calm   *calm
}

// trialSources are the sources of a small programme; a trial has those of which it has files.
var trialSources = []string{
	`soknader
    feed: applications
    columns: {application_id: Nr, applicant_id: Person, cohort: Kull, submitted_on: Dato, assessment: Vurdering}`,
	`traineer
    feed: trainees
    columns: {trainee_id: Nr, cohort: Kull, started_on: Start, planned_end_on: Plan, ended_on: Slutt, exit_reason: Grunn}`,
	`tilbud
    feed: offers
    columns: {offer_id: Nr, trainee_id: Trainee, offered_on: Dato, member_company: Medlem, kommune: Kommune, answer: Svar}`,
	`bosted
    feed: residency
    columns: {trainee_id: Nr, observed_on: Dato, status: Status, kommune: Kommune, works_in_region: Jobb}
    constants: {source: survey}`,
	`bedrifter
    feed: companies
    columns: {org_no: Nr, name: Navn, joined_on: Medlem}`,
	`okonomi
    feed: finances
    columns: {year: År, item: Post, amount_nok: Beløp}`,
}

// trialFiles are three small files and some files of applications, each of these with rows that are new, known from the file
// before, superseded and rejected; after more than one there is a fourth small file.
func trialFiles(applications int) map[string]string {
	files := map[string]string{
		"traineer-1.csv": "Nr;Kull;Start;Plan;Slutt;Grunn\nT1;2006;2006-08-01;2008-07-31;2008-07-31;completed\n" +
			"T2;2006;2006-08-01;2008-07-31;2007-01-31;left_early\nT3;2008;2008-08-01;2010-07-31;2010-07-31;completed\n",
		"bedrifter-1.csv": "Nr;Navn;Medlem\n123456785;Alfa;2006-01-01\n974760673;Beta;2007-01-01\n",
		"okonomi-1.csv":   "År;Post;Beløp\n2006;member_fees;69500\n2007;member_fees;139000\n",
	}
	if applications > 1 {
		files["bosted-1.csv"] = "Nr;Dato;Status;Kommune;Jobb\nT1;2010-08-01;resident;1505;ja\nT3;2010-08-01;resident;5001;nei\n" +
			"T2;2010-08-01;moved;;\n"
	}
	for i := 1; i <= applications; i++ {
		var file strings.Builder
		fmt.Fprintln(&file, "Nr;Person;Kull;Dato;Vurdering")
		for j := i; j < i+3; j++ {
			fmt.Fprintf(&file, "%d;P%d;2006;2006-01-%02d;well_qualified\n", j, j%5, j)
		}
		fmt.Fprintf(&file, "%d;P1;2007;2007-02-31;qualified\n", 100+i)
		fmt.Fprintf(&file, "%d;P%d;2007;2007-01-01;qualified\n%d;P%d;2007;2007-01-01;not_qualified\n", 200+i, i, 200+i, i)
		files[fmt.Sprintf("soknader-%02d.csv", i)] = file.String()
	}
	return files
}

// newTrial lays out a small programme with some files of applications. The key is the same everywhere, so that the pseudonyms
// are.
func newTrial(t *testing.T, applications int) trial {
	t.Helper()
	tr := trial{t.TempDir(), undisturbed(applications)}
	if err := layOut(tr.folder, trialFiles(applications)); err != nil {
		t.Fatal(err)
	}
	return tr
}

// layOut writes the files, the key, and a configuration with the sources of the files.
func layOut(folder string, files map[string]string) error {
	config := "name: Prøve\nlanguage: en\nprogrammes:\n  - id: kom\n    name: KOM\n    started: 2006\n" +
		"    region: [{kommune: \"1505\", from: 2000-01-01}]\nsources:\n"
	for _, source := range trialSources {
		id, _, _ := strings.Cut(source, "\n")
		for name := range files {
			if strings.HasPrefix(name, id+"-") {
				config += "  - id: " + source + "\n    programme: kom\n    path: filer/" + id + "-*.csv\n    settle: 0\n    max_rejected: 99\n"
				break
			}
		}
	}
	all := map[string]string{"bolyst.yaml": config, "secrets/pseudonym.key": strings.Repeat("k", 32)}
	for name, content := range files {
		all["filer/"+name] = content
	}
	for name, content := range all {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// program is the command line that starts the program on the trial, under another program (strace, a shell) where one is given.
func (tr trial) program(t testing.TB, words ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), words[0], append(words[1:], "-c", filepath.Join(tr.folder, "bolyst.yaml"))...)
	cmd.Env = append(os.Environ(), "BOLYST_LANG=en")
	return cmd
}

// outcome is what a run printed, and how it ended: -1 when it was killed.
type outcome struct {
	out, err string
	code     int
}

func (o outcome) String() string { return fmt.Sprintf("exit code %d\n%s%s", o.code, o.out, o.err) }

// ended waits for the command and tells what it left.
func ended(t testing.TB, cmd *exec.Cmd) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// promise finds the lines that acknowledge a file: from then on its rows are in the record, in the batch that is named.
var promise = regexp.MustCompile(`(?m)^(\S+): (read before, as )?batch (\d+);.*\n`)

// promised is the batch of every file that the screen acknowledges.
func promised(screen string) map[string]int {
	all := map[string]int{}
	for _, m := range promise.FindAllStringSubmatch(screen, -1) {
		all[m[1]], _ = strconv.Atoi(m[3])
	}
	return all
}

// calm is what a run leaves that nobody disturbed.
type calm struct {
	record  map[string]string // the ledger and the batches: name -> content
	figures string
	took    time.Duration
}

// undisturbed runs the program once for each number of files of applications, and keeps the folder for those who copy it.
func undisturbed(applications int) *calm {
	calmRuns.Lock()
	defer calmRuns.Unlock()
	if calmRuns.all[applications] == nil {
		folder := calmFolder(applications)
		began := time.Now()
		if err := layOut(folder, trialFiles(applications)); err != nil {
			panic(err)
		}
		cmd := exec.Command("bolyst", "ingest", "-c", filepath.Join(folder, "bolyst.yaml"))
		if said, err := cmd.CombinedOutput(); err != nil {
			panic(fmt.Sprintf("%v\n%s", err, said))
		}
		c := &calm{took: time.Since(began)}
		var err error
		if c.record, err = record(folder); err != nil {
			panic(err)
		}
		figures := figuresNow(folder)
		if c.figures = figures.out; figures.code != exitDone {
			panic(figures.String())
		}
		calmRuns.all[applications] = c
	}
	return calmRuns.all[applications]
}

var calmRuns = struct {
	sync.Mutex
	all map[int]*calm
}{all: map[int]*calm{}}

func calmFolder(applications int) string {
	return filepath.Join(demoFolder, "calm-"+strconv.Itoa(applications))
}

// figuresNow asks for the figures, in this process.
func figuresNow(folder string) outcome {
	var out, errs bytes.Buffer
	code := run(bg, []string{"figures", "--as-of", "2010-12-31", "--json", "-c", filepath.Join(folder, "bolyst.yaml")}, &out, &errs, scriptClock)
	return outcome{out.String(), errs.String(), code}
}

// record reads the ledger and the folder of the batches, whatever lies there.
func record(folder string) (map[string]string, error) {
	all := map[string]string{}
	err := filepath.WalkDir(filepath.Join(folder, "data"), func(path string, e fs.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, path)
		if err != nil || strings.HasPrefix(e.Name(), "bolyst.duckdb") || name == "data" {
			return err
		}
		if e.IsDir() {
			all[name] = ""
			return nil
		}
		content, err := os.ReadFile(path)
		all[name] = string(content)
		return err
	})
	return all, err
}

// whole holds the conditions of the end, after a run that nobody disturbs: it finishes, keeps what had been promised, and
// leaves what a run leaves that was never disturbed. It returns what that run said.
func (tr trial) whole(t *testing.T, promises ...string) outcome {
	t.Helper()
	last := ended(t, tr.program(t, "bolyst", "ingest"))
	if last.code != exitDone {
		t.Fatalf("the next run: %v", last)
	}
	batches := promised(last.out)
	for _, screen := range promises {
		for file, number := range promised(screen) {
			if batches[file] != number || !strings.Contains(last.out, fmt.Sprintf("%s: read before, as batch %d;", file, number)) {
				t.Errorf("%s was acknowledged as batch %d; the next run says\n%s", file, number, last.out)
			}
		}
	}
	tr.holds(t)
	return last
}

// holds compares the record, the database and the figures with those of an undisturbed run.
func (tr trial) holds(t *testing.T) {
	t.Helper()
	got, err := record(tr.folder)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range tr.calm.record {
		if there, ok := got[name]; !ok || there != content {
			t.Errorf("%s: there %v, as it should be %v", name, ok, there == content)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("left over: %s", name)
	}
	if rows := tr.rowsOutOfPlace(t); len(rows) > 0 {
		t.Errorf("database: %s", strings.Join(rows, ", "))
	}
	if figures := figuresNow(tr.folder); figures.out != tr.calm.figures || figures.err != "" || figures.code != exitDone {
		t.Errorf("the figures are not those of an undisturbed run: %v", figures)
	}
}

// rowsOutOfPlace looks into the database itself, since a figure may not show a row that is there twice: every batch has as
// many rows as its line in the ledger says.
func (tr trial) rowsOutOfPlace(t *testing.T) (wrong []string) {
	t.Helper()
	ledger, err := batch.Open(filepath.Join(tr.folder, "data"))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("duckdb", filepath.Join(tr.folder, "data", "bolyst.duckdb")+"?access_mode=READ_ONLY")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var applied []int
	for _, b := range ledger.Batches() {
		applied = append(applied, b.Number)
		var rows, rejected int
		if err := db.QueryRow("SELECT count(*) FROM fact_"+b.Feed+" WHERE batch = ?", b.Number).Scan(&rows); err != nil {
			t.Fatal(err)
		}
		if err := db.QueryRow("SELECT count(DISTINCT row_number) FROM reject WHERE batch = ?", b.Number).Scan(&rejected); err != nil {
			t.Fatal(err)
		}
		if rows != b.Loaded || rejected != b.Rejected {
			wrong = append(wrong, fmt.Sprintf("batch %d has %d rows and %d rejected, the ledger says %d and %d", b.Number, rows, rejected, b.Loaded, b.Rejected))
		}
	}
	var times []int
	rows, err := db.Query("SELECT batch FROM applied ORDER BY batch")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var number int
		if err := rows.Scan(&number); err != nil {
			t.Fatal(err)
		}
		times = append(times, number)
	}
	if !slices.Equal(times, applied) {
		wrong = append(wrong, fmt.Sprintf("applied are the batches %v, the ledger has %v", times, applied))
	}
	return wrong
}

// strace counts the calls of each thread by itself. When the program stays on one thread, every call has its number.
func init() {
	if os.Getenv("BOLYST_TEST_ONE_THREAD") != "" {
		runtime.LockOSThread() // an init function runs in the goroutine of main
	}
}

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bolyst/internal/batch"
)

// What must hold for every set of files, tried with files that are drawn at random: few keys, so that they meet again within a
// file and between files, and rows with every kind of fault.

// A kind is a source of the trials with what may stand in the columns of its files.
type kind struct {
	source  string
	headers []string
	keys    int        // so many columns from the left are the key
	cells   [][]string // what may stand there; "#" becomes the number of the file in files that share no key
	faults  [][]string // what may not
}

var kinds = []kind{
	{"soknader", []string{"Nr", "Person", "Kull", "Dato", "Vurdering"}, 1,
		[][]string{{"#1", "#2", "#3", "#4"}, {"P1", "P2", "P3"}, {"2006", "2007"}, {"2006-01-02", "2007-01-02"}, {"", "well_qualified", "qualified", "not_qualified"}},
		[][]string{{""}, {""}, {"", "to tusen", "1066"}, {"2006-02-30", "snart", ""}, {"best"}}},
	{"traineer", []string{"Nr", "Kull", "Start", "Plan", "Slutt", "Grunn"}, 1,
		[][]string{{"#T1", "#T2", "#T3"}, {"2006", "2007"}, {"2006-08-01"}, {"2008-07-31", "2011-07-31"}, {"", "2008-07-31"}, {"", "completed", "left_early"}},
		[][]string{{""}, {"", "2,5"}, {"1.8"}, {""}, {"31.11.2008"}, {"sluttet"}}},
	{"tilbud", []string{"Nr", "Trainee", "Dato", "Medlem", "Kommune", "Svar"}, 1,
		[][]string{{"#1", "#2", "#3"}, {"T1", "1T1", "2T2"}, {"2008-05-01", "2010-05-01"}, {"ja", "nei"}, {"1505", "5001"}, {"", "accepted", "declined"}},
		[][]string{{""}, {""}, {"-"}, {"kanskje", ""}, {"0000", "Atlantis"}, {"takk"}}},
	{"bosted", []string{"Nr", "Dato", "Status", "Kommune", "Jobb"}, 2,
		[][]string{{"T1", "T2", "1T1", "2T2"}, {"2009-08-0#", "2010-08-0#", "2010-08-1#"}, {"resident", "emigrated", "unknown"}, {"1505", "5001"}, {"", "ja", "nei"}},
		[][]string{{""}, {"08-2010"}, {"flyttet", ""}, {"99999"}, {"2"}}},
}

// A row of a drawn file; one with a fault is rejected.
type drawnRow struct {
	cells  []string
	faulty bool
}

// A drawnFile is a file of one kind.
type drawnFile struct {
	kind
	number int
	rows   []drawnRow
}

func (f drawnFile) name() string { return fmt.Sprintf("%s-%d.csv", f.source, f.number) }

func (f drawnFile) String() string {
	text := strings.Join(f.headers, ";") + "\n"
	for _, row := range f.rows {
		text += strings.Join(row.cells, ";") + "\n"
	}
	return text
}

// drawFiles draws one or two files for each of two or three kinds. Of those that share no key, no file says anything about a
// record of another.
func drawFiles(t *rapid.T, sharing bool) (files []drawnFile) {
	for _, k := range rapid.SliceOfNDistinct(rapid.SampledFrom([]int{0, 1, 2, 3}), 2, 3, rapid.ID).Draw(t, "kinds") {
		for number := range rapid.IntRange(1, 2).Draw(t, "files") {
			f := drawnFile{kind: kinds[k], number: number + 1}
			mark := fmt.Sprint(number + 1)
			if sharing {
				mark = "1"
			}
			for range rapid.IntRange(1, 6).Draw(t, "rows") {
				f.rows = append(f.rows, f.draw(t, mark))
			}
			files = append(files, f)
		}
	}
	return files
}

func (k kind) draw(t *rapid.T, mark string) (row drawnRow) {
	for _, cells := range k.cells {
		row.cells = append(row.cells, strings.ReplaceAll(rapid.SampledFrom(cells).Draw(t, "cell"), "#", mark))
	}
	if row.faulty = rapid.IntRange(0, 5).Draw(t, "faulty") == 5; row.faulty {
		column := rapid.IntRange(0, len(k.faults)-1).Draw(t, "column")
		row.cells[column] = rapid.SampledFrom(k.faults[column]).Draw(t, "fault")
	}
	return row
}

// ledgerByHand is the row balance of the files as a reader would count it. The files are read in their order; known are the
// contents of every key so far.
func ledgerByHand(files []drawnFile) (balances []batch.Balance) {
	known := map[string]string{}
	for _, f := range files {
		b := batch.Balance{Read: len(f.rows)}
		last := map[string]string{}
		for _, row := range f.rows {
			key := f.source + ";" + strings.Join(row.cells[:f.keys], ";")
			if row.faulty {
				b.Rejected++
				continue
			}
			if _, again := last[key]; again {
				b.Superseded++
			}
			last[key] = strings.Join(row.cells, ";")
		}
		for key, content := range last {
			if known[key] == content {
				b.Unchanged++
			} else {
				b.Loaded++
			}
			known[key] = content
		}
		balances = append(balances, b)
	}
	return balances
}

// A scratch is a folder in which drawn files are ingested, in this process.
type scratch struct {
	t      *rapid.T
	folder string
}

// withScratch lays out a programme with these files, and takes it away in the end.
func withScratch(t *rapid.T, files []drawnFile, work func(scratch)) {
	folder, err := os.MkdirTemp(demoFolder, "drawn-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	all := trialFiles(0)
	delete(all, "traineer-1.csv")
	for _, f := range files {
		all[f.name()] = f.String()
	}
	if err := layOut(folder, all); err != nil {
		t.Fatal(err)
	}
	work(scratch{t, folder})
}

func (s scratch) run(args ...string) (out string) {
	s.t.Helper()
	var screen, errs bytes.Buffer
	if code := run(bg, append(args, "-c", filepath.Join(s.folder, "bolyst.yaml")), &screen, &errs, scriptClock); code != exitDone {
		s.t.Fatalf("%v: exit code %d\n%s%s", args, code, screen.String(), errs.String())
	}
	return screen.String()
}

// ingest takes in the files that lie there, source by source in the order of these, and returns the balance of each file.
func (s scratch) ingest(sources ...string) map[string]batch.Balance {
	s.t.Helper()
	var lines []struct {
		File string
		batch.Balance
	}
	if err := json.Unmarshal([]byte(s.run(append([]string{"ingest", "--json"}, sources...)...)), &lines); err != nil {
		s.t.Fatal(err)
	}
	all := map[string]batch.Balance{}
	for _, line := range lines {
		if err := line.Check(); err != nil {
			s.t.Errorf("%s: %v", line.File, err)
		}
		all[filepath.Base(line.File)] = line.Balance
	}
	return all
}

// figures are the figures as JSON, without the number of batches that were known: the same content may come in more files.
func (s scratch) figures() string {
	s.t.Helper()
	all := s.run("figures", "--as-of", "2010-12-31", "--json")
	lines := strings.Split(all, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, `  "known_at":`) }), "\n")
}

// property tries a property with a few sets of files; -rapid.checks and RAPID_CHECKS ask for another number.
func property(t *testing.T, checks int, holds func(*rapid.T)) {
	t.Helper()
	asked := os.Getenv("RAPID_CHECKS") != ""
	flag.Visit(func(f *flag.Flag) {
		asked = asked || f.Name == "rapid.checks" && f.Value.String() != fmt.Sprint(checks)
	})
	if !asked {
		if err := flag.Set("rapid.checks", fmt.Sprint(checks)); err != nil {
			t.Fatal(err)
		}
	}
	t.Parallel()
	rapid.Check(t, holds)
}

var checks = often(6, 1)

func TestEveryRowOfEveryFileIsAccountedFor(t *testing.T) {
	property(t, checks, func(t *rapid.T) {
		files := drawFiles(t, true)
		withScratch(t, files, func(s scratch) {
			got := s.ingest()
			for i, want := range ledgerByHand(files) {
				if got := got[files[i].name()]; got != want {
					t.Errorf("%s: got %+v, want %+v\n%s", files[i].name(), got, want, files[i])
				}
			}
		})
	})
}

func TestSameFilesAgainLoadNothing(t *testing.T) {
	property(t, checks, func(t *rapid.T) {
		files := drawFiles(t, false)
		withScratch(t, files, func(s scratch) {
			want := s.ingest()
			figures := s.figures()
			for name, b := range want {
				b.Loaded, b.Unchanged = 0, b.Loaded+b.Unchanged
				want[name] = b
			}
			if got := s.ingest(); !maps.Equal(got, want) {
				t.Errorf("the same bytes again: got %+v, want %+v", got, want)
			}
			for _, f := range files {
				if err := os.WriteFile(filepath.Join(s.folder, "filer", f.name()), []byte(f.String()+"\n"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := s.ingest(); !maps.Equal(got, want) {
				t.Errorf("the same rows in other bytes: got %+v, want %+v", got, want)
			}
			if got := s.figures(); got != figures {
				t.Errorf("got %s\nwant %s", got, figures)
			}
		})
	})
}

func TestOrderOfFilesThatShareNoRecordDoesNotMatter(t *testing.T) {
	property(t, checks, func(t *rapid.T) {
		files := drawFiles(t, false)
		var figures []string
		for _, order := range [][]drawnFile{files, rapid.Permutation(files).Draw(t, "order")} {
			var sources []string
			for i := range order { // their names are their places
				order[i].number = i
				if !slices.Contains(sources, order[i].source) {
					sources = append(sources, order[i].source)
				}
			}
			withScratch(t, order, func(s scratch) {
				s.ingest(append(sources, "bedrifter", "okonomi")...)
				figures = append(figures, s.figures())
			})
		}
		if figures[0] != figures[1] {
			t.Errorf("got %s\nwant %s", figures[1], figures[0])
		}
	})
}

// A file that is cut in two gives the same figures, since the last row of a record decides in both. Read and rejected are as
// many. A record with rows on both sides of the cut had one row more that was superseded within the file; that row is now the
// last of its own file, and loaded or unchanged.
func TestFileCutInTwoGivesTheSameFiguresAndSupersedesLess(t *testing.T) {
	property(t, checks, func(t *rapid.T) {
		files := drawFiles(t, true)
		f := rapid.SampledFrom(files).Draw(t, "file to cut")
		cut := rapid.IntRange(0, len(f.rows)).Draw(t, "place of the cut")
		others := slices.DeleteFunc(files, func(other drawnFile) bool { return other.name() == f.name() })
		whole := drawnFile{f.kind, 7, f.rows}
		parts := []drawnFile{{f.kind, 8, f.rows[:cut]}, {f.kind, 9, f.rows[cut:]}}
		var before, after batch.Balance
		var figures, figuresOfParts string
		withScratch(t, append(slices.Clone(others), whole), func(s scratch) {
			before = s.ingest()[whole.name()]
			figures = s.figures()
		})
		withScratch(t, append(slices.Clone(others), parts...), func(s scratch) {
			all := s.ingest()
			after = sum(all[parts[0].name()], all[parts[1].name()])
			figuresOfParts = s.figures()
		})
		if figures != figuresOfParts {
			t.Errorf("got %s\nwant %s", figuresOfParts, figures)
		}
		both := onBothSides(f, cut)
		if after.Read != before.Read || after.Rejected != before.Rejected || after.Superseded != before.Superseded-both ||
			after.Loaded+after.Unchanged != before.Loaded+before.Unchanged+both || after.Loaded < before.Loaded {
			t.Errorf("cut at %d, %d records on both sides: got %+v, of the whole file %+v\n%s", cut, both, after, before, f)
		}
	})
}

func sum(a, b batch.Balance) batch.Balance {
	return batch.Balance{Read: a.Read + b.Read, Loaded: a.Loaded + b.Loaded, Unchanged: a.Unchanged + b.Unchanged,
		Superseded: a.Superseded + b.Superseded, Rejected: a.Rejected + b.Rejected}
}

// onBothSides counts the records that have good rows before and after the cut.
func onBothSides(f drawnFile, cut int) (both int) {
	sides := map[string]int{}
	for i, row := range f.rows {
		side := 1
		if i >= cut {
			side = 2
		}
		if !row.faulty {
			sides[strings.Join(row.cells[:f.keys], ";")] |= side
		}
	}
	for _, side := range sides {
		if side == 3 {
			both++
		}
	}
	return both
}

func TestRebuildGivesTheSameFigures(t *testing.T) {
	property(t, checks, func(t *rapid.T) {
		withScratch(t, drawFiles(t, true), func(s scratch) {
			s.ingest()
			figures := s.figures()
			s.run("rebuild")
			if got := s.figures(); got != figures {
				t.Errorf("got %s\nwant %s", got, figures)
			}
		})
	})
}

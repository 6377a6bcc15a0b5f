package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A small disk is where the data of a trial lies: a memory disk of so many KB, or, where mounting is not permitted, any disk
// on which no file may grow beyond so many KB.
type smallDisk struct {
	trial
	mounted bool
	kb      int
}

func newSmallDisk(t *testing.T, tr trial, kb int) *smallDisk {
	t.Helper()
	data := filepath.Join(tr.folder, "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		t.Fatal(err)
	}
	d := &smallDisk{tr, exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dk", kb), "tmpfs", data).Run() == nil, kb}
	if d.mounted {
		t.Cleanup(func() { exec.Command("umount", "-l", data).Run() }) // lazily: another test may be starting a process
	}
	return d
}

// ingest runs the program as long as the disk is small.
func (d *smallDisk) ingest(t *testing.T) outcome {
	t.Helper()
	words := []string{"bolyst", "ingest"}
	if !d.mounted { // a shell counts in blocks of 512 or 1024 bytes
		words = append([]string{"sh", "-c", fmt.Sprintf(`ulimit -f %d && exec "$@"`, d.kb), "sh"}, words...)
	}
	return ended(t, d.program(t, words...))
}

// fill leaves no space on the disk, and free makes all the space that is needed.
func (d *smallDisk) fill(t *testing.T) {
	t.Helper()
	d.kb = 0
	if d.mounted {
		ballast, err := os.Create(d.ballast())
		if err != nil {
			t.Fatal(err)
		}
		defer ballast.Close()
		for err == nil {
			_, err = ballast.Write(make([]byte, 4096))
		}
	}
}

func (d *smallDisk) free(t *testing.T) {
	t.Helper()
	if !d.mounted {
		return
	}
	if err := os.Remove(d.ballast()); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if said, err := exec.Command("mount", "-o", "remount,size=64m", filepath.Dir(d.ballast())).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

func (d *smallDisk) ballast() string { return filepath.Join(d.folder, "data", "ballast") }

// TestFullDiskIsNamedAndLosesNothing fills the disk at many stages of the first ingest: while the database is made, a batch
// is written, the ledger grows, the database takes the batch in, the database is closed.
func TestFullDiskIsNamedAndLosesNothing(t *testing.T) {
	for _, kb := range []int{4, 12, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 200} {
		t.Run(fmt.Sprintf("%d KB", kb), func(t *testing.T) {
			t.Parallel()
			d := newSmallDisk(t, newTrial(t, 2), kb)
			first := d.ingest(t)
			if d.mounted || first.code != exitDone {
				d.stopsForSpace(t, first)
			}
			d.free(t)
			last := ended(t, d.program(t, "bolyst", "ingest")) // may say that a database was made which was never finished
			if last.code != exitDone {
				t.Fatal(last)
			}
			d.whole(t, first.out, last.out)
		})
	}
}

// TestFullDiskLeavesTheDatabaseInItsPlace: a database that cannot be written is as good as before, and making another would
// need the space twice.
func TestFullDiskLeavesTheDatabaseInItsPlace(t *testing.T) {
	tr := newTrial(t, 2)
	late := filepath.Join(tr.folder, "filer", "soknader-02.csv")
	if err := os.Rename(late, late+".later"); err != nil {
		t.Fatal(err)
	}
	d := newSmallDisk(t, tr, 8<<10)
	if first := ended(t, d.program(t, "bolyst", "ingest")); first.code != exitDone {
		t.Fatal(first)
	}
	if err := os.Rename(late+".later", late); err != nil {
		t.Fatal(err)
	}
	d.fill(t)
	full := d.ingest(t)
	d.stopsForSpace(t, full)
	if _, err := os.Stat(filepath.Join(d.folder, "data", "bolyst.duckdb.old")); !os.IsNotExist(err) {
		t.Errorf("the database was moved aside: %v", full)
	}
	d.free(t)
	if last := ended(t, d.program(t, "bolyst", "ingest")); last.code != exitDone || last.err != "" {
		t.Errorf("after space was made: %v", last)
	}
	if rows := d.rowsOutOfPlace(t); len(rows) > 0 {
		t.Error(rows)
	}
	if figures := figuresNow(d.folder); figures.out != d.calm.figures {
		t.Errorf("the figures are not those of an undisturbed run: %v", figures)
	}
}

// stopsForSpace: the program fails and says in one sentence which file had no room. The signal of the limit, where there is
// no small disk, may also come to a thread of the engine: then it is a crash like others.
func (d *smallDisk) stopsForSpace(t *testing.T, o outcome) {
	t.Helper()
	if !d.mounted && o.code < 0 {
		return
	}
	stopsWithOneSentence(t, o)
	words := strings.ToLower(o.err)
	if !strings.Contains(words, "the disk is full") && !strings.Contains(words, "larger than is allowed") || !strings.Contains(words, "data/") {
		t.Errorf("got %q, want the file and what happened to it", o.err)
	}
}

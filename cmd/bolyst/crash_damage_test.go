package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// TestDamagedDatabaseNeverGivesAWrongNumber changes one bit of the database or of its log, or cuts them off. The figures are
// right every time, and when the database had to be made anew, that is said, once.
func TestDamagedDatabaseNeverGivesAWrongNumber(t *testing.T) {
	long(t)
	closed, running := filepath.Join(calmFolder(2), "data"), filepath.Join(demoFolder, "running")
	tr := newTrial(t, 2)
	tr.copyWhileRunning(t, running)
	var madeAnew, silent atomic.Int64
	t.Run("all", func(t *testing.T) {
		for _, damaged := range []struct {
			what, data, file string
			flips, cuts      int
		}{
			{"database", closed, "bolyst.duckdb", 8, 3},
			{"database with a log", running, "bolyst.duckdb", 3, 1},
			{"log", running, "bolyst.duckdb.wal", 6, 2},
		} {
			content, err := os.ReadFile(filepath.Join(damaged.data, damaged.file))
			if err != nil || len(content) < 1000 {
				t.Fatalf("%s: %d bytes, %v", damaged.what, len(content), err)
			}
			random := rand.New(rand.NewPCG(11, uint64(len(damaged.what)))) // where within its part of the file
			for i := range damaged.flips + damaged.cuts {
				name, harmed := "", bytes.Clone(content)
				if i < damaged.flips {
					place := (i*len(content) + random.IntN(len(content))) / damaged.flips
					harmed[place] ^= 1 << random.IntN(8)
					name = fmt.Sprintf("%s, bit at %d", damaged.what, place)
				} else {
					place := ((i-damaged.flips)*len(content) + random.IntN(len(content))) / damaged.cuts
					harmed = harmed[:place]
					name = fmt.Sprintf("%s, cut at %d", damaged.what, place)
				}
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					tr := newTrial(t, 2)
					copyFolder(t, damaged.data, filepath.Join(tr.folder, "data"))
					if err := os.WriteFile(filepath.Join(tr.folder, "data", damaged.file), harmed, 0o600); err != nil {
						t.Fatal(err)
					}
					first := ended(t, tr.program(t, "bolyst", "figures", "--as-of", "2010-12-31", "--json"))
					if first.code != exitDone || first.out != tr.calm.figures {
						t.Errorf("got %v, want the figures", first)
					}
					switch {
					case strings.Contains(first.err, "made anew"):
						madeAnew.Add(1)
						tr.holds(t) // and no second time
					case first.err == "":
						silent.Add(1)
					default:
						t.Errorf("got %q, want silence or that the database was made anew", first.err)
					}
				})
			}
		}
	})
	if madeAnew.Load() < 10 || silent.Load() < 1 {
		t.Errorf("got %d databases made anew and %d used as they were, want %d and %d at least",
			madeAnew.Load(), silent.Load(), 10, 1)
	}
}

// copyWhileRunning ingests, and copies the data while the database is open and half of it stands only in its log.
func (tr trial) copyWhileRunning(t *testing.T, to string) {
	t.Helper()
	c := &console{out: &bytes.Buffer{}, err: &bytes.Buffer{}, language: English, config: filepath.Join(tr.folder, "bolyst.yaml"), now: scriptClock}
	if code := run(bg, []string{"ingest", "soknader", "-c", c.config}, c.out, c.err, c.now); code != exitDone {
		t.Fatal(c.err)
	}
	err := c.with(bg, func(in *installation) error {
		if _, err := in.ingest(bg, in.config.Sources, true); err != nil {
			return err
		}
		return os.CopyFS(to, os.DirFS(filepath.Join(tr.folder, "data")))
	})
	if err != nil {
		t.Fatal(err)
	}
}

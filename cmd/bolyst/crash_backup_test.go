package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bolyst/internal/backup"
	"bolyst/internal/seal"
)

// backedUp is a trial with a record and one backup of it.
func backedUp(t *testing.T) (tr trial, backups string) {
	t.Helper()
	tr, backups = newTrial(t, 1), filepath.Join(t.TempDir(), "backups")
	copyFolder(t, filepath.Join(calmFolder(1), "data"), filepath.Join(tr.folder, "data"))
	tr.at(t, "2027-03-01T02:00:00Z", "backup", "-o", backups)
	return tr, backups
}

// at runs a command at a time, which must end well.
func (tr trial) at(t *testing.T, clock string, words ...string) outcome {
	t.Helper()
	cmd := tr.program(t, append([]string{"bolyst"}, words...)...)
	cmd.Env = append(cmd.Env, "BOLYST_TEST_CLOCK=still "+clock)
	o := ended(t, cmd)
	if o.code != exitDone {
		t.Fatalf("%v: %v", words, o)
	}
	return o
}

// wholeBackups holds that every backup is whole, and returns their names.
func wholeBackups(t *testing.T, backups string) []string {
	t.Helper()
	names, err := backup.List(backups)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if wrong, err := seal.CheckManifest(filepath.Join(backups, name)); err != nil || len(wrong) > 0 {
			t.Errorf("%s: got %v, %v, want it whole", name, wrong, err)
		}
	}
	return names
}

func TestKilledAtEveryFlushAndRenameABackupIsWholeOrNotThere(t *testing.T) {
	killing := func(n int) string { return fmt.Sprintf("signal=SIGKILL:when=%d", n) }
	const first, second, third = "2027-03-01T020000Z", "2027-03-02T020000Z", "2027-03-03T020000Z"
	kills := 0
	for _, calls := range []string{flushes, renames} {
		kills += atEvery(t, "backup", calls, killing, func(t *testing.T, under []string) (disturbed bool) {
			tr, backups := backedUp(t)
			cmd := tr.program(t, append(under, "bolyst", "backup", "-o", backups)...)
			cmd.Env = append(cmd.Env, "BOLYST_TEST_CLOCK=still 2027-03-02T02:00:00Z")
			if ended(t, cmd).code == exitDone {
				return false
			}
			if names := wholeBackups(t, backups); !slices.Equal(names, []string{first}) && !slices.Equal(names, []string{first, second}) {
				t.Errorf("after the kill: got %v", names)
			}
			tr.at(t, "2027-03-03T02:00:00Z", "backup", "-o", backups)
			if names := wholeBackups(t, backups); names[0] != first || names[len(names)-1] != third {
				t.Errorf("after the next: got %v", names)
			}
			if left, _ := filepath.Glob(filepath.Join(backups, ".*")); len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
			return true
		})
	}
	if t.Logf("%d kills", kills); kills < often(20, 2) {
		t.Errorf("got %d kills, want %d at least", kills, often(20, 2))
	}
}

func TestKilledAtEveryFlushAndRenameARestorationIsDoneByTheNext(t *testing.T) {
	long(t)
	killing := func(n int) string { return fmt.Sprintf("signal=SIGKILL:when=%d", n) }
	kills := 0
	for _, calls := range []string{flushes, renames} {
		kills += atEvery(t, "restore", calls, killing, func(t *testing.T, under []string) (disturbed bool) {
			tr, backups := backedUp(t)
			config := filepath.Join(tr.folder, "bolyst.yaml")
			tr.folder = filepath.Join(t.TempDir(), "restored")
			cmd := tr.program(t, append(under, "bolyst", "restore", backups)...)
			if ended(t, cmd).code == exitDone {
				return false
			}
			wholeBackups(t, backups)
			if _, err := os.Stat(filepath.Join(tr.folder, "data")); err != nil { // or else it was done
				tr.at(t, "2027-03-03T02:00:00Z", "restore", backups)
			}
			if err := os.CopyFS(filepath.Join(tr.folder, "secrets"), os.DirFS(filepath.Join(filepath.Dir(config), "secrets"))); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(filepath.Join(tr.folder, "secrets", "pseudonym.key"), 0o600); err != nil {
				t.Fatal(err)
			}
			if figures := figuresNow(tr.folder); figures.out != tr.calm.figures || figures.code != exitDone {
				t.Errorf("the figures are not those that were backed up: %v", figures)
			}
			tr.holds(t)
			if left, _ := filepath.Glob(filepath.Join(tr.folder, ".*")); len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
			return true
		})
	}
	if t.Logf("%d kills", kills); kills < 20 {
		t.Errorf("got %d kills, want %d at least", kills, 20)
	}
}

// Whatever bit flips of what the installation and its backups consist of, verify names its file, and no other.
func TestVerifyNamesTheFileOfEveryFlippedBit(t *testing.T) {
	long(t)
	tr, backups := backedUp(t)
	tr.at(t, "2027-03-01T02:00:00Z", "publish")
	tr.at(t, "2027-03-01T03:00:00Z", "run", "verify")
	checked := map[string]string{} // by path: as it is told
	for root, pattern := range map[string][]string{
		filepath.Join(tr.folder, "data"): {"ledger.jsonl", "jobs.jsonl", "batches/*/*", "editions/*/manifest.json", "editions/*/board/*", "editions/latest"},
		backups:                          {"*/manifest.json", "*/config/*", "*/data/ledger.jsonl", "*/data/batches/*/*"},
	} {
		for _, p := range pattern {
			files, err := filepath.Glob(filepath.Join(root, p))
			if err != nil || len(files) == 0 {
				t.Fatalf("%s: %v, %v", p, files, err)
			}
			for _, file := range files {
				if name, _ := filepath.Rel(root, file); isFile(file) {
					checked[file] = filepath.ToSlash(name)
				}
			}
		}
	}
	var files []string
	for file := range checked {
		files = append(files, file)
	}
	slices.Sort(files)
	random := rand.New(rand.NewPCG(11, 5))
	for range 150 {
		file := files[random.IntN(len(files))]
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		damaged := slices.Clone(whole)
		at, bit := random.IntN(len(whole)), random.IntN(8)
		damaged[at] ^= 1 << bit
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		words := []string{"bolyst", "verify"}
		if within(backups, file) {
			words = append(words, backups)
		}
		o := ended(t, tr.program(t, words...))
		if o.code != exitFailed || len(o.err) < len(checked[file]) || o.err[:len(checked[file])] != checked[file] {
			t.Errorf("bit %d of byte %d of %s: got %v", bit, at, checked[file], o)
		}
		if err := os.WriteFile(file, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if o := ended(t, tr.program(t, "bolyst", "verify")); o.code != exitDone {
		t.Errorf("in the end: %v", o)
	}
}

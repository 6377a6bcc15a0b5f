package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bolyst/ingest"
	"bolyst/internal/batch"
	"bolyst/queries"
)

// erasing is a trial in which P1 is to be erased, with a database that had been moved aside, an edition and a backup.
func erasing(t *testing.T) (tr trial, backups string) {
	t.Helper()
	tr, backups = newTrial(t, 1), filepath.Join(t.TempDir(), "backups")
	copyFolder(t, filepath.Join(calmFolder(1), "data"), filepath.Join(tr.folder, "data"))
	config := filepath.Join(tr.folder, "bolyst.yaml")
	content, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(config, append(content, "backup: {to: "+backups+"}\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	tr.at(t, "2027-03-01T01:00:00Z", "rebuild")
	tr.at(t, "2027-03-01T02:00:00Z", "backup")
	if at := tr.whereIs(t, filepath.Join(tr.folder, "data"), "P1"); len(at) < 2 {
		t.Fatalf("found %v before the erasure, want the batch and the database", at)
	}
	return tr, backups
}

// whereIs names the files in which a person is found, by her id or her pseudonyms, packed or not.
func (tr trial) whereIs(t *testing.T, folder, id string) (found []string) {
	t.Helper()
	key, err := ingest.NewKey([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range everyByte(t, folder) {
		for _, kind := range []string{"applicant", "trainee"} {
			if bytes.Contains(content, []byte(key.Pseudonym("kom", kind, id))) {
				found = append(found, name)
			}
		}
	}
	return found
}

// erased holds that one person is nowhere, another where she was, and everything is whole.
func (tr trial) erased(t *testing.T, backups, gone, kept string) {
	t.Helper()
	data := filepath.Join(tr.folder, "data")
	if at := tr.whereIs(t, data, gone); len(at) > 0 {
		t.Errorf("%s is still in %v", gone, at)
	}
	if at := tr.whereIs(t, data, kept); len(at) < 2 {
		t.Errorf("%s is only in %v", kept, at)
	}
	if _, wrong, err := batch.Verify(data); err != nil || len(wrong) > 0 {
		t.Errorf("the record: %v, %v", wrong, err)
	}
	if left, _ := filepath.Glob(filepath.Join(data, "batches", "*", ".*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
	drill := filepath.Join(t.TempDir(), "drill")
	tr.at(t, "2027-03-02T02:00:00Z", "restore", backups, "--to", drill)
	if at := tr.whereIs(t, filepath.Join(drill, "data"), gone); len(at) > 0 {
		t.Errorf("the backup brought %s back, in %v", gone, at)
	}
	if at := tr.whereIs(t, filepath.Join(drill, "data"), kept); len(at) == 0 {
		t.Errorf("the backup did not bring %s back", kept)
	}
}

func TestErasedPersonIsInNoFileOfTheDataNorOfARestoredBackup(t *testing.T) {
	tr, backups := erasing(t)
	o := tr.at(t, "2027-03-01T03:00:00Z", "erase", "P1", "--yes")
	if strings.Contains(o.out+o.err, "P1") {
		t.Errorf("the id was repeated: %v", o)
	}
	tr.erased(t, backups, "P1", "P2")
	// The file is read again by another mapping: she does not come back.
	config := filepath.Join(tr.folder, "bolyst.yaml")
	content, _ := os.ReadFile(config)
	if err := os.WriteFile(config, bytes.Replace(content, []byte("assessment: Vurdering}"), []byte("assessment: Vurdering, channel: web}"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if o := tr.at(t, "2027-03-01T04:00:00Z", "ingest"); !strings.Contains(o.out, "left out") {
		t.Errorf("the file was not read again: %v", o)
	}
	if at := tr.whereIs(t, filepath.Join(tr.folder, "data"), "P1"); len(at) > 0 {
		t.Errorf("P1 came back, in %v", at)
	}
}

// doneByTheNext kills a command that erases at every flush, rename and removal. The same command once more must then leave one
// person nowhere, and another where she was.
func doneByTheNext(t *testing.T, gone, kept string, prepare func(*testing.T, trial), words ...string) {
	t.Helper()
	killing := func(n int) string { return fmt.Sprintf("signal=SIGKILL:when=%d", n) }
	kills := 0
	for _, calls := range []string{flushes, renames, "unlink,unlinkat"} {
		kills += atEvery(t, words[0], calls, killing, func(t *testing.T, under []string) (disturbed bool) {
			tr, backups := erasing(t)
			prepare(t, tr)
			switch o := ended(t, tr.program(t, slices.Concat(under, []string{"bolyst"}, words)...)); o.code {
			case exitDone:
				return false
			case -1:
			default:
				t.Fatalf("it was not killed: %v", o)
			}
			tr.at(t, "2027-03-01T03:00:00Z", words...)
			tr.erased(t, backups, gone, kept)
			return true
		})
	}
	if t.Logf("%d kills", kills); kills < often(20, 3) {
		t.Errorf("got %d kills, want %d at least", kills, often(20, 3))
	}
}

func TestKilledAtEveryFlushRenameAndRemovalAnErasureIsDoneByTheNext(t *testing.T) {
	long(t)
	doneByTheNext(t, "P1", "P2", func(*testing.T, trial) {}, "erase", "P1", "--yes")
}

// keepSinceJuly2006 sets a limit, as of New Year 2011, that P1 is within and the other applicants are not.
func keepSinceJuly2006(t *testing.T, tr trial) {
	t.Helper()
	config := filepath.Join(tr.folder, "bolyst.yaml")
	content, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	path := []byte("path: filer/soknader-*.csv\n")
	if err := os.WriteFile(config, bytes.Replace(content, path, append(path, "    retention: 54m\n"...), 1), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestKilledAtEveryFlushRenameAndRemovalARetentionIsDoneByTheNext(t *testing.T) {
	// The day is past by the clock of the killed program, which is that of the scripts.
	doneByTheNext(t, "P2", "P1", keepSinceJuly2006, "retention", "--apply", "--as-of", "2011-01-01")
}

func TestIdentifiersAreThoseOfTheContracts(t *testing.T) {
	known := map[string]bool{}
	for _, feed := range ingest.Feeds() {
		for _, field := range feed.Fields {
			if field.Pseudonym {
				known[field.Name] = true
			}
		}
	}
	for _, field := range queries.Identifiers {
		if !known[field] {
			t.Errorf("%s identifies nobody in any contract", field)
		}
		delete(known, field)
	}
	for field := range known {
		t.Errorf("%s identifies somebody, and an erasure does not look for it", field)
	}
}

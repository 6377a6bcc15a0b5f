package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bolyst/internal/batch"
)

// hired are an applicant and the trainee she became, beside another: the placements are there before the list of trainees that
// tells that they are one. What stands in her rows stands in nobody else's.
var hired = map[string]string{
	"bolyst.yaml": `name: Prøve
language: en
programmes:
  - {id: kom, name: KOM, started: 2016, region: [{kommune: "1505", from: 2000-01-01}]}
sources:
  - {id: soknader, feed: applications, programme: kom, path: filer/soknader.csv, settle: 0, max_rejected: 9,
     columns: {application_id: Nr, applicant_id: Person, cohort: Kull, submitted_on: Dato, channel: Kanal}}
  - {id: plasser, feed: placements, programme: kom, path: filer/plasser.csv, settle: 0, max_rejected: 9,
     columns: {trainee_id: Trainee, module: Modul, company: Firma, kommune: Kommune, started_on: Start}}
  - {id: traineer, feed: trainees, programme: kom, path: filer/traineer-*.csv, settle: 0,
     columns: {trainee_id: Nr, applicant_id: Person, cohort: Kull, started_on: Start, planned_end_on: Slutt}}
backup: {to: kopier}
`,
	"secrets/pseudonym.key": strings.Repeat("k", 32),
	"filer/soknader.csv": "Nr;Person;Kull;Dato;Kanal\n1;S1;2016;2016-01-17;web\n2;S2;2016;2016-01-18;web\n" +
		"3;S1;2017;2017-02-31;web\n4;S2;2018;2018-01-18;web\n",
	"filer/plasser.csv": "Trainee;Modul;Firma;Kommune;Start\nT1;1;123456785;1505;2016-09-17\nT2;1;974760673;1505;2016-09-18\n" +
		"T1;2;123456785;1505;2017-06-31\n",
}

func TestErasedApplicantIsNowhereAsTheTraineeSheBecame(t *testing.T) {
	tr := trial{folder: t.TempDir()}
	write := func(name, content string) {
		path := filepath.Join(tr.folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range hired {
		write(name, content)
	}
	hers, theirs := []string{"2016-01-17", "2017-02-31", "2016-09-17", "2017-06-31"}, []string{"2016-01-18", "2018-01-18", "2016-09-18"}
	tr.at(t, "2027-03-01T01:00:00Z", "ingest")
	data, backups := filepath.Join(tr.folder, "data"), filepath.Join(tr.folder, "kopier")
	for _, said := range append(hers, theirs...) {
		if len(saying(t, data, said)) == 0 {
			t.Fatalf("%s is nowhere before the erasure", said)
		}
	}
	tr.at(t, "2027-03-01T02:00:00Z", "backup")
	tr.at(t, "2027-03-01T03:00:00Z", "erase", "S1", "--yes")
	for _, said := range []string{"2016-01-17", "2017-02-31", "2017-06-31"} {
		if at := saying(t, data, said); len(at) > 0 {
			t.Errorf("%s is still in %v", said, at)
		}
	}
	if at := tr.whereIs(t, data, "T1"); len(at) == 0 {
		t.Fatal("T1 was known to be S1 before anything told so")
	}
	write("filer/traineer-1.csv", "Nr;Person;Kull;Start;Slutt\nT1;S1;2016;2016-08-17;2018-07-17\nT2;S2;2016;2016-08-18;2018-07-18\n")
	if o := tr.at(t, "2027-03-01T04:00:00Z", "ingest"); !strings.Contains(o.out, "1 row about an erased person left out") {
		t.Errorf("got %v", o)
	}
	if o := tr.at(t, "2027-03-01T05:00:00Z", "audit", "list"); !strings.Contains(o.out, "erased a person, erasure number") ||
		!regexp.MustCompile(`2027-03-01 05.00 .* erased what there was of an erased person under another id, erasure number +2\n`).MatchString(o.out) {
		t.Errorf("the log says\n%v", o)
	}
	drill := filepath.Join(t.TempDir(), "drill")
	tr.at(t, "2027-03-02T02:00:00Z", "restore", backups, "--to", drill)
	for _, folder := range []string{data, filepath.Join(drill, "data")} {
		for _, id := range []string{"S1", "T1"} {
			if at := tr.whereIs(t, folder, id); len(at) > 0 {
				t.Errorf("%s is still in %v", id, at)
			}
		}
		for _, said := range append(hers, "2016-08-17", "2018-07-17") {
			if at := saying(t, folder, said); len(at) > 0 {
				t.Errorf("%s is still in %v", said, at)
			}
		}
		for _, said := range theirs {
			if len(saying(t, folder, said)) == 0 {
				t.Errorf("%s went too", said)
			}
		}
		if _, wrong, err := batch.Verify(folder); err != nil || len(wrong) > 0 {
			t.Errorf("the record: %v, %v", wrong, err)
		}
	}
	if o := tr.at(t, "2027-03-03T01:00:00Z", "rejects", "--waiting"); strings.Contains(o.out, "trainee") {
		t.Errorf("something of hers waits for ever: %v", o)
	}
}

// saying names the files of the record in which a text stands, packed or not.
func saying(t *testing.T, folder, text string) (found []string) {
	t.Helper()
	for name, content := range everyByte(t, folder) {
		if bytes.Contains(content, []byte(text)) {
			found = append(found, name)
		}
	}
	return found
}

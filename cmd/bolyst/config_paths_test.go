package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// installed writes a small configuration with that source path into a folder whose own name looks like a pattern.
func installed(t *testing.T, sourcePath string) (c *Config, folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "prosjekt [2010]")
	if err := os.MkdirAll(filepath.Join(folder, "filer"), 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "bolyst.yaml")
	content := `
name: KOM Trainee
programmes:
  - {id: kom, name: KOM Trainee, region: [{kommune: "1505", from: 2006-01-01}]}
sources:
  - id: firma
    feed: companies
    programme: kom
    path: ` + sourcePath + `
    format: {type: csv}
    columns: {org_no: Orgnr, name: Navn, joined_on: Medlem fra}
    schedule: "30 5 * * *"
editions:
  schedule: "@monthly"
`
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return loadGood(t, file), folder
}

func TestFilesOfASourceAreFoundFromTheFolderOfTheConfig(t *testing.T) {
	tests := []struct {
		path string
		want []string
	}{
		{"filer/firma-*.csv", []string{"filer/firma-2009.csv", "filer/firma-2010.csv"}},
		{"./filer/firma-2010.csv", []string{"filer/firma-2010.csv"}},
		{"filer/firma [alle].csv", []string{"filer/firma [alle].csv"}}, // a name first, a pattern second
		{"filer/*.csv", []string{"filer/firma [alle].csv", "filer/firma-2009.csv", "filer/firma-2010.csv"}},
		{"filer/*", []string{"filer/firma [alle].csv", "filer/firma-2009.csv", "filer/firma-2010.csv"}}, // folders are no files
		{"filer/firma-2011.csv", nil},
		{"andre/*.csv", nil},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			c, folder := installed(t, test.path)
			for _, name := range []string{"firma-2010.csv", "firma-2009.csv", "firma [alle].csv", "~$firma-2010.csv", ".firma-2010.csv"} {
				if err := os.WriteFile(filepath.Join(folder, "filer", name), nil, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Mkdir(filepath.Join(folder, "filer", "firma-mappe.csv"), 0o755); err != nil {
				t.Fatal(err)
			}
			got, err := c.Files(c.Sources[0])
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, file := range test.want {
				want = append(want, filepath.Join(folder, file))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if warned := len(c.Warnings()) > 0; warned != (len(test.want) == 0) {
				t.Errorf("got warnings %v, want them only where no file is found", c.Warnings())
			}
		})
	}
}

func TestFilesOfAnAbsolutePathAreFound(t *testing.T) {
	elsewhere := t.TempDir()
	want := filepath.Join(elsewhere, "firma-2010.csv")
	if err := os.WriteFile(want, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c, _ := installed(t, filepath.ToSlash(elsewhere)+"/firma-*.csv")
	got, err := c.Files(c.Sources[0])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{want}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWarningNamesTheLineOfThePathThatNothingFits(t *testing.T) {
	c, folder := installed(t, "filer/firma-*.csv")
	warnings := c.Warnings()
	if len(warnings) != 1 {
		t.Fatalf("got %d warnings, want 1", len(warnings))
	}
	want := filepath.Join(folder, "bolyst.yaml") + ":9: sources[0].path: ingen fil passer til «filer/firma-*.csv»."
	if got := warnings[0].Say(Norwegian); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestConfigWithoutSourcesWarns(t *testing.T) {
	warnings := loadGood(t, "testdata/config/good/minimal.yaml").Warnings()
	if len(warnings) != 1 || warnings[0].Code != "config.warning.no_sources" {
		t.Errorf("got %v, want one warning that there are no sources", warnings)
	}
}

func TestAlarmsAreTheSchedulesOfSourcesEditionsAndUpkeep(t *testing.T) {
	c, _ := installed(t, "filer/firma-*.csv")
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	var got []string
	for _, alarm := range c.Alarms() {
		got = append(got, alarm.Job+" "+alarm.Times.Strikes(noon, c.zone()).Format(time.RFC3339))
	}
	want := []string{"ingest:firma 2026-11-25T05:30:00+01:00", "publish 2026-12-01T00:00:00+01:00", "verify 2026-11-29T04:00:00+01:00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEditionsAreMadeSoManyDaysBeforeEachMeetingAndBySchedule(t *testing.T) {
	c := loadGood(t, writeFile(t, "bolyst.yaml", `name: A
programmes:
  - {id: a, name: A, region: [{kommune: "1505", from: 2006-01-01}]}
editions:
  schedule: "@monthly"
  meetings: [2026-12-10, 2027-03-05, 2027-01-11]
`))
	var got []string
	for _, alarm := range c.Alarms() {
		for p := alarm.Times.Next("2026-11-24T12:00"); alarm.Job == publishJob && p < "2027-03"; p = alarm.Times.Next(p) {
			got = append(got, string(p))
		}
	}
	want := []string{"2026-11-30T06:00", "2026-12-01T00:00", "2027-01-01T00:00", "2027-01-01T06:00", "2027-02-01T00:00", "2027-02-23T06:00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMappingCarriesTheSourceToIngest(t *testing.T) {
	c, _ := installed(t, "filer/firma-*.csv")
	m := c.Mapping(c.Sources[0])
	if m.Source != "firma" || m.Programme != "kom" || m.Feed.Name != "companies" || m.Format.Type != "csv" || m.Columns["name"][0] != "Navn" {
		t.Errorf("got %+v, want what stands in the configuration", m)
	}
}

func TestSecretIsRefusedUnlessItIsLongAndItsOwnersAlone(t *testing.T) {
	long := strings.Repeat("0f", 32)
	tests := []struct {
		name, content string
		mode          os.FileMode
		want          string // code of the mistake, or ""
	}{
		{"hexadecimal with a line end", long + "\n", 0o600, ""},
		{"random bytes that end like a line", strings.Repeat("\xfe", 31) + "\n", 0o600, ""},
		{"read-only", long, 0o400, ""},
		{"readable by the group", long, 0o640, "config.key_file.open"},
		{"readable by all", long, 0o604, "config.key_file.open"},
		{"31 bytes", long[:31], 0o600, "config.key_file.short"},
		{"31 letters and a line end", long[:31] + "\n", 0o600, "config.key_file.short"},
		{"empty", "", 0o600, "config.key_file.short"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, _ := installed(t, "filer/firma-*.csv")
			if err := os.Mkdir(filepath.Dir(c.KeyPath()), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(c.KeyPath(), []byte(test.content), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(c.KeyPath(), test.mode); err != nil {
				t.Fatal(err)
			}
			secret, mistakes := c.Secret()
			var got string
			if len(mistakes) > 0 {
				got = mistakes[0].Code
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if (len(secret) >= 32) != (test.want == "") {
				t.Errorf("got a secret of %d bytes", len(secret))
			}
			for _, m := range mistakes {
				if test.content != "" && strings.Contains(m.Say(English), test.content) {
					t.Errorf("got %q, which tells the key", m.Say(English))
				}
			}
		})
	}
}

func TestMissingKeyFileIsAMistakeWithAWayOut(t *testing.T) {
	c, _ := installed(t, "filer/firma-*.csv")
	_, mistakes := c.Secret()
	if len(mistakes) != 1 || !strings.Contains(mistakes[0].Say(English), "bolyst init") {
		t.Errorf("got %v, want one mistake that names bolyst init", mistakes)
	}
}

package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// analyze runs the service manager's own judge of units.
func analyze(t *testing.T, words ...string) string {
	t.Helper()
	tool, err := exec.LookPath("systemd-analyze")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("systemd-analyze is not installed: apt-get install systemd")
		}
		t.Skip("systemd-analyze is not installed: apt-get install systemd")
	}
	said, err := exec.CommandContext(t.Context(), tool, words...).CombinedOutput()
	if err != nil {
		t.Errorf("systemd-analyze %s: %v", strings.Join(words, " "), err)
	}
	return string(said)
}

// The program is not installed where the tests run, so the unit that is judged starts another one.
func TestUnitIsUnderstoodWhole(t *testing.T) {
	unit := strings.Replace(read(t, "bolyst.service"), "/usr/local/bin/bolyst", "/bin/true", 1)
	path := filepath.Join(t.TempDir(), "bolyst.service")
	if err := os.WriteFile(path, []byte(unit), 0o600); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(analyze(t, "verify", path)) {
		if strings.Contains(line, "bolyst.service") {
			t.Errorf("the service manager says: %s", line)
		}
	}
}

// The threshold is in tenths; the scale goes from 0 (locked) to 10 (as any program of the administrator).
func TestUnitIsHardened(t *testing.T) {
	said := analyze(t, "security", "--offline=true", "--threshold=15", "--no-pager", "bolyst.service")
	if !strings.Contains(said, "Overall exposure level") {
		t.Errorf("no judgement: %s", said)
	}
}

// No container engine is needed to know that the image can be built: what it runs is run by .ci/run as well, what it copies is
// there, and it does not run as the administrator.
func TestImageIsBuiltOfWhatIsBuiltHere(t *testing.T) {
	stages := strings.Split(read(t, "Dockerfile"), "\nFROM ")
	if len(stages) != 3 {
		t.Fatalf("got %d stages, want one that builds and one that runs", len(stages)-1)
	}
	runs, last := read(t, filepath.Join("..", ".ci", "run")), stages[2]
	for _, line := range regexp.MustCompile(`(?m)^RUN (make .*)$`).FindAllStringSubmatch(stages[1], -1) {
		if !strings.Contains(runs, line[1]+"\n") {
			t.Errorf("the image is built with %q, which .ci/run does not try", line[1])
		}
	}
	made := regexp.MustCompile(`(?m)^\t.*-o(?:utput)? bin/release/(\S+)`).FindAllStringSubmatch(read(t, filepath.Join("..", "Makefile")), -1)
	for _, source := range regexp.MustCompile(`/source/(\S+)`).FindAllStringSubmatch(last, -1) {
		name, isMade := strings.CutPrefix(source[1], "bin/release/")
		if isMade && !slices.ContainsFunc(made, func(m []string) bool { return m[1] == name }) {
			t.Errorf("%s is copied, but not made by make release", source[1])
		}
		if _, err := os.Stat(filepath.Join("..", source[1])); !isMade && err != nil {
			t.Errorf("%s is copied, but is not there", source[1])
		}
	}
	user := regexp.MustCompile(`(?m)^USER (\d+)$`).FindStringSubmatch(last)
	if user == nil || user[1] == "0" {
		t.Errorf("the program runs as %v, want a numbered user that is not 0", user)
	}
}

package reports_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

const password = "Vårens søknader 2011"

// locked is the content under the password.
func locked(t *testing.T, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := reports.Lock(&b, content, password); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The large one is of a size at which the container has to list its sectors outside its header.
func TestLockedWorkbookOpensWithItsPasswordAndNotWithout(t *testing.T) {
	workbook := writtenBy(t, reports.Board, metricstest.KOM().For(board), metrics.Norwegian)
	large := partsOf(t, workbook)
	large["media/noise.bin"] = noise(9 << 20)
	for name, content := range map[string][]byte{"short": emptyWorkbook(t), "usual": workbook, "large": packed(t, large)} {
		t.Run(name, func(t *testing.T) {
			closed := locked(t, content)
			f, err := excelize.OpenReader(bytes.NewReader(closed), excelize.Options{Password: password})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			open := opened(t, content)
			if got, want := dump(t, f), dump(t, open); got != want {
				t.Error("what comes out is not what was locked")
			}
			unlocked, err := excelize.Decrypt(closed, &excelize.Options{Password: password})
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(unlocked, content) {
				t.Error("its bytes are not those that were locked")
			}
			if name == "usual" {
				checkPackage(t, unlocked)
			}
			for _, wrong := range []string{"", "vårens søknader 2011"} {
				if _, err := excelize.OpenReader(bytes.NewReader(closed), excelize.Options{Password: wrong}); err == nil {
					t.Errorf("it opens with the password %q", wrong)
				}
			}
			if bytes.Contains(closed, []byte("xl/workbook.xml")) {
				t.Error("the names of its parts can be read")
			}
		})
	}
}

func TestOfficeOpensWhatIsLockedWithItsPassword(t *testing.T) {
	content := writtenBy(t, reports.Board, metricstest.KOM().For(board), metrics.Norwegian)
	officeProgram(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "locked.xlsx")
	if err := os.WriteFile(path, locked(t, content), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.CommandContext(t.Context(), "/usr/bin/python3", "testdata/open_locked.py", path, password, reports.OfficeProfile).CombinedOutput()
	if err != nil && bytes.Contains(said, []byte("No module named 'uno'")) {
		t.Skip("LibreOffice cannot be asked from python3: apt-get install python3-uno")
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if got, want := strings.TrimSpace(string(said)), "with: Oversikt\nwrong: refused\nwithout: refused"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// emptyWorkbook is one with as little in it as a workbook can have.
func emptyWorkbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noise is what cannot be packed, the same every time.
func noise(size int) []byte {
	b := make([]byte, size)
	rand.NewChaCha8([32]byte{}).Read(b)
	return b
}

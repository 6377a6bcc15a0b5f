package reports

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// OfficeProfile is a profile of the tests' own, so that a window that is open elsewhere does not take the work over. It is one for
// all of them: the office takes long to lay it out.
var OfficeProfile = filepath.Join(os.TempDir(), "bolyst-office-"+strconv.Itoa(os.Getpid()))

// TestMain writes the long table when it is started as one of the contenders, and otherwise tests.
func TestMain(m *testing.M) {
	rows, err := strconv.Atoi(os.Getenv("BOLYST_WRITE_ROWS"))
	if err != nil {
		code := m.Run()
		os.RemoveAll(OfficeProfile)
		os.Exit(code)
	}
	if err := writeLongTable(os.Getenv("BOLYST_WRITE_TO"), rows); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

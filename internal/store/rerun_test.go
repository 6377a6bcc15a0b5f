package store

import (
	"os"
	"os/exec"
	"testing"
)

// rerun starts the running test again in another process with a setting in its environment.
func rerun(t *testing.T, setting string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), setting)
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("second process: %v\n%s", err, output)
	}
}

package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is raised when an edition of the same inputs would come out with other bytes.
const release = "0.1.0"

// versionCommand prints what the program is.
type versionCommand struct{}

func (*versionCommand) Run(c *console) error {
	_, err := fmt.Fprintf(c.out, "bolyst %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// version is the release, and between releases the commit that was built. It is printed on every edition.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	revision := settings["vcs.revision"]
	if len(revision) < 9 {
		return release
	}
	if settings["vcs.modified"] == "true" {
		return release + "+" + revision[:9] + ".changed"
	}
	return release + "+" + revision[:9]
}

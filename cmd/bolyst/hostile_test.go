package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// hostileFiles are files that cost a careless reader all the memory there is, and what is said of each.
var hostileFiles = []struct {
	name string
	want string
	make func() []byte
}{
	{"bombe.xlsx", "filen er pakket mer enn 200 ganger", func() []byte {
		return archive(part{"xl/worksheets/sheet1.xml", bytes.Repeat([]byte(" "), 300<<20)})
	}},
	{"deler.xlsx", "filen har for mange ark, bilder eller sammenslåtte celler; tillatt er 2000", func() []byte {
		parts := make([]part, 200_000)
		for i := range parts {
			parts[i].name = fmt.Sprintf("xl/worksheets/sheet%d.xml", i)
		}
		return archive(parts...)
	}},
	{"linje.csv", "rad 3: raden er lengre enn tillatt (4 MB)", func() []byte {
		return append([]byte(rowsHeader+rows(0, 1)), bytes.Repeat([]byte("x"), 256<<20)...)
	}},
	{"kolonner.csv", "rad 3: raden har flere kolonner enn tillatt (2048)", func() []byte {
		return []byte(rowsHeader + rows(0, 1) + strings.Repeat("x;", 100_000) + "\n")
	}},
	{"nul.csv", "rad 5002: filen inneholder NUL-tegn", func() []byte {
		return []byte(rowsHeader + rows(0, 5000) + "1;P\x00;2009;01.03.2009\n")
	}},
	{"anførsel.csv", "rad 5002: raden er lengre enn tillatt", func() []byte {
		return []byte(rowsHeader + rows(0, 5000) + `9;"` + strings.Repeat(rows(0, 1), 500_000))
	}},
}

type part struct {
	name    string
	content []byte
}

func archive(parts ...part) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		to, err := w.Create(p.name)
		if err == nil {
			_, err = to.Write(p.content)
		}
		if err != nil {
			panic(err) // memory does not fail
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// The whole program, with its database, takes at most 256 MB for a hostile file, says one sentence that names it, and loads
// nothing of it.
func TestHostileFilesCostLittleAndLoadNothing(t *testing.T) {
	long(t)
	for _, f := range hostileFiles {
		t.Run(f.name, func(t *testing.T) {
			box := newInbox(t, 0)
			ending := filepath.Ext(f.name)
			box.write("bolyst.yaml", strings.Replace(box.read("bolyst.yaml"), "*.csv", "*"+ending, 1))
			box.write("filer/"+f.name, string(f.make()))
			cmd := exec.CommandContext(t.Context(), "bolyst", "ingest", "-c", box.path("bolyst.yaml"))
			cmd.Env = append(os.Environ(), "BOLYST_LANG=nb", "BOLYST_STATUS="+box.path("status"), "GOGC=100")
			said, _ := cmd.CombinedOutput() // its exit code is looked at below
			if code := cmd.ProcessState.ExitCode(); code != exitFailed || strings.Count(string(said), "\n") != 1 ||
				!strings.HasPrefix(string(said), f.name) || !strings.Contains(string(said), f.want) {
				t.Errorf("got code %d and %q, want one sentence with %q", code, said, f.want)
			}
			if used := peak(box.read("status")); runtime.GOOS == "linux" && (used == 0 || used > 256) {
				t.Errorf("took %d MB, want at most 256", used)
			}
			if batches, err := filepath.Glob(box.path("data/batches/*")); err != nil || len(batches) > 0 {
				t.Errorf("got %v %v, want no batch", batches, err)
			}
		})
	}
}

// peak is the most memory that a process had, in megabytes, from what Linux says of it. What a program is told of its child
// holds what the program itself had.
func peak(status string) (megabytes int) {
	_, after, _ := strings.Cut(status, "VmHWM:")
	fmt.Sscan(after, &megabytes)
	return megabytes >> 10
}

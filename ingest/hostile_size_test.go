package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// within fails when something takes longer, or asks for more memory in all,
// than an honest file does.
func within(t *testing.T, longest time.Duration, megabytes uint64, do func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	do()
	runtime.ReadMemStats(&after)
	if took := time.Since(start); took > longest {
		t.Errorf("took %v, want at most %v", took, longest)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > megabytes {
		t.Errorf("took %d MB, want at most %d", used, megabytes)
	}
}

// A small archive that unpacks to an enormous one costs neither time nor memory.
func TestZipBombsAreRefusedAtOnce(t *testing.T) {
	sound := plainWorkbook(t)
	bomb := repacked(t, sound, sheetXML, func(s string) string {
		return strings.Replace(s, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 40<<20), 1)
	})
	slow := repacked(t, sound, sheetXML, func(s string) string {
		return strings.Replace(s, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 15<<20), 1)
	})
	wide := repacked(t, sound, sheetXML, func(s string) string {
		var rows strings.Builder
		for i := 5; i < 3005; i++ { // 49 million cells, if they were there
			fmt.Fprintf(&rows, `<row r="%d"><c r="XFD%d" s="0"/></row>`, i, i)
		}
		return strings.Replace(s, "</sheetData>", rows.String()+"</sheetData>", 1)
	})
	liar := lyingSize(t, bomb)
	path := writeSource(t, "a.xlsx", nil)
	within(t, 5*time.Second, 64, func() {
		for _, c := range []struct {
			name string
			data []byte
			want string
		}{
			{"blanks by the million", bomb, RuleFilePacked},
			{"fewer of them", slow, "3 rows, 3 records"},
			{"an archive that lies about sizes", liar, RuleFileDamaged},
			{"empty cells at the far right", wide, "3 rows, 3 records"},
		} {
			if err := os.WriteFile(path, c.data, 0o644); err != nil {
				t.Fatal(err)
			}
			if got := refusal(t, path, trainees()); got != c.want {
				t.Errorf("%s: got %s, want %s", c.name, got, c.want)
			}
		}
	})
}

// archiveOf is an archive of so many empty parts.
func archiveOf(t *testing.T, parts int) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range parts {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The table of contents of an archive is looked at before it is read, and what
// it says of its own size is not believed.
func TestArchivesOfManyPartsAreRefusedAtOnce(t *testing.T) {
	many, fewer := archiveOf(t, 200_000), archiveOf(t, 60_000)
	end := bytes.LastIndex(fewer, []byte("PK\x05\x06"))
	lying := func(count uint16, size uint32) []byte {
		data := bytes.Clone(fewer)
		binary.LittleEndian.PutUint16(data[end+8:], count)
		binary.LittleEndian.PutUint16(data[end+10:], count)
		binary.LittleEndian.PutUint32(data[end+12:], size)
		return data
	}
	path := writeSource(t, "a.xlsx", nil)
	within(t, 2*time.Second, 64, func() {
		for _, c := range []struct {
			name string
			data []byte
		}{
			{"two hundred thousand parts", many},
			{"sixty thousand parts", fewer},
			{"said to be ten", lying(10, binary.LittleEndian.Uint32(fewer[end+12:]))},
			{"said to be ten, and short", lying(10, 500)},
			{"said to be for a larger archive", lying(10, 0xffff)},
			{"a few too many", archiveOf(t, maxParts+1)},
		} {
			if err := os.WriteFile(path, c.data, 0o644); err != nil {
				t.Fatal(err)
			}
			if got := refusal(t, path, trainees()); got != RuleFileParts {
				t.Errorf("%s: got %s, want %s", c.name, got, RuleFileParts)
			}
		}
	})
}

// endless gives the same text again and again, and counts what it gave.
type endless struct {
	text  string
	given int64
}

func (e *endless) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], e.text)
	}
	e.given += int64(n)
	return n, nil
}

// Of a line of a gigabyte, or an open quotation mark, only as much is read as an
// honest row could hold.
func TestEndlessLinesAreRefusedAtOnce(t *testing.T) {
	const header = "Søknadsnr;Søker;Kull;Søkt dato\n1;A-1;2009;01.03.2009\n"
	for name, c := range map[string]struct{ before, text string }{
		"letters":                {header, "xxxxxxxxxxxxxxxx"},
		"delimiters":             {header, "; ; ; ; "},
		"an open quotation mark": {header + `2;"`, "A-1;\n"},
		"quotation marks":        {header + `2;"`, `""`},
		"from the beginning":     {"", "xxxxxxxxxxxxxxxx"},
	} {
		text := &endless{text: c.text}
		within(t, 5*time.Second, 64, func() {
			s, err := newSplitter(io.MultiReader(strings.NewReader(c.before), io.LimitReader(text, 1<<30)), "")
			for err == nil {
				_, err = s.next(nil)
			}
			var refused Refused
			if !errors.As(err, &refused) || refused.Rule != RuleFileRecord && refused.Rule != RuleFileColumns {
				t.Errorf("%s: got %v, want a refusal", name, err)
			}
		})
		if text.given > maxRecordBytes+2*prefixBytes {
			t.Errorf("%s: read %d bytes", name, text.given)
		}
	}
}

// A file of a gigabyte in which nothing stands is NUL to its end.
func TestSparseFileIsRefusedAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("Søknadsnr;Søker;Kull;Søkt dato\n"+strings.Repeat("1;A-1;2009;01.03.2009\n", 400)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<30); err != nil {
		t.Fatal(err)
	}
	within(t, 2*time.Second, 16, func() {
		if got := refusal(t, path, applications()); got != RuleFileNUL {
			t.Errorf("got %s, want %s", got, RuleFileNUL)
		}
	})
	xlsx := filepath.Join(filepath.Dir(path), "a.xlsx")
	if err := os.Rename(path, xlsx); err != nil {
		t.Fatal(err)
	}
	within(t, 2*time.Second, 16, func() {
		if got := refusal(t, xlsx, trainees()); got != RuleFileFormat {
			t.Errorf("got %s, want %s", got, RuleFileFormat)
		}
	})
}

// lyingSize makes the archive say that its large part is small.
func lyingSize(t *testing.T, archive []byte) []byte {
	t.Helper()
	data := bytes.Clone(archive)
	directory := bytes.LastIndex(data, append([]byte("PK\x01\x02"), 0))
	for i := 0; i+30 < len(data); i++ {
		if bytes.HasPrefix(data[i:], []byte("PK\x01\x02")) && binary.LittleEndian.Uint32(data[i+24:]) > 30<<20 {
			binary.LittleEndian.PutUint32(data[i+24:], 1<<20)
			return data
		}
	}
	t.Fatalf("no large part in the directory at %d", directory)
	return nil
}

package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// refusal reads a file and is the rule by which it was refused, or what
// happened instead. The sentence must name the file.
func refusal(t *testing.T, path string, m Mapping) string {
	t.Helper()
	records := 0
	summary, err := Read(context.Background(), path, m, testKey,
		func(Record) error { records++; return nil }, func([]Problem, []any) error { return nil })
	var refused Refused
	switch {
	case errors.As(err, &refused):
		if !strings.HasPrefix(err.Error(), refused.File) || refused.File == "" {
			t.Errorf("the sentence does not begin with the file: %v", err)
		}
		return refused.Rule
	case err != nil:
		return "error: " + err.Error()
	}
	return fmt.Sprintf("%d rows, %d records", summary.Rows, records)
}

func TestHostileTextFilesAreRefused(t *testing.T) {
	const header = "Søknadsnr;Søker;Kull;Søkt dato;Merknad\n"
	const good = "1;A-1;2009;01.03.2009;\n"
	utf8 := applications()
	utf8.Format.Encoding = "utf-8"
	utf16 := applications()
	utf16.Format.Encoding = "utf-16"
	for _, c := range []struct {
		name string
		m    Mapping
		text string
		want string
	}{
		{"nothing", applications(), "", RuleFileEmpty},
		{"blanks", applications(), " \n\n\t\n", RuleFileEmpty},
		{"a workbook", applications(), string(plainWorkbook(t)), RuleFileFormat},
		{"an old workbook", applications(), string(compound("Workbook")), RuleFileOldExcel},
		{"NUL", applications(), header + good + "2;A-2\x00;2009;01.03.2009;\n", RuleFileNUL},
		{"NUL far down", applications(), header + strings.Repeat(good, 10000) + "2;A-2\x00;2009;01.03.2009;\n", RuleFileNUL},
		{"a line of 10 MB", applications(), header + good + strings.Repeat("x", 10<<20) + "\n" + good, RuleFileRecord},
		{"no line end at all", applications(), strings.Repeat("x;", 5<<20), RuleFileRecord},
		{"a quotation mark open for 10 MB", applications(), header + good + "2;A-2;2009;01.03.2009;\"" + strings.Repeat(good, 10<<20/len(good)), RuleFileRecord},
		{"junk after a quoted cell", applications(), header + good + "2;\"A-2\"x;2009;01.03.2009;\n", RuleFileQuote},
		{"a hundred thousand columns", applications(), header + strings.Repeat("x;", 100_000) + "\n", RuleFileColumns},
		{"not UTF-8 as the source says", utf8, header + "2;\xc5-2;2009;01.03.2009;\n", RuleFileEncoding},
		{"cut in a character", utf8, header + "2;A-2;2009;01.03.2009;\xc3", RuleFileEncoding},
		{"cut in a character, nothing said", applications(), header + "2;Å-2;2009;01.03.2009;\xc3", RuleFileEncoding},
		{"not UTF-16 as the source says", utf16, header + good, RuleFileEncoding},
		{"line ends of old programs", applications(), strings.ReplaceAll(header+good+good, "\n", "\r"), "2 rows, 2 records"},
		{"line ends of Windows", applications(), strings.ReplaceAll(header+good+good, "\n", "\r\n"), "2 rows, 2 records"},
	} {
		start := time.Now()
		if got := refusal(t, writeSource(t, "a.csv", []byte(c.text)), c.m); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		}
	}
}

func TestRefusalNamesTheLine(t *testing.T) {
	const header = "Søknadsnr;Søker;Kull;Søkt dato;Merknad\n"
	utf8 := applications()
	utf8.Format.Encoding = "utf-8"
	for text, want := range map[string]int{
		header + "\n\n2;\xc5-2;2009;01.03.2009;\n":                      4,
		header + "1;A-1;2009;01.03.2009;\n2;A-2;2009;01.03.2009;\x00\n": 3,
		"sep=;\n" + header + "1;A-1;2009;01.03.2009;\"\n\n\n":           3,
	} {
		_, err := Read(context.Background(), writeSource(t, "a.csv", []byte(text)), utf8, testKey,
			func(Record) error { return nil }, func([]Problem, []any) error { return nil })
		var refused Refused
		if !errors.As(err, &refused) || refused.Row != want {
			t.Errorf("%q: got %v, want refused in row %d", text, err, want)
		}
	}
}

// Wherever a file is cut, its rows are accounted for or it is refused.
func TestTextFilesCutAnywhere(t *testing.T) {
	text := "Søknadsnr;Søker;Kull;Søkt dato;Merknad\r\n1;A-1;2009;01.03.2009;\"med\r\nlinjer og \"\"tegn\"\"\"\r\n2;Å-2;2009;02.03.2009;=\"0301\"\r\n"
	for i := range len(text) {
		for _, encoding := range []string{"", "utf-8", "windows-1252"} {
			m := applications()
			m.Format.Encoding = encoding
			told(t, writeSource(t, "a.csv", []byte(text[:i])), m)
		}
	}
}

func TestMissingFileIsAnErrorWithoutItsPath(t *testing.T) {
	_, err := Read(context.Background(), t.TempDir()+"/01819000049/a.csv", applications(), testKey, nil, nil)
	if !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), "01819000049") {
		t.Errorf("got %v, want a.csv: file does not exist", err)
	}
}

func TestReadingStopsWhenAsked(t *testing.T) {
	path := writeSource(t, "a.csv", []byte("Søknadsnr;Søker;Kull;Søkt dato\n1;A-1;2009;01.03.2009\n2;A-2;2009;01.03.2009\n"))
	ctx, cancel := context.WithCancel(context.Background())
	records := 0
	summary, err := Read(ctx, path, applications(), testKey, func(Record) error { records++; cancel(); return nil }, nil)
	if !errors.Is(err, context.Canceled) || records != 1 || summary.Rows != 1 {
		t.Errorf("got %d rows, %d records, %v, want one and then canceled", summary.Rows, records, err)
	}
	full := errors.New("disk full")
	if _, err := Read(context.Background(), path, applications(), testKey, func(Record) error { return full }, nil); !errors.Is(err, full) {
		t.Errorf("got %v, want the error of the one who takes the records", err)
	}
}

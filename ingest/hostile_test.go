package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// refusal reads a file and is the rule by which it was refused, or what
// happened instead. The sentence must name the file.
func refusal(t *testing.T, path string, m Mapping) string {
	t.Helper()
	records := 0
	rows, err := Read(context.Background(), path, m, testKey,
		func(Record) error { records++; return nil }, func([]Problem) error { return nil })
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
	return fmt.Sprintf("%d rows, %d records", rows, records)
}

// plainWorkbook is a sound workbook of three trainees.
func plainWorkbook(t testing.TB) []byte {
	t.Helper()
	path := workbookOf(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1", 1, traineeHeaders,
			[]any{"T1", "Ola", 2006, day(2006, 9, 1), day(2008, 8, 31)},
			[]any{"T2", "Kari", 2006, day(2006, 9, 1), day(2008, 8, 31)},
			[]any{"T3", "Per", 2006, day(2006, 9, 1), day(2008, 8, 31)},
		)
	})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// repacked is an archive with one of its parts changed.
func repacked(t testing.TB, archive []byte, part string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range in.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if p.Name == part {
			text = []byte(change(string(text)))
		}
		to, err := w.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const sheetPart = "xl/worksheets/sheet1.xml"

func compound(stream string) []byte {
	data := append([]byte(nil), compoundSignature...)
	data = append(data, make([]byte, 1000)...)
	for _, unit := range utf16.Encode([]rune(stream)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return data
}

func TestDamagedAndForeignWorkbooksAreRefused(t *testing.T) {
	sound := plainWorkbook(t)
	if got, want := refusal(t, writeSource(t, "a.xlsx", sound), trainees()), "3 rows, 3 records"; got != want {
		t.Fatalf("the sound workbook: got %s, want %s", got, want)
	}
	sheet := func(old, new string) []byte {
		return repacked(t, sound, sheetPart, func(text string) string {
			if !strings.Contains(text, old) {
				t.Fatalf("%q is not in the sheet: %s", old, text)
			}
			return strings.Replace(text, old, new, 1)
		})
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty file", nil, RuleFileEmpty},
		{"text", []byte("Nr;Kull\n1;2006\n"), RuleFileFormat},
		{"old format", compound("Workbook"), RuleFileOldExcel},
		{"encrypted", compound("EncryptedPackage"), RuleFileEncrypted},
		{"cut in the archive", sound[:len(sound)/2], RuleFileDamaged},
		{"another kind of archive", zipOf(t, "notes.txt", "hei"), RuleFileFormat},
		{"no workbook part", repacked(t, sound, "_rels/.rels", func(s string) string { return strings.ReplaceAll(s, "workbook.xml", "document.xml") }), RuleFileFormat},
		{"no sheet part", repacked(t, sound, "xl/_rels/workbook.xml.rels", func(s string) string { return strings.ReplaceAll(s, "sheet1.xml", "sheet9.xml") }), RuleFileDamaged},
		{"sheet cut in an element", repacked(t, sound, sheetPart, func(s string) string { return s[:len(s)*2/3] }), RuleFileDamaged},
		{"sheet cut between rows", repacked(t, sound, sheetPart, func(s string) string { return s[:strings.LastIndex(s, "<row ")] }), RuleFileDamaged},
		{"sheet without anything", repacked(t, sound, sheetPart, func(string) string { return "" }), RuleFileDamaged},
		{"shared texts cut", repacked(t, sound, "xl/sharedStrings.xml", func(s string) string { return s[:len(s)-20] }), RuleFileDamaged},
		{"a text that is not there", sheet(`t="s"><v>0<`, `t="s"><v>999<`), RuleFileDamaged},
		{"unknown entity", sheet(`<v>2006<`, `<v>&year;<`), RuleFileDamaged},
		{"document type", sheet(`<sheetData>`, `<!DOCTYPE x [<!ENTITY year "2006">]><sheetData>`), RuleFileDamaged},
		{"a cell twice", sheet(`r="B2"`, `r="A2"`), RuleFileDamaged},
		{"a row twice", sheet(`<row r="3"`, `<row r="2"`), RuleFileDamaged},
		{"a row beyond all", sheet(`<row r="4"`, `<row r="1048577"`), RuleFileDamaged},
		{"a number that is none", sheet(`<v>2006<`, `<v>20x6<`), RuleFileDamaged},
		{"a cell far to the right", sheet(`r="E2"`, `r="XFD2"`), RuleFileTooLarge},
		{"a row far down", sheet(`<row r="4"`, `<row r="1048576"`), "3 rows, 3 records"},
	} {
		if got := refusal(t, writeSource(t, "a.xlsx", c.data), trainees()); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func zipOf(t testing.TB, name, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A small archive that unpacks to an enormous one costs neither time nor memory.
func TestZipBombsAreRefusedAtOnce(t *testing.T) {
	sound := plainWorkbook(t)
	bomb := repacked(t, sound, sheetPart, func(s string) string {
		return strings.Replace(s, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 40<<20), 1)
	})
	parts := new(bytes.Buffer)
	w := zip.NewWriter(parts)
	for i := range maxParts + 1 {
		if _, err := w.Create(fmt.Sprintf("p%d", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	wide := repacked(t, sound, sheetPart, func(s string) string {
		var rows strings.Builder
		for i := 5; i < 3005; i++ {
			fmt.Fprintf(&rows, `<row r="%d"><c r="XFD%d" s="0"/></row>`, i, i)
		}
		return strings.Replace(s, "</sheetData>", rows.String()+"</sheetData>", 1)
	})
	liar := lyingSize(t, bomb)

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"blanks by the million", bomb, RuleFileTooLarge},
		{"thousands of parts", parts.Bytes(), RuleFileTooLarge},
		{"an archive that lies about sizes", liar, RuleFileDamaged},
		{"empty cells at the far right", wide, "3 rows, 3 records"},
	} {
		if got := refusal(t, writeSource(t, "a.xlsx", c.data), trainees()); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	runtime.ReadMemStats(&after)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
		t.Errorf("took %d MB", used>>20)
	}
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
		{"a hundred thousand columns", applications(), header + strings.Repeat("x;", 100_000) + "\n", RuleFileTooLarge},
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
			func(Record) error { return nil }, func([]Problem) error { return nil })
		var refused Refused
		if !errors.As(err, &refused) || refused.Row != want {
			t.Errorf("%q: got %v, want refused in row %d", text, err, want)
		}
	}
}

// Wherever a file is cut, its rows are accounted for or it is refused.
func TestFilesCutAnywhere(t *testing.T) {
	text := "Søknadsnr;Søker;Kull;Søkt dato;Merknad\r\n1;A-1;2009;01.03.2009;\"med\r\nlinjer og \"\"tegn\"\"\"\r\n2;Å-2;2009;02.03.2009;\r\n"
	for i := range len(text) {
		told(t, writeSource(t, "a.csv", []byte(text[:i])), applications())
	}
	workbook := plainWorkbook(t)
	for i := 0; i < len(workbook); i += 7 {
		if got := refusal(t, writeSource(t, "a.xlsx", workbook[:i]), trainees()); !strings.HasPrefix(got, "file.") {
			t.Errorf("cut at byte %d: got %s, want refused", i, got)
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
	rows, err := Read(ctx, path, applications(), testKey, func(Record) error { records++; cancel(); return nil }, nil)
	if !errors.Is(err, context.Canceled) || records != 1 || rows != 1 {
		t.Errorf("got %d rows, %d records, %v, want one and then canceled", rows, records, err)
	}
	full := errors.New("disk full")
	if _, err := Read(context.Background(), path, applications(), testKey, func(Record) error { return full }, nil); !errors.Is(err, full) {
		t.Errorf("got %v, want the error of the one who takes the records", err)
	}
}

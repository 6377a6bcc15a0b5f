package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readAny reads whatever bytes: nothing panics, and every row is accounted for
// or the file is refused.
func readAny(t *testing.T, name string, data []byte, m Mapping) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	handed := 0
	summary, err := Read(context.Background(), path, m, testKey,
		func(r Record) error {
			handed++
			if len(r.Values) != len(m.Feed.Fields) || r.Row < 1 {
				t.Errorf("got a record of %d values in row %d", len(r.Values), r.Row)
			}
			return nil
		},
		func(problems []Problem, _ []any) error {
			handed++
			for _, p := range problems {
				if holdsIdentityNumber(p.Text("nb")) || holdsIdentityNumber(p.Text("en")) {
					t.Errorf("a problem repeats an identity number")
				}
			}
			return nil
		})
	var refused Refused
	if err != nil && !errors.As(err, &refused) {
		t.Errorf("got %v, want no error or a refusal", err)
	}
	if err == nil && summary.Rows != handed {
		t.Errorf("got %d rows and %d handed over", summary.Rows, handed)
	}
}

func FuzzCSV(f *testing.F) {
	const header = "Søknadsnr;Søker;Kull;Søkt dato;Kjønn;Bosted\n"
	f.Add([]byte(header+"1;A-1;2009;01.03.2009;f;Smøla\n"), "")
	f.Add([]byte("sep=,\n"+header+"\"1\";A-1,2009\n\n;;;;\n"), "utf-8")
	f.Add([]byte(header+"1;\"A\n-1\";20\"09;31.02.2009;;Herøy\n9;018190 00049;;;;\n"), "")
	f.Add([]byte("\xff\xfeS\x00\xf8\x00k\x00"), "utf-16")
	f.Add([]byte("\xef\xbb\xbfS\xf8knadsnr\x00\r\r"), "windows-1252")
	f.Fuzz(func(t *testing.T, data []byte, encoding string) {
		m := applications()
		m.Format.Totals, m.Multi = []string{"Sum"}, map[string]string{"gender": ";"}
		if m.Format.Encoding = encoding; m.usable() != nil {
			m.Format.Encoding = ""
		}
		readAny(t, "a.csv", data, m)
		m.Format.HeaderRows = 2
		readAny(t, "a.csv", data, m)
	})
}

// FuzzSheet changes the part of a sound workbook that holds the rows: behind
// the checksums of an archive, changes of its bytes seldom reach the reader.
func FuzzSheet(f *testing.F) {
	sound := plainWorkbook(f)
	repacked(f, sound, sheetXML, func(text string) string {
		f.Add([]byte(text))
		return text
	})
	f.Add([]byte(`<worksheet><sheetData><row><c t="inlineStr"><is><r><t>Nr</t></r><rPh><t>x</t></rPh></is></c><c t="d"><v>2009-08-01</v></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<x:worksheet><x:sheetData><x:row r="7"><x:c r="ZZ7" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>`))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		data := repacked(t, sound, sheetXML, func(string) string { return string(sheet) })
		m := trainees()
		readAny(t, "a.xlsx", data, m)
		m.Format.HeaderRows = 2
		readAny(t, "a.xlsx", data, m)
	})
}

func FuzzXLSX(f *testing.F) {
	f.Add(plainWorkbook(f))
	f.Add(zipOf(f, "_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="a.xml"/></Relationships>`))
	f.Add(compound("EncryptedPackage"))
	f.Fuzz(func(t *testing.T, data []byte) { readAny(t, "a.xlsx", data, trainees()) })
}

func FuzzIdentityNumber(f *testing.F) {
	f.Add("Fnr 018190 00049.")
	f.Add("18190\u00a000049 1819000049")
	f.Fuzz(func(t *testing.T, text string) {
		if holdsIdentityNumber(text) {
			if shown, masked := show(text); !masked {
				t.Errorf("%q is shown as %q", text, shown)
			}
		}
	})
}

// standardRecords are the records by encoding/csv, up to the first that it does
// not take.
func standardRecords(text []byte, delimiter rune) (records [][]string, err error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter, -1
	for {
		record, err := r.Read()
		if err != nil {
			return records, err
		}
		records = append(records, record)
	}
}

// splitRecords are the same by our own splitter.
func splitRecords(text []byte, delimiter rune) (records [][]string, err error) {
	s := csvSplitter{text: bufio.NewReaderSize(bytes.NewReader(text), 16), delimiter: []byte(string(delimiter))}
	for {
		cells, err := s.next(nil)
		if err != nil {
			return records, err
		}
		record := make([]string, len(cells))
		for i, c := range cells {
			record[i] = c.text
		}
		records = append(records, record)
	}
}

// What encoding/csv takes, and the trick of Excel, is all that we take, and we
// divide it in the same way.
func checkSplitter(t *testing.T, text []byte, delimiter rune) {
	t.Helper()
	want, wantErr := standardRecords(text, delimiter)
	got, gotErr := splitRecords(text, delimiter)
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("%q: got %q\nwant %q", text, got, want)
	}
	var parse *csv.ParseError
	switch {
	case errors.Is(wantErr, io.EOF) && errors.Is(gotErr, io.EOF):
	case errors.Is(wantErr, csv.ErrBareQuote) && errors.Is(gotErr, errBareQuote):
	case errors.As(wantErr, &parse) && !errors.Is(wantErr, csv.ErrBareQuote) && errors.Is(gotErr, errOpenQuote):
	default:
		t.Errorf("%q: got %v, want %v", text, gotErr, wantErr)
	}
}

var splitterTexts = []string{
	"a;b;c\n\"1\n2\";\"x;\"\"y\"\"\";\n;;\n3;4;5;6\n",
	"", "\n\n", "\r\n", "\r", "a", "a\r", "a\r\n", "a\rb\n", "\"a\r\nb\"\r\n", "\"a\rb\"", "\"a\r", "\"\"", "\"\";\"\"", ";", ";\n",
	"a\"b\nc\n", "\"a\"b\n", "\"a", "\"a\n", "\"a\n\n", "\"a\n\r", "\"\"\"\"", "\"\"\"", "a;\"b\";c\"\n", "\"a\" ;b\n", " \"a\"\n",
	"aaaaaaaaaaaaaaaaaaaaaaaaa;bbbbbbbbbbbbbbbbbbbbbbbb;\"cccccccccccccc\ncccccccccccccccccc\"\nd\n",
}

func TestSplitterAgreesWithEncodingCSV(t *testing.T) {
	for _, text := range splitterTexts {
		for _, delimiter := range []rune{';', ',', '\t', '¦'} {
			checkSplitter(t, []byte(strings.ReplaceAll(text, ";", string(delimiter))), delimiter)
		}
	}
}

func FuzzSplitter(f *testing.F) {
	for _, text := range splitterTexts {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if bytes.Contains(text, []byte(`="`)) || len(text) > maxColumns { // which encoding/csv does not know
			return
		}
		checkSplitter(t, text, ';')
		checkSplitter(t, text, '¦')
	})
}

package ingest

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
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
	rows, err := Read(context.Background(), path, m, testKey,
		func(r Record) error {
			handed++
			if len(r.Values) != len(m.Feed.Fields) || r.Row < 1 {
				t.Errorf("got a record of %d values in row %d", len(r.Values), r.Row)
			}
			return nil
		},
		func(problems []Problem) error {
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
	if err == nil && rows != handed {
		t.Errorf("got %d rows and %d handed over", rows, handed)
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
		if m.Format.Encoding = encoding; m.usable() != nil {
			m.Format.Encoding = ""
		}
		readAny(t, "a.csv", data, m)
	})
}

// FuzzSheet changes the part of a sound workbook that holds the rows: behind
// the checksums of an archive, changes of its bytes seldom reach the reader.
func FuzzSheet(f *testing.F) {
	sound := plainWorkbook(f)
	repacked(f, sound, sheetPart, func(text string) string {
		f.Add([]byte(text))
		return text
	})
	f.Add([]byte(`<worksheet><sheetData><row><c t="inlineStr"><is><r><t>Nr</t></r><rPh><t>x</t></rPh></is></c><c t="d"><v>2009-08-01</v></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<x:worksheet><x:sheetData><x:row r="7"><x:c r="ZZ7" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>`))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		readAny(t, "a.xlsx", repacked(t, sound, sheetPart, func(string) string { return string(sheet) }), trainees())
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

// The rows of a file that encoding/csv takes as it is are the rows we read.
func TestReaderAgreesWithEncodingCSV(t *testing.T) {
	const text = "a;b;c\n\"1\n2\";\"x;\"\"y\"\"\";\n;;\n3;4;5;6\n"
	r := csv.NewReader(bytes.NewReader([]byte(text)))
	r.Comma, r.FieldsPerRecord = ';', -1
	want, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(writeSource(t, "a.csv", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	src, err := openCSV(f, Format{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	for i := range want {
		got, err := src.next()
		if err != nil {
			t.Fatal(err)
		}
		for j, w := range want[i] {
			if g := got.cells[j].text; g != w {
				t.Errorf("row %d, column %s: got %q, want %q", got.number, columnLetter(j), g, w)
			}
		}
	}
	if _, err := src.next(); !errors.Is(err, io.EOF) {
		t.Errorf("got %v, want the end", err)
	}
}

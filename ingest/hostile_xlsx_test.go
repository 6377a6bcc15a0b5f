package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

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

const sheetXML = "xl/worksheets/sheet1.xml"

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
		return repacked(t, sound, sheetXML, func(text string) string {
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
		{"cut in the archive", sound[:len(sound)/2], RuleFileCut},
		{"another kind of archive", zipOf(t, "notes.txt", "hei"), RuleFileOther},
		{"no workbook part", repacked(t, sound, "_rels/.rels", func(s string) string { return strings.ReplaceAll(s, "workbook.xml", "document.xml") }), RuleFileOther},
		{"no sheet part", repacked(t, sound, "xl/_rels/workbook.xml.rels", func(s string) string { return strings.ReplaceAll(s, "sheet1.xml", "sheet9.xml") }), RuleFilePart},
		{"sheet cut in an element", repacked(t, sound, sheetXML, func(s string) string { return s[:len(s)*2/3] }), RuleFileCut},
		{"sheet cut between rows", repacked(t, sound, sheetXML, func(s string) string { return s[:strings.LastIndex(s, "<row ")] }), RuleFileCut},
		{"sheet without anything", repacked(t, sound, sheetXML, func(string) string { return "" }), RuleFileCut},
		{"shared texts cut", repacked(t, sound, "xl/sharedStrings.xml", func(s string) string { return s[:len(s)-20] }), RuleFileCut},
		{"a text that is not there", sheet(`t="s"><v>0<`, `t="s"><v>999<`), RuleFileText},
		{"unknown entity", sheet(`<v>2006<`, `<v>&year;<`), RuleFileDamaged},
		{"document type", sheet(`<sheetData>`, `<!DOCTYPE x [<!ENTITY year "2006">]><sheetData>`), RuleFileDamaged},
		{"a cell twice", sheet(`r="B2"`, `r="A2"`), RuleFileOrder},
		{"a row twice", sheet(`<row r="3"`, `<row r="2"`), RuleFileOrder},
		{"a row beyond all", sheet(`<row r="4"`, `<row r="1048577"`), RuleFileOrder},
		{"a number that is none", sheet(`<v>2006<`, `<v>20x6<`), RuleFileDamaged},
		{"a number in hexadecimal", sheet(`<v>2006<`, `<v>0x7D6<`), RuleFileDamaged},
		{"no number at all", sheet(`<v>2006<`, `<v>NaN<`), RuleFileDamaged},
		{"a truth of three kinds", sheet(`<v>2006<`, `</v></c><c r="C2" t="b"><v>2<`), RuleFileDamaged},
		{"a type of cell nobody knows", sheet(`t="s"`, `t="q"`), RuleFileDamaged},
		{"a style that is no number", sheet(`t="s"`, `t="s" s="x"`), RuleFileDamaged},
		{"an attribute twice", sheet(`t="s"`, `t="s" t="s"`), RuleFileDamaged},
		{"a reference that is none", sheet(`r="B2"`, `r="2B"`), RuleFileDamaged},
		{"a cell of another row", sheet(`r="B2"`, `r="B3"`), RuleFileDamaged},
		{"a value twice", sheet(`<v>2006<`, `<v>2006</v><v>2007<`), RuleFileDamaged},
		{"a value beside its element", sheet(`<v>2006</v>`, `2006`), RuleFileDamaged},
		{"a cell in a cell", sheet(`<v>2006</v>`, `<c/>`), RuleFileDamaged},
		{"a cell beside the rows", sheet(`<row r="3"`, `<c/><row r="3"`), RuleFileDamaged},
		{"a row after the rows", sheet(`</sheetData>`, `</sheetData><row r="5"/>`), RuleFileDamaged},
		{"rows in two places", sheet(`</sheetData>`, `</sheetData><sheetData/>`), RuleFileDamaged},
		{"rows nowhere", sheet(`<sheetData>`, `<sheetDat>`), RuleFileDamaged},
		{"something after the sheet", sheet(`</worksheet>`, `</worksheet><x/>`), RuleFileDamaged},
		{"NUL", sheet(`<v>2006<`, "<v>2006\x00<"), RuleFileDamaged},
		{"elements in elements", sheet(`<sheetData>`, strings.Repeat("<a>", 100_000)+`<sheetData>`), RuleFileDamaged},
		{"a hundred thousand columns", sheet(`<row r="3"`, `<row r="3">`+strings.Repeat("<c><v>1</v></c>", 100_000)+`</row><row r="33"`), RuleFileColumns},
		{"a text of two million letters", sheet(`<v>2006</v>`, `<v>`+strings.Repeat("6", 2<<20)+`</v>`), RuleFileDamaged},
		{"the same part twice", zipOf(t, "a.xml", "x", "A.xml", "y"), RuleFileOrder},
		{"a part within a comment", sheet(`<v>2006<`, `<!-- <v>1999</v> --><v><![CDATA[2006]]><`), "3 rows, 3 records"},
		{"other names for the name space", repacked(t, sound, sheetXML, func(s string) string {
			return strings.NewReplacer("<?", "<?", "</", "</x:", "<", "<x:").Replace(strings.Replace(s, "xmlns=", "xmlns:x=", 1))
		}), "3 rows, 3 records"},
		{"attributes in another order", sheet(`r="A2" t="s"`, `t = 's' cm="1" r = "A2"`), "3 rows, 3 records"},
		{"a formula of another workbook", sheet(`<v>2006<`, `<f>'\\host\[x.xlsx]A'!B1</f><v>2006<`), "3 rows, 3 records"},
		{"a formula without a value", sheet(`<v>2006<`, `<f>WEBSERVICE("https://example.com")</f><v><`), "3 rows, 2 records"},
		{"a cell far to the right", sheet(`r="E2"`, `r="XFD2"`), RuleFileColumns},
		{"a row that its cells do not belong to", sheet(`<row r="4"`, `<row r="5"`), RuleFileDamaged},
		{"a row far down", repacked(t, sound, sheetXML, func(s string) string {
			at := strings.Index(s, `<row r="4"`)
			return s[:at] + strings.ReplaceAll(s[at:], `4"`, `1048576"`)
		}), "3 rows, 3 records"},
	} {
		if got := refusal(t, writeSource(t, "a.xlsx", c.data), trainees()); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// zipOf is an archive of parts, given by name and content in turn.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// smallParts are the parts of a workbook of one trainee, by name and content in
// turn, with nothing in it that could be left out.
func smallParts() []string {
	return []string{
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="book.xml"/></Relationships>`,
		"_rels/book.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/>` +
			`<Relationship Id="r2" Type="x/sharedStrings" Target="texts.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"book.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
		"styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"texts.xml", `<sst><si><t>Nr</t></si><si><t>Kull</t></si><si><t>Start</t></si><si><r><t>Planlagt </t></r><r><t>slutt</t></r></si></sst>`,
		"sheet.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>` +
			`<row r="2"><c r="A2" t="inlineStr"><is><t>T1</t></is></c><c r="B2"><v>2006</v></c><c r="C2" s="1"><v>38961</v></c><c r="D2" s="1"><v>39691</v></c></row></sheetData></worksheet>`,
	}
}

// Wherever a workbook, or one of the parts inside it, is cut, it is refused.
func TestWorkbooksCutAnywhere(t *testing.T) {
	path := writeSource(t, "a.xlsx", nil)
	read := func(data []byte) string {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return refusal(t, path, trainees())
	}
	parts := smallParts()
	whole := zipOf(t, parts...)
	if got, want := read(whole), "1 rows, 1 records"; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	for i := range whole {
		if got := read(whole[:i]); !strings.HasPrefix(got, "file.") {
			t.Errorf("cut at byte %d: got %s, want refused", i, got)
		}
	}
	for part := 0; part < len(parts); part += 2 {
		for i := range parts[part+1] {
			cut := smallParts()
			cut[part+1] = cut[part+1][:i]
			if got := read(zipOf(t, cut...)); !strings.HasPrefix(got, "file.") {
				t.Errorf("%s cut at byte %d: got %s, want refused", parts[part], i, got)
			}
		}
	}
}

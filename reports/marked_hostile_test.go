package reports_test

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/reports"
)

func TestHostileTextsInAMarkedFileStayText(t *testing.T) {
	for _, text := range hostile {
		m := marked(delivered(t))
		m.Name, m.Load.File, m.Load.Source, m.Load.Feed = text, text, text, text
		m.Rules = []reports.Rule{{Code: "enum", Name: text, Do: text}}
		for i := range m.Faults {
			m.Faults[i].Text = text
		}
		m.Faults = append(m.Faults, reports.Fault{Sheet: text, Row: 1, Column: text, Rule: text, Text: text}, reports.Fault{Rule: "enum"})
		lines := m
		lines.Original, lines.Lines = nil, []reports.Line{{Number: 1, Cells: []string{text}}, {Number: 5, Cells: []string{text, text}}}
		for _, m := range []reports.MarkedWorkbook{m, lines} {
			content := mark(t, m, metrics.Norwegian)
			checkPackage(t, content)
			f := opened(t, content)
			for _, sheet := range f.GetSheetList() {
				eachCell(t, f, sheet, func(at string, c place) {
					if c.formula != "" && c.formula != "SUM(C4:C9)" {
						t.Errorf("%s!%s: got formula %q", sheet, at, c.formula)
					}
				})
			}
		}
	}
}

func TestWorkbookThatCannotBeMarkedSaysSo(t *testing.T) {
	original := delivered(t)
	for name, spoil := range map[string]func(name string, part []byte) []byte{
		"cut off": func(name string, part []byte) []byte {
			if name == "xl/worksheets/sheet1.xml" {
				return part[:len(part)/2]
			}
			return part
		},
		"rows out of order": func(_ string, part []byte) []byte {
			return bytes.ReplaceAll(part, []byte(`<row r="5"`), []byte(`<row r="2"`))
		},
		"strict": func(_ string, part []byte) []byte {
			return bytes.ReplaceAll(part, []byte("http://schemas.openxmlformats.org/spreadsheetml/2006/main"), []byte("http://purl.oclc.org/ooxml/spreadsheetml/main"))
		},
		"no sheet": func(name string, part []byte) []byte {
			if name == "xl/_rels/workbook.xml.rels" {
				return bytes.ReplaceAll(part, []byte("sheet1.xml"), []byte("sheet9.xml"))
			}
			return part
		},
		"a masked formula": func(name string, part []byte) []byte {
			return bytes.Replace(part, []byte(`<c r="A7" t="s"><v>`), []byte(`<c r="A7" t="s"><f>A6</f><v>`), 1)
		},
		"a bomb": func(name string, part []byte) []byte {
			if name == "xl/worksheets/sheet1.xml" {
				return append(part, bytes.Repeat([]byte(" "), 193<<20)...)
			}
			return part
		},
	} {
		err := reports.Marked(&bytes.Buffer{}, marked(rewritten(t, original, spoil)), metrics.Norwegian)
		if !errors.Is(err, reports.ErrCannotMark) {
			t.Errorf("%s: got %v, want ErrCannotMark", name, err)
		}
	}
	for _, content := range [][]byte{nil, []byte("PK"), original[:len(original)/2]} {
		if err := reports.Marked(&bytes.Buffer{}, marked(content), metrics.Norwegian); !errors.Is(err, reports.ErrCannotMark) {
			t.Errorf("%d bytes: got %v, want ErrCannotMark", len(content), err)
		}
	}
}

// Programs write the same workbook in other ways: with a prefix to every element, without places in the cells, with other names
// of parts, without styles.
func TestOtherWaysToWriteAWorkbookAreMarkedToo(t *testing.T) {
	sheet := "xl/worksheets/sheet1.xml"
	element := regexp.MustCompile(`<(/?)([a-zA-Z]+)([ />])`)
	replace := func(part []byte, pattern, with string) []byte {
		return regexp.MustCompile(pattern).ReplaceAll(part, []byte(with))
	}
	for name, change := range map[string]func(parts map[string][]byte){
		"prefix": func(parts map[string][]byte) {
			for _, name := range []string{sheet, "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml", "xl/comments1.xml"} {
				part := element.ReplaceAll(parts[name], []byte("<${1}x:$2$3"))
				parts[name] = bytes.Replace(part, []byte(` xmlns="http://schemas.openxmlformats.org/spreadsheetml`), []byte(` xmlns:x="http://schemas.openxmlformats.org/spreadsheetml`), 1)
			}
		},
		"no places": func(parts map[string][]byte) {
			parts[sheet] = replace(replace(parts[sheet], `<c r="[A-E][45789]"`, "<c"), `<dimension[^>]*>(</dimension>)?`, "")
		},
		"other names": func(parts map[string][]byte) {
			for from, to := range map[string]string{"xl/comments1.xml": "xl/comments/comment1.xml", "xl/drawings/vmlDrawing1.vml": "xl/drawings/commentsDrawing1.vml"} {
				parts[to] = parts[from]
				delete(parts, from)
				parts["[Content_Types].xml"] = bytes.ReplaceAll(parts["[Content_Types].xml"], []byte("/"+from), []byte("/"+to))
				rels := "xl/worksheets/_rels/sheet1.xml.rels"
				parts[rels] = bytes.ReplaceAll(parts[rels], []byte(strings.Replace(from, "xl/", "../", 1)), []byte("/"+to))
			}
		},
		"no styles": func(parts map[string][]byte) {
			delete(parts, "xl/styles.xml")
			parts["[Content_Types].xml"] = replace(parts["[Content_Types].xml"], `<Override PartName="/xl/styles.xml"[^>]*>(</Override>)?`, "")
			parts["xl/_rels/workbook.xml.rels"] = replace(parts["xl/_rels/workbook.xml.rels"], `<Relationship [^>]*styles.xml"[^>]*>(</Relationship>)?`, "")
			parts[sheet] = replace(replace(parts[sheet], ` s="\d+"`, ""), `<conditionalFormatting.*</conditionalFormatting>`, "")
		},
		"no remarks": func(parts map[string][]byte) {
			delete(parts, "xl/comments1.xml")
			delete(parts, "xl/drawings/vmlDrawing1.vml")
			parts["[Content_Types].xml"] = replace(parts["[Content_Types].xml"], `<Override PartName="/xl/comments1.xml"[^>]*>(</Override>)?`, "")
			rels := "xl/worksheets/_rels/sheet1.xml.rels"
			parts[rels] = replace(parts[rels], `<Relationship [^>]*(comments1.xml|vmlDrawing1.vml)"[^>]*>(</Relationship>)?`, "")
			parts[sheet] = replace(parts[sheet], `<legacyDrawing [^>]*>(</legacyDrawing>)?`, "")
		},
		"empty tags": func(parts map[string][]byte) {
			parts[sheet] = replace(replace(parts[sheet], `<row r="6".*?</row>`, `<row r="6" spans="1:4" />`), `<row r="2"></row>`, "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			parts := partsOf(t, delivered(t))
			change(parts)
			content := mark(t, marked(packed(t, parts)), metrics.Norwegian)
			if name == "prefix" { // the check itself knows no prefixes
				for part, content := range partsOf(t, content) {
					if err := wellFormed(content); err != nil {
						t.Errorf("%s: %v", part, err)
					}
				}
			} else {
				checkPackage(t, content)
				checkNotes(t, content)
			}
			f := opened(t, content)
			if got := hatchedCells(t, f, applicants, "B5", "C5", "D6", "A7", "C8", "D5", "A6"); !slices.Equal(got, []string{"B5", "C5", "D6", "A7", "C8"}) {
				t.Errorf("got hatched %v", got)
			}
			if got := read(t, f, applicants, "F5").text; got != "Avvist: se kolonne B, C." {
				t.Errorf("got %q", got)
			}
			if got := comments(t, f, applicants); len(got) != 5 || !strings.HasPrefix(got["C5"], "Rad 5, kolonne C: datoen") {
				t.Errorf("got remarks %v", got)
			}
		})
	}
}

package ingest

import (
	"archive/zip"
	"errors"
	"os"
	"path"
	"strings"
)

// workbook is an open xlsx file: the archive and what its sheets need.
type workbook struct {
	archive  *zip.Reader
	folder   string    // in the archive, where the workbook part is
	parts    relations // of the workbook part to the others
	sheets   []sheetEntry
	date1904 bool
	texts    textTable // shared by all cells
	formats  []numberFormat
}

type sheetEntry struct {
	Name string `xml:"name,attr"`
	ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	// In the strict variant of the standard the attribute has another name space.
	StrictID string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
}

// openXLSX opens a workbook at the first of the sheets that the format names.
//
// The sheets are read here and not through a library because an export must
// not lose a row without a word: a sheet cut off in the middle, a text that is
// not there, a cell that stands twice are refused, nothing is unpacked to disk,
// and one pass gives both the number in a cell and the text a person sees.
func openXLSX(f *os.File, format Format) (source, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if err := checkNoOldFormat(f); err != nil {
		return nil, err
	}
	archive, err := openArchive(f, info.Size())
	var refused Refused
	if errors.As(err, &refused) {
		return nil, err
	}
	if err != nil {
		return nil, notWorkbook(f)
	}
	w := &workbook{archive: archive}
	if err := w.readParts(); err != nil {
		return nil, err
	}
	for _, s := range w.sheets {
		if holdsIdentityNumber(s.Name) {
			return nil, Refused{Problem{Sheet: hideDigits(s.Name), Rule: RuleIdentityName, Masked: true}}
		}
	}
	sheets, err := w.sheetParts(format.Sheet)
	if err != nil {
		return nil, err
	}
	return openSheets(f, w, sheets)
}

// relations are the names of parts by id, and by the last word of their type.
type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

func (r relations) target(id, kind, folder string) string {
	for _, rel := range r.List {
		if (id == "" || rel.ID == id) && path.Base(rel.Type) == kind {
			if strings.HasPrefix(rel.Target, "/") {
				return rel.Target[1:]
			}
			return path.Join(folder, rel.Target)
		}
	}
	return ""
}

// readParts reads the parts that describe the sheets.
func (w *workbook) readParts() error {
	var root relations
	if err := w.decodePart("_rels/.rels", &root); err != nil {
		return Refused{Problem{Rule: RuleFileOther}} // another kind of zip
	}
	name := root.target("", "officeDocument", "")
	if !strings.HasSuffix(name, ".xml") || path.Base(name) == "document.xml" {
		return Refused{Problem{Rule: RuleFileOther}} // .xlsb, .docx
	}
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []sheetEntry `xml:"sheets>sheet"`
	}
	if err := w.decodePart(name, &book); err != nil {
		return err
	}
	w.folder = path.Dir(name)
	w.sheets = book.Sheets
	w.date1904 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"

	rels := path.Join(w.folder, "_rels", path.Base(name)+".rels")
	if err := w.decodePart(rels, &w.parts); err != nil {
		return err
	}
	var err error
	if styles := w.parts.target("", "styles", w.folder); styles != "" {
		if w.formats, err = w.readFormats(styles); err != nil {
			return err
		}
	}
	if texts := w.parts.target("", "sharedStrings", w.folder); texts != "" {
		w.texts, err = w.readTexts(texts)
	}
	return err
}

// sheetParts are the sheets of that name, or of all names that the pattern
// matches, in the order of the workbook. Without a name it is the first sheet.
// Only sheets that hold cells and not a chart count. Hidden ones do: what is
// out of sight is still data.
func (w *workbook) sheetParts(name string) ([]namedPart, error) {
	var all, found []namedPart
	var names []string
	for _, s := range w.sheets {
		part := w.parts.target(s.ID+s.StrictID, "worksheet", w.folder)
		if part == "" {
			continue
		}
		all, names = append(all, namedPart{s.Name, part}), append(names, s.Name)
		if matchesPattern(foldedKey(name), foldedKey(s.Name)) {
			found = append(found, namedPart{s.Name, part})
		}
	}
	switch {
	case len(all) == 0:
		return nil, Refused{Problem{Rule: RuleFileNoSheets}}
	case name == "":
		return all[:1], nil
	case len(found) == 0:
		return nil, Refused{Problem{Sheet: name, Rule: RuleSheetMissing, Allowed: strings.Join(names, ", ")}}
	case !isPattern(name):
		return found[:1], nil
	}
	return found, nil
}

// isPattern says whether a name stands for several: no sheet may have these
// characters in its own.
func isPattern(name string) bool { return strings.ContainsAny(name, "*?") }

// matchesPattern says whether the whole text is as the pattern says, in which *
// stands for any characters and ? for one.
func matchesPattern(pattern, text string) bool {
	p, t := []rune(pattern), []rune(text)
	i, j, star, from := 0, 0, -1, 0
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, from = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i++
			j++
		case star >= 0: // let the last star stand for one character more
			from++
			i, j = star+1, from
		default:
			return false
		}
	}
	return strings.Trim(string(p[i:]), "*") == ""
}

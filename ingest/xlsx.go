package ingest

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path"
	"strings"
)

// Limits on a workbook. A workbook is a zip archive, in which a small file can
// unpack to an enormous one.
const (
	maxParts       = 2000      // files in the archive
	maxPartBytes   = 1 << 30   // of the sheet, which is streamed
	maxTextBytes   = 128 << 20 // of the shared texts, which are held
	maxRatio       = 200       // unpacked to packed, for parts that are not small
	smallPartBytes = 16 << 20
	maxColumns     = 2048

	tooManyColumns = "2048 columns"
)

// workbook is an open xlsx file: the archive and what its sheets need.
type workbook struct {
	archive  *zip.Reader
	folder   string    // in the archive, where the workbook part is
	parts    relations // of the workbook part to the others
	sheets   []sheetEntry
	date1904 bool
	texts    []string // shared by all cells
	formats  []numberFormat
}

type sheetEntry struct {
	Name string `xml:"name,attr"`
	ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	// In the strict variant of the standard the attribute has another name space.
	StrictID string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
}

// openXLSX opens a workbook at one of its sheets.
//
// The sheet is read here and not through a library because an export must not
// lose a row without a word: a sheet cut off in the middle, a text that is not
// there, a cell that stands twice are refused, nothing is unpacked to disk, and
// one pass gives both the number in a cell and the text a person sees.
func openXLSX(f *os.File, format Format) (source, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if err := checkNoOldFormat(f); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, notWorkbook(f)
	}
	w := &workbook{archive: archive}
	if err := w.checkSizes(); err != nil {
		return nil, err
	}
	if err := w.readParts(); err != nil {
		return nil, err
	}
	for _, s := range w.sheets {
		if holdsIdentityNumber(s.Name) {
			return nil, Refused{Problem{Sheet: hideDigits(s.Name), Rule: RuleIdentityName, Masked: true}}
		}
	}
	name, part, err := w.sheetPart(format.Sheet)
	if err != nil {
		return nil, err
	}
	return openSheet(f, w, name, part)
}

// checkSizes believes what the archive says of itself: the reader of a part
// fails when it turns out larger.
func (w *workbook) checkSizes() error {
	if len(w.archive.File) > maxParts {
		return Refused{Problem{Rule: RuleFileTooLarge, Allowed: "2000 parts"}}
	}
	for _, part := range w.archive.File {
		size := part.UncompressedSize64
		if size > maxPartBytes || size > smallPartBytes && size/maxRatio > part.CompressedSize64 {
			return Refused{Problem{Rule: RuleFileTooLarge, Allowed: "1 GB"}}
		}
	}
	return nil
}

func damaged() error { return Refused{Problem{Rule: RuleFileDamaged}} }

// part opens a part of the archive by its name. Writers do not agree on case.
func (w *workbook) part(name string) (io.ReadCloser, bool) {
	for _, p := range w.archive.File {
		if strings.EqualFold(strings.ReplaceAll(p.Name, `\`, "/"), name) {
			if r, err := p.Open(); err == nil {
				return r, true
			}
		}
	}
	return nil, false
}

// decodePart reads a whole part into v.
func (w *workbook) decodePart(name string, v any) error {
	r, ok := w.part(name)
	if !ok {
		return damaged()
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, maxTextBytes)).Decode(v); err != nil {
		return damaged()
	}
	return nil
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
		return Refused{Problem{Rule: RuleFileFormat, Allowed: "xlsx"}} // another kind of zip
	}
	name := root.target("", "officeDocument", "")
	if !strings.HasSuffix(name, ".xml") || path.Base(name) == "document.xml" {
		return Refused{Problem{Rule: RuleFileFormat, Allowed: "xlsx"}} // .xlsb, .docx
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

// sheetPart is the name of a sheet and of its part. Without a name it is the
// first sheet that holds cells and not a chart.
func (w *workbook) sheetPart(name string) (string, string, error) {
	var names []string
	for _, s := range w.sheets {
		part := w.parts.target(s.ID+s.StrictID, "worksheet", w.folder)
		if part == "" {
			continue
		}
		if name == "" || headerKey(s.Name) == headerKey(name) {
			return s.Name, part, nil
		}
		names = append(names, s.Name)
	}
	if len(names) == 0 {
		return "", "", damaged()
	}
	return "", "", Refused{Problem{Sheet: name, Rule: RuleSheetMissing, Allowed: strings.Join(names, ", ")}}
}

// asRefused is the error of reading a part: whatever is wrong with it, the
// file is damaged.
func asRefused(err error, r Problem) error {
	var refused Refused
	if errors.As(err, &refused) {
		return err
	}
	r.Rule = RuleFileDamaged
	return Refused{r}
}

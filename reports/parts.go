package reports

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// parts holds the parts of the file until all are there, and then writes them in a fixed order and form: the library writes
// some of them in the order of a map, which differs from run to run.
type parts struct {
	out       io.Writer
	byName    map[string]*bytes.Buffer
	errorBars map[string]errorBars // by the name of the chart's part
	filtered  map[string]bool      // the names of the tables that can be filtered
	kept      map[string][]byte    // given the parts in place of out, when there is one
}

// newParts makes the writer of the book's parts.
func (b *book) newParts(w io.Writer) excelize.ZipWriter {
	return &parts{out: w, byName: map[string]*bytes.Buffer{}, errorBars: b.errorBars, filtered: b.filtered}
}

// parts are the parts of the book in their final form, by name.
func (b *book) parts() (map[string][]byte, error) {
	kept := map[string][]byte{}
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter {
		return &parts{out: w, byName: map[string]*bytes.Buffer{}, errorBars: b.errorBars, filtered: b.filtered, kept: kept}
	})
	return kept, b.file.Write(io.Discard)
}

// bytes is the finished book.
func (b *book) bytes() ([]byte, error) {
	var content bytes.Buffer
	b.file.SetZipWriter(b.newParts)
	err := b.file.Write(&content)
	return content.Bytes(), err
}

// Create returns where the part is written.
func (p *parts) Create(name string) (io.Writer, error) {
	p.byName[name] = &bytes.Buffer{}
	return p.byName[name], nil
}

// AddFS is asked for by the library and never called.
func (p *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

const contentTypes = "[Content_Types].xml"

// Close writes the parts: the list of their types first, as readers expect, then by name, without times.
func (p *parts) Close() error {
	var names []string
	for name := range p.byName {
		names = append(names, name)
	}
	slices.SortFunc(names, inPackage)
	if p.kept != nil {
		for _, name := range names {
			p.kept[name] = p.settled(name)
		}
		return nil
	}
	z := zip.NewWriter(p.out)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := w.Write(p.settled(name)); err != nil {
			return err
		}
	}
	return z.Close()
}

// inPackage is the order of the parts in the file.
func inPackage(a, b string) int {
	if (a == contentTypes) != (b == contentTypes) {
		if a == contentTypes {
			return -1
		}
		return 1
	}
	return strings.Compare(a, b)
}

var (
	typeEntry = regexp.MustCompile(`<(Default|Override) [^>]*>(</(Default|Override)>)?`)
	// A formula's stored result: the library says that every one is a text. All formulas of ours give numbers, and a text that
	// looked like this would be escaped.
	textResult = []byte(` t="str"><f>`)

	tableName   = regexp.MustCompile(`<table [^>]*\bname="([^"]*)"`)
	tableFilter = regexp.MustCompile(`<autoFilter [^>]*>(</autoFilter>)?`)
)

// settled is the part in the form in which it is written.
func (p *parts) settled(name string) []byte {
	content := p.byName[name].Bytes()
	switch {
	case name == contentTypes:
		entries := typeEntry.FindAll(content, -1)
		first := typeEntry.FindIndex(content)[0]
		slices.SortFunc(entries, bytes.Compare)
		return slices.Concat(content[:first], bytes.Join(entries, nil), []byte("</Types>"))
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return bytes.ReplaceAll(content, textResult, []byte(`><f>`))
	case strings.HasPrefix(name, "xl/tables/"):
		if m := tableName.FindSubmatch(content); m != nil && !p.filtered[string(m[1])] {
			return tableFilter.ReplaceAll(content, nil)
		}
	}
	if bars, ok := p.errorBars[name]; ok {
		return bytes.Replace(content, []byte("<cat>"), []byte(bars.xml()+"<cat>"), 1)
	}
	return content
}

package reports

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// parts holds the parts of the file until all are there, so that they can be written in a fixed order and form: the library
// writes some of them in the order of a map, which differs from run to run.
type parts struct {
	byName    map[string]*bytes.Buffer
	errorBars map[string]errorBars // by the name of the chart's part
	filtered  map[string]bool      // the names of the tables that can be filtered
	scatters  map[string]scatter   // by the name of the chart's part
	flows     map[string]flow      // by the name of the sheet's part
}

// made has the library make the parts of the book.
func (b *book) made() (*parts, error) {
	p := &parts{byName: map[string]*bytes.Buffer{}, errorBars: b.errorBars, filtered: b.filtered, scatters: b.scatters, flows: b.flows}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return p })
	return p, b.file.Write(io.Discard)
}

// parts are the parts of the book in their final form, by name.
func (b *book) parts() (map[string][]byte, error) {
	p, err := b.made()
	settled := map[string][]byte{}
	for name := range p.byName {
		settled[name] = p.settled(name)
	}
	return settled, err
}

// bytes is the finished book.
func (b *book) bytes() ([]byte, error) {
	var content bytes.Buffer
	err := b.pack(&content)
	return content.Bytes(), err
}

// pack writes the finished book.
func (b *book) pack(w io.Writer) error {
	p, err := b.made()
	if err != nil {
		return err
	}
	return p.write(w)
}

// Create returns where the part is written.
func (p *parts) Create(name string) (io.Writer, error) {
	p.byName[name] = &bytes.Buffer{}
	return p.byName[name], nil
}

// AddFS is asked for by the library and never called.
func (p *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// packing is how hard the parts are packed, 1 to 9: beyond it files get slower and hardly smaller.
const packing = 6

// Close is called when all parts are there.
func (p *parts) Close() error { return nil }

// write writes the parts: the list of their types first, as readers expect, then by name, without times.
func (p *parts) write(w io.Writer) error {
	packer, err := flate.NewWriter(io.Discard, packing)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { // one for all parts, which come one after the other
		packer.Reset(w)
		return packer, nil
	})
	for _, name := range slices.SortedFunc(maps.Keys(p.byName), inPackage) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if err := p.writePart(w, name); err != nil {
			return err
		}
	}
	return z.Close()
}

// writePart writes the part, with the rows of a long sheet where they belong.
func (p *parts) writePart(w io.Writer, name string) error {
	before, after := p.settled(name), []byte(nil)
	rows, long := p.flows[name]
	if long {
		end := bytes.LastIndex(before, []byte("</sheetData>"))
		before, after = before[:end], before[end:]
	}
	_, err := w.Write(before)
	if err == nil && long {
		err = rows.write(w)
	}
	if err == nil {
		_, err = w.Write(after)
	}
	return err
}

const contentTypes = "[Content_Types].xml"

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

	// What follows the intervals of a series.
	valuesBegin = regexp.MustCompile(`<(cat|xVal)>`)

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
	if scatter, ok := p.scatters[name]; ok {
		content = scatter.completed(content)
	}
	if bars, ok := p.errorBars[name]; ok {
		at := valuesBegin.FindIndex(content)[0]
		return slices.Concat(content[:at], []byte(bars.xml()), content[at:])
	}
	return content
}

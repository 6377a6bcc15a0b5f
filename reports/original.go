package reports

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Limits on a workbook that somebody else made. The reader of the data has refused what goes beyond its own; these keep the
// memory of the marking within bounds.
const (
	maxOriginalParts = 2000
	maxPartBytes     = 192 << 20 // of a part that is changed, unpacked
)

// original is a workbook as it was delivered. Only the parts that are changed are ever unpacked; all others are copied as they
// are packed, so that nothing in them is lost, changed or computed.
type original struct {
	byKey    map[string]*zip.File // by name in small letters: names of parts differ by more than case
	changed  map[string][]byte    // by name: parts that are new or other than they were
	workbook string               // the name of the main part
	sheets   []originalSheet
	styles   string // the name of the part, "" when there is none
	strings  string // of the texts that cells share
}

type originalSheet struct{ name, part string }

func cannotMark(why string) error { return fmt.Errorf("%w: %s", ErrCannotMark, why) }

// openOriginal reads as much of the workbook as it takes to know its sheets.
func openOriginal(r io.ReaderAt, size int64) (*original, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, cannotMark("no zip file")
	}
	o := &original{byKey: map[string]*zip.File{}, changed: map[string][]byte{}}
	for _, file := range archive.File {
		name := partName(file.Name)
		switch {
		case strings.HasSuffix(file.Name, "/"):
			continue
		case len(o.byKey) == maxOriginalParts:
			return nil, cannotMark("too many parts")
		case o.byKey[strings.ToLower(name)] != nil || file.Flags&1 != 0 || file.Method != zip.Store && file.Method != zip.Deflate:
			return nil, cannotMark("a part that is there twice, or locked")
		}
		o.byKey[strings.ToLower(name)] = file
	}
	if err := o.findSheets(); err != nil {
		return nil, err
	}
	return o, nil
}

// findSheets follows the relations from the package to the workbook and from there to its sheets.
func (o *original) findSheets() error {
	_, relations, err := o.relations("")
	if err != nil {
		return err
	}
	for _, r := range relations {
		if r.is("officeDocument") {
			o.workbook = r.target
		}
	}
	content, root, err := o.tree(o.workbook)
	if err != nil {
		return err
	}
	if bytes.Contains(content, []byte("purl.oclc.org/ooxml")) {
		return cannotMark("the strict variant of the format")
	}
	if _, relations, err = o.relations(o.workbook); err != nil {
		return err
	}
	parts := map[string]string{}
	for _, r := range relations {
		parts[r.id] = r.target
		switch {
		case r.is("styles"):
			o.styles = r.target
		case r.is("sharedStrings"):
			o.strings = r.target
		}
	}
	list := root.child("sheets")
	if list == nil || len(list.children) == 0 {
		return cannotMark("no sheets")
	}
	for _, sheet := range list.children {
		id := sheet.attribute("id")
		if o.byKey[strings.ToLower(parts[id])] == nil {
			return cannotMark("a sheet that is not there")
		}
		o.sheets = append(o.sheets, originalSheet{sheet.attribute("name"), parts[id]})
	}
	return nil
}

// sheetNames are the names of the sheets, in their order.
func (o *original) sheetNames() []string {
	var names []string
	if o != nil {
		for _, s := range o.sheets {
			names = append(names, s.name)
		}
	}
	return names
}

// asSheets are the sheets as far as their names are taken.
func (o *original) asSheets() []*sheet {
	var sheets []*sheet
	for _, name := range o.sheetNames() {
		sheets = append(sheets, &sheet{name: name})
	}
	return sheets
}

// has says whether the workbook has the part.
func (o *original) has(name string) bool {
	return o.changed[name] != nil || o.byKey[strings.ToLower(name)] != nil
}

// read unpacks the part, as it is by now.
func (o *original) read(name string) ([]byte, error) {
	if content, ok := o.changed[name]; ok {
		return content, nil
	}
	file := o.byKey[strings.ToLower(name)]
	if file == nil {
		return nil, cannotMark("a part that is not there")
	}
	r, err := file.Open()
	if err != nil {
		return nil, cannotMark("a part that cannot be unpacked")
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, maxPartBytes+1))
	switch {
	case err != nil:
		return nil, cannotMark("a part that cannot be unpacked")
	case len(content) > maxPartBytes:
		return nil, cannotMark("a part that is too large")
	}
	return content, nil
}

// head is the beginning of the part.
func (o *original) head(name string, size int64) ([]byte, error) {
	file := o.byKey[strings.ToLower(name)]
	r, err := file.Open()
	if err != nil {
		return nil, cannotMark("a part that cannot be unpacked")
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, size))
}

// partsIn are the names of the parts in the folder, in order.
func (o *original) partsIn(folder string) []string {
	var names []string
	for _, file := range o.byKey {
		if name := partName(file.Name); o.changed[name] == nil {
			names = append(names, name)
		}
	}
	names = slices.AppendSeq(names, maps.Keys(o.changed))
	names = slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, folder) })
	slices.Sort(names)
	return names
}

// tree reads a small part as XML.
func (o *original) tree(name string) ([]byte, *node, error) {
	content, err := o.read(name)
	if err != nil {
		return nil, nil, err
	}
	root, err := parse(content)
	if err != nil {
		return nil, nil, cannotMark(err.Error())
	}
	return content, root, nil
}

// change keeps the part as it is from now on.
func (o *original) change(name string, content []byte) {
	if file := o.byKey[strings.ToLower(name)]; file != nil {
		name = partName(file.Name)
	}
	o.changed[name] = content
}

// free is a name that no part has: the pattern with the first number, from 1, that makes one.
func (o *original) free(pattern string) string {
	for i := 1; ; i++ {
		if name := fmt.Sprintf(pattern, i); !o.has(name) {
			return name
		}
	}
}

// partName is a name in the archive as a name of a part.
func partName(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

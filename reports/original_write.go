package reports

import (
	"archive/zip"
	"io"
	"maps"
	"slices"
)

// write writes the workbook: the list of types first, the others by name.
func (o *original) write(w io.Writer) error {
	unchanged := map[string]*zip.File{}
	names := slices.Collect(maps.Keys(o.changed))
	for _, file := range o.byKey {
		if name := partName(file.Name); o.changed[name] == nil {
			unchanged[name] = file
			names = append(names, name)
		}
	}
	slices.SortFunc(names, inPackage)
	z := zip.NewWriter(w)
	for _, name := range names {
		if err := copyPart(z, name, o.changed[name], unchanged[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

// copyPart writes the content, or the part of the other file as it is packed, without its time.
func copyPart(z *zip.Writer, name string, content []byte, from *zip.File) error {
	if from == nil {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(content)
		}
		return err
	}
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: from.Method, CRC32: from.CRC32,
		CompressedSize64: from.CompressedSize64, UncompressedSize64: from.UncompressedSize64,
	})
	if err != nil {
		return err
	}
	r, err := from.OpenRaw()
	if err != nil {
		return cannotMark("a part that cannot be read")
	}
	_, err = io.Copy(w, r)
	return err
}

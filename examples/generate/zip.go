package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"sort"
)

// plainZip writes the parts of a workbook sorted by name and uncompressed. The bytes then depend on nothing but the content: not on
// the order of the parts, not on the clock, and not on how the next version of Go compresses.
type plainZip struct {
	w     io.Writer
	parts []part
}

type part struct {
	name    string
	content *bytes.Buffer
}

func (z *plainZip) Create(name string) (io.Writer, error) {
	p := part{name, new(bytes.Buffer)}
	z.parts = append(z.parts, p)
	return p.content, nil
}

func (z *plainZip) AddFS(fs.FS) error { return errors.New("plainZip: no folders") }

func (z *plainZip) Close() error {
	// A reader may want the list of content types first, and capitals and brackets do not sort before "_rels" by themselves.
	sort.Slice(z.parts, func(i, j int) bool {
		a, b := z.parts[i].name, z.parts[j].name
		if (a == "[Content_Types].xml") != (b == "[Content_Types].xml") {
			return a == "[Content_Types].xml"
		}
		return a < b
	})
	zw := zip.NewWriter(z.w)
	for _, p := range z.parts {
		w, err := zw.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := w.Write(p.content.Bytes()); err != nil {
			return err
		}
	}
	return zw.Close()
}

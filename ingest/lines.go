package ingest

import (
	"errors"
	"io"
)

// Line is one record of a text file as it stands there.
type Line struct {
	Number int // of the line that it begins on, from 1
	Cells  []string
}

// Lines hands over the records of a csv file, title rows and headers included,
// as they stand: nothing is checked and nothing left out but empty records. It
// serves to give a supplier the file back, and for nothing else.
func Lines(path string, format Format, yield func(Line) error) error {
	src, err := open(path, format)
	if err != nil {
		return err
	}
	defer src.Close()
	for {
		r, err := src.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line := Line{Number: r.number}
		for _, cell := range r.cells {
			line.Cells = append(line.Cells, cell.text)
		}
		if err := yield(line); err != nil {
			return err
		}
	}
}

package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Limits on a workbook. A workbook is a zip archive, in which a small file can
// unpack to an enormous one.
const (
	maxParts       = 2000      // files in the archive
	maxDirectory   = 2 << 20   // bytes of its table of contents
	maxPartBytes   = 1 << 30   // of a sheet, which is streamed
	maxTextBytes   = 128 << 20 // of the shared texts, which are held
	maxDescription = 16 << 20  // of the parts that describe the others
	maxRatio       = 200       // unpacked to packed, for parts that are not small
	smallPartBytes = 16 << 20
	maxColumns     = 2048

	// The same for a reader.
	tooManyColumns = "2048"
	tooManyParts   = "2000"
	tooTight       = "200"
)

// openArchive opens the file as a zip archive of honest size.
func openArchive(f io.ReaderAt, size int64) (*zip.Reader, error) {
	if err := checkDirectory(f, size); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(f, size)
	if err != nil {
		return nil, err
	}
	return archive, checkSizes(archive)
}

// checkDirectory looks at where the archive says its table of contents is,
// before that is read into memory: a file of a gigabyte can hold nothing else.
// Archives in the format for more than four gigabytes are too large as well.
func checkDirectory(f io.ReaderAt, size int64) error {
	const length, locator = 22, 20 // of the records at the end
	tail := make([]byte, min(size, locator+length+1<<16))
	from := size - int64(len(tail))
	if _, err := f.ReadAt(tail, from); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail) < at+length {
		return nil // not an archive, as its reader will say
	}
	end := tail[at:]
	parts := binary.LittleEndian.Uint16(end[10:])
	bytesSaid := binary.LittleEndian.Uint32(end[12:])
	bytesLeft := from + int64(at) - int64(binary.LittleEndian.Uint32(end[16:]))
	large := at >= locator && bytes.HasPrefix(tail[at-locator:], []byte("PK\x06\x07"))
	if parts > maxParts || bytesSaid > maxDirectory || bytesLeft > maxDirectory || large {
		return Refused{Problem{Rule: RuleFileParts, Allowed: tooManyParts}}
	}
	return nil
}

// checkSizes believes what the archive says of itself: the reader of a part
// fails when it turns out larger.
func checkSizes(archive *zip.Reader) error {
	if len(archive.File) > maxParts {
		return Refused{Problem{Rule: RuleFileParts, Allowed: tooManyParts}}
	}
	names := map[string]bool{}
	for _, part := range archive.File {
		name := partName(part.Name)
		if names[name] { // one of the two would be lost
			return Refused{Problem{Rule: RuleFileOrder}}
		}
		names[name] = true
		size := part.UncompressedSize64
		switch {
		case size > maxPartBytes:
			return Refused{Problem{Rule: RuleFileTooLarge, Allowed: "1 GB"}}
		case size > smallPartBytes && size/maxRatio > part.CompressedSize64:
			return Refused{Problem{Rule: RuleFilePacked, Allowed: tooTight}}
		}
	}
	return nil
}

// partName is the name of a part as it is compared. Writers agree neither on
// case nor on slashes.
func partName(name string) string { return strings.ToLower(strings.ReplaceAll(name, `\`, "/")) }

// part opens a part of the archive by its name.
func (w *workbook) part(name string) (io.ReadCloser, bool) {
	for _, p := range w.archive.File {
		if partName(p.Name) == partName(name) {
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
		return partMissing(name)
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, maxDescription)).Decode(v); err != nil {
		var syntax *xml.SyntaxError
		if errors.Is(err, io.EOF) || errors.As(err, &syntax) && syntax.Msg == "unexpected EOF" {
			err = errCut
		}
		return asRefused(err, Problem{})
	}
	return nil
}

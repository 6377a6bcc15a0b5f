package ingest

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"unicode/utf16"
)

// The first bytes of the archives and of the compound files of Microsoft.
var zipSignature, compoundSignature = []byte("PK\x03\x04"), []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

func startOf(f *os.File) []byte {
	start := make([]byte, 8)
	n, _ := f.ReadAt(start, 0) // a short or unreadable file has no signature
	return start[:n]
}

// checkNoWorkbook refuses a workbook where text is expected.
func checkNoWorkbook(f *os.File) error {
	if bytes.HasPrefix(startOf(f), zipSignature) {
		return Refused{Problem{Rule: RuleFileFormat, Allowed: "csv"}}
	}
	return checkNoOldFormat(f)
}

// checkNoOldFormat refuses the compound files: workbooks before 2007, and
// encrypted workbooks of any year, which hide in the same kind of file.
func checkNoOldFormat(f *os.File) error {
	if !bytes.Equal(startOf(f), compoundSignature) {
		return nil
	}
	var name []byte
	for _, unit := range utf16.Encode([]rune("EncryptedPackage")) {
		name = binary.LittleEndian.AppendUint16(name, unit)
	}
	content, err := io.ReadAll(io.NewSectionReader(f, 0, 32<<20))
	if err != nil {
		return err
	}
	if bytes.Contains(content, name) {
		return Refused{Problem{Rule: RuleFileEncrypted}}
	}
	return Refused{Problem{Rule: RuleFileOldExcel}}
}

// notWorkbook is why a file is no archive.
func notWorkbook(f *os.File) error {
	start := startOf(f)
	switch {
	case len(start) == 0:
		return Refused{Problem{Rule: RuleFileEmpty}}
	case bytes.HasPrefix(start, zipSignature): // the end of an archive is its table of contents
		return Refused{Problem{Rule: RuleFileCut}}
	}
	return Refused{Problem{Rule: RuleFileFormat, Allowed: "xlsx"}}
}

package ingest

import (
	"errors"
	"os"
	"strings"
)

// foundFormat is how a file is written, as far as it can be seen.
func foundFormat(path string) (Format, error) {
	f, err := os.Open(path)
	if err != nil {
		return Format{}, err
	}
	defer f.Close()
	start := startOf(f)
	if strings.HasPrefix(string(start), string(zipSignature)) || strings.HasPrefix(string(start), string(compoundSignature)) {
		return Format{Type: "xlsx"}, nil
	}
	letters, err := checkUTF8(f)
	var refused Refused
	format := Format{Type: "csv"}
	prefix := make([]byte, 4096)
	n, _ := f.ReadAt(prefix, 0) // a short file is read to its end
	_, isUTF16 := utf16Pattern(prefix[:n])
	switch {
	case strings.HasPrefix(string(start), "\xff\xfe"), strings.HasPrefix(string(start), "\xfe\xff"), isUTF16:
		format.Encoding = "utf-16"
	case errors.As(err, &refused) && !letters && looksMacintosh(f):
		format.Encoding = "macintosh"
	case errors.As(err, &refused) && !letters:
		format.Encoding = "windows-1252"
	case errors.As(err, &refused):
		return Format{}, err
	case err != nil:
		return Format{}, err
	case letters:
		format.Encoding = "utf-8"
	}
	return format, nil
}

package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"

	"bolyst/internal/journal"
)

// Object adds to a JSON object, on one line or indented by two spaces, the SHA-256 of its bytes as its last member.
func Object(text []byte) []byte {
	body, end := text[:len(text)-1], `,"seal":"`+SumOf(text)+`"}`
	if indented, ok := bytes.CutSuffix(text, []byte("\n}\n")); ok {
		body, end = indented, ",\n  \"seal\": \""+SumOf(text)+"\"\n}\n"
	}
	return append(bytes.Clone(body), end...)
}

// Append adds an entry to a journal, as a sealed line that is on the disk when it returns without an error.
func Append(file *journal.File, entry any) error {
	line, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	return file.Append(Object(line))
}

// sealed finds the seal at the end of an object, in both forms.
var sealed = regexp.MustCompile(`(?:,"seal":"([0-9a-f]{64})"}|,\n  "seal": "([0-9a-f]{64})"(\n}\n))$`)

// Intact tells whether an object is still the one that was sealed, with the checksum that it should have and the one that it
// has. An object without a seal is not.
func Intact(text []byte) (ok bool, want, got string) {
	at := sealed.FindSubmatchIndex(text)
	if at == nil {
		return false, "", SumOf(text)
	}
	body, end := text[:at[0]:at[0]], "}"
	if at[6] >= 0 {
		want, end = string(text[at[4]:at[5]]), "\n}\n"
	} else {
		want = string(text[at[2]:at[3]])
	}
	got = SumOf(append(body, end...))
	return want == got, want, got
}

// SumOf is the SHA-256 of a text.
func SumOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// CheckLines checks a journal of sealed lines: what stands in a file before the last line end, and that nothing stands after it.
func CheckLines(name string, content []byte) (wrong []Finding) {
	for number := 1; len(content) > 0; number++ {
		line, rest, whole := bytes.Cut(content, []byte("\n"))
		if !whole {
			return append(wrong, Finding{Code: Broken, Name: name, Line: number})
		}
		if ok, want, got := Intact(line); !ok {
			wrong = append(wrong, Finding{Code: Differs, Name: name, Line: number, Want: want, Got: got})
		}
		content = rest
	}
	return wrong
}

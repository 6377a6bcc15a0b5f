package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"time"
)

// KommunerFile is the name of the file that an installation keeps its imported
// list in.
const KommunerFile = "kommuner.json"

// maxKommuner bounds the files of a list, which are a few hundred kilobytes.
const maxKommuner = 64 << 20

// AsOf is the day whose municipalities the list has. Codes in records are those
// of this day.
func (l *KommuneList) AsOf() time.Time {
	day, err := time.Parse(time.DateOnly, l.tables.AsOf)
	if err != nil {
		panic(err) // checked where lists are made
	}
	return day
}

// All are the municipalities of the list's day, by code.
func (l *KommuneList) All() []Kommune {
	all := make([]Kommune, 0, len(l.current))
	for _, c := range l.tables.Codes {
		if k, ok := l.current[c.Code]; ok && (len(all) == 0 || all[len(all)-1].Code != k.Code) {
			all = append(all, k)
		}
	}
	return all
}

// Kommune is the municipality that has the code on the list's day, and whether
// there is one.
func (l *KommuneList) Kommune(code string) (Kommune, bool) {
	k, ok := l.current[code]
	return k, ok
}

// Hash is the SHA-256 of all that the list knows: with another list the same
// name may become another code.
func (l *KommuneList) Hash() string { return l.hash }

// JSON is the list as ReadKommuner reads it. The same list has the same bytes.
func (l *KommuneList) JSON() []byte { return l.tables.json() }

// ReadKommuner reads a list that was written with JSON.
func ReadKommuner(r io.Reader) (*KommuneList, error) {
	var t kommuneTables
	d := json.NewDecoder(io.LimitReader(r, maxKommuner))
	d.DisallowUnknownFields()
	if err := d.Decode(&t); err != nil {
		return nil, kommuneFault("no_list")
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	l, err := newKommuneList(t)
	if err != nil {
		return nil, err
	}
	return l, nil
}

// check looks at each entry by itself.
func (t kommuneTables) check() error {
	if !isDay(t.AsOf) {
		return kommuneFault("as_of", t.AsOf)
	}
	if len(t.Codes) == 0 {
		return kommuneFault("no_codes")
	}
	for _, c := range t.Codes {
		if !isKommuneCode(c.Code) || c.Name == "" || c.From != "" && !isDay(c.From) || c.To != "" && !isDay(c.To) {
			return kommuneFault("code", c.Code, c.Name, c.From, c.To)
		}
	}
	for _, c := range t.Changes {
		if !isKommuneCode(c.Old) || !isKommuneCode(c.New) || !isDay(c.On) {
			return kommuneFault("change", c.Old, c.New, c.On)
		}
	}
	return nil
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

func isKommuneCode(text string) bool {
	return len(text) == 4 && isDigit(text[0]) && isDigit(text[1]) && isDigit(text[2]) && isDigit(text[3])
}

// json is one entry a line, so that two lists can be compared by eye.
func (t kommuneTables) json() []byte {
	var out bytes.Buffer
	line := func(v any) {
		text, err := json.Marshal(v)
		if err != nil {
			panic(err) // texts and maps of them always have a JSON form
		}
		out.Write(text)
	}
	out.WriteString("{\n\"as_of\": ")
	line(t.AsOf)
	out.WriteString(",\n\"source\": ")
	line(t.Source)
	out.WriteString(",\n\"counties\": ")
	line(t.Counties)
	out.WriteString(",\n\"codes\": [")
	for i, c := range t.Codes {
		out.WriteString(separator(i))
		line(c)
	}
	out.WriteString("\n],\n\"changes\": [")
	for i, c := range t.Changes {
		out.WriteString(separator(i))
		line(c)
	}
	out.WriteString("\n]\n}\n")
	return out.Bytes()
}

func separator(i int) string {
	if i == 0 {
		return "\n"
	}
	return ",\n"
}

// hash covers the abbreviations too, which are the program's and not the list's.
func (t kommuneTables) hash() string {
	h := sha256.New()
	h.Write(t.json())
	aliases, err := kommuneFiles.ReadFile("kommune/aliases.csv")
	if err != nil {
		panic(err) // part of the program
	}
	h.Write(aliases)
	return hex.EncodeToString(h.Sum(nil))
}

package ingest

import (
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// kommuneFiles are the municipalities and their history. Kilde: SSB, KLASS.
//
//go:embed kommune/*.csv
var kommuneFiles embed.FS

// Kommune is a municipality of 2024.
type Kommune struct {
	Code   string // four digits
	Name   string // official, such as Trondheim - Tråante
	County string
}

// String is code, name and county: what a reader needs to choose between two.
func (k Kommune) String() string { return k.Code + " " + k.Name + " (" + k.County + ")" }

// Kommuner are the municipalities of 2024 that a code or name can mean, by
// code. A code or name may be of any year since 2002: 1503 and Frei are
// Kristiansund. One answer is certain, none is unknown; several must be left
// to a person, as for Herøy (there are two) or 1507 (it was split).
func Kommuner(text string) []Kommune {
	t := kommuneTable()
	codes := t.resolve(text)
	found := make([]Kommune, len(codes))
	for i, code := range codes {
		found[i] = t.current[code]
	}
	return found
}

type kommuneLookup struct {
	current map[string]Kommune  // by code of 2024
	codes   map[string][]string // any code since 2002 -> codes of 2024
	names   map[string][]string // any name since 2002, as a kommuneKey -> codes of 2024
}

// kommuneUnstated is the code for "uoppgitt": no municipality, so nothing known.
const kommuneUnstated = "9999"

func (t *kommuneLookup) resolve(text string) []string {
	key := kommuneKey(text)
	if codes := t.codes[key]; codes != nil {
		return codes
	}
	if len(key) == 3 { // a spreadsheet that took 0301 for a number dropped its zero
		if codes := t.codes["0"+key]; codes != nil {
			return codes
		}
	}
	if codes := t.names[key]; codes != nil {
		return codes
	}
	if code, name, ok := strings.Cut(key, " "); ok && t.codes[code] != nil {
		return common(t.codes[code], t.resolve(name)) // "1505 Kristiansund"
	}
	return t.resolveParts(key)
}

// resolveParts resolves a name of several parts in an order of its own
// (Tråante - Trondheim). Every part must be known; parts of different
// municipalities (Ålesund/Haram) are all possible.
func (t *kommuneLookup) resolveParts(key string) []string {
	parts := strings.FieldsFunc(strings.ReplaceAll(key, " - ", "/"), func(r rune) bool { return r == '/' })
	if len(parts) < 2 {
		return nil
	}
	var all []string
	for _, part := range parts {
		codes := t.names[strings.TrimSpace(part)]
		if codes == nil {
			return nil
		}
		all = union(all, codes)
	}
	return all
}

// kommuneKey is the form in which names and codes are compared.
func kommuneKey(text string) string {
	key := strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(text), " ")))
	key = strings.ReplaceAll(key, "–", "-")
	return strings.TrimSuffix(key, " kommune")
}

var kommuneTable = sync.OnceValue(func() *kommuneLookup {
	t := &kommuneLookup{current: map[string]Kommune{}, codes: map[string][]string{}, names: map[string][]string{}}
	county := map[string]string{}
	for _, row := range kommuneRows("fylke_2024.csv") {
		county[row[0]] = row[1]
	}
	for _, row := range kommuneRows("kommune_to_2024.csv") {
		t.codes[row[0]] = strings.Fields(row[4])
	}
	changes := kommuneRows("kommune_changes_2002_2024.csv")
	t.addEarlierCodes(changes)

	for _, row := range kommuneRows("kommune_to_2024.csv") {
		t.addName(row[1], t.codes[row[0]])
	}
	for _, row := range changes {
		t.addName(row[2], t.codes[row[1]])
		t.addName(row[4], t.codes[row[3]])
	}
	for _, row := range kommuneRows("kommune_current_2024.csv") {
		code, name := row[0], row[1]
		if code == kommuneUnstated {
			continue
		}
		bare, _, _ := strings.Cut(name, " (")
		k := Kommune{Code: code, Name: bare, County: county[code[:2]]}
		t.current[code] = k
		t.codes[code] = []string{code}
		t.addName(name, t.codes[code])
		// With its county a name is certain, also where the official one has none.
		for _, part := range append(strings.Split(bare, " - "), bare) {
			t.names[kommuneKey(part+" ("+k.County+")")] = t.codes[code]
			t.names[kommuneKey(part+", "+k.County)] = t.codes[code]
		}
	}
	return t
})

// addEarlierCodes follows the codes that ended between 2002 and 2006, which
// the table of successors does not know: 1569 Aure became 1576 in 2006.
func (t *kommuneLookup) addEarlierCodes(changes [][]string) {
	earlier := map[string][]string{}
	for _, row := range slices.Backward(changes) { // newest first, so that successors are known
		before, after := row[1], row[3]
		if t.codes[before] != nil || before == after {
			continue
		}
		earlier[before] = union(earlier[before], union(t.codes[after], earlier[after]))
	}
	maps.Copy(t.codes, earlier)
}

// addName adds a name with and without the county in brackets, as a whole and
// in its parts.
func (t *kommuneLookup) addName(name string, codes []string) {
	name = strings.TrimSpace(name)
	bare, _, _ := strings.Cut(name, " (")
	for _, n := range append(strings.Split(bare, " - "), name, bare) {
		key := kommuneKey(n)
		t.names[key] = union(t.names[key], codes)
	}
}

// kommuneRows are the rows of one of the shipped tables, without the header.
func kommuneRows(file string) [][]string {
	f, err := kommuneFiles.Open("kommune/" + file)
	if err != nil {
		panic(err) // part of the program
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err)
	}
	return rows[1:]
}

// kommunerHash is the SHA-256 of the shipped tables: with other tables the
// same name may become another code.
var kommunerHash = sync.OnceValue(func() string {
	h := sha256.New()
	files, err := fs.Glob(kommuneFiles, "kommune/*.csv") // sorted
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		text, err := kommuneFiles.ReadFile(file)
		if err != nil {
			panic(err)
		}
		h.Write([]byte(file))
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil))
})

func union(a, b []string) []string {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}

func common(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) })
}

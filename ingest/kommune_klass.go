package ingest

import (
	"encoding/json"
	"errors"
	"io"
)

// readKlassCodes reads codesAt.json or codes.json of classification 131. Only
// the latter says from when to when a code is in use, as far as the range that
// was asked for shows it.
func readKlassCodes(r io.Reader) ([]kommuneCode, error) {
	entries, err := readKlass(r)
	if err != nil {
		return nil, err
	}
	var rows []kommuneCode
	for _, e := range entries {
		if e.Code == kommuneOutside {
			continue
		}
		if !isKommuneCode(e.Code) || e.Name == "" || e.From != "" && !isDay(e.From) || e.To != "" && !isDay(e.To) {
			return nil, kommuneFault("code", e.Code, e.Name, e.From, e.To)
		}
		rows = append(rows, kommuneCode(e))
	}
	return rows, nil
}

// readKlassCounties reads the same of classification 104.
func readKlassCounties(r io.Reader) (map[string]string, error) {
	entries, err := readKlass(r)
	if err != nil {
		return nil, err
	}
	counties := map[string]string{}
	for _, e := range entries {
		if len(e.Code) != 2 || !isDigit(e.Code[0]) || !isDigit(e.Code[1]) || e.Name == "" {
			return nil, kommuneFault("county_code", e.Code, e.Name)
		}
		counties[e.Code] = e.Name
	}
	delete(counties, kommuneOutside[:2])
	return counties, nil
}

// klassEntry is one code of a classification, with the names KLASS has for it.
type klassEntry struct {
	Code string `json:"code"`
	Name string `json:"name"`
	From string `json:"validFromInRequestedRange"`
	To   string `json:"validToInRequestedRange"`
}

func readKlass(r io.Reader) ([]klassEntry, error) {
	var answer struct {
		Codes []klassEntry `json:"codes"`
	}
	if err := decodeKlass(r, &answer); err != nil {
		return nil, err
	}
	if len(answer.Codes) == 0 {
		return nil, kommuneFault("no_codes")
	}
	return answer.Codes, nil
}

// readKlassChanges reads changes.json of classification 131. An empty list is
// an answer: nothing changed.
func readKlassChanges(r io.Reader) ([]KommuneChange, error) {
	var answer struct {
		Changes *[]struct {
			Old     string `json:"oldCode"`
			OldName string `json:"oldName"`
			New     string `json:"newCode"`
			NewName string `json:"newName"`
			On      string `json:"changeOccurred"`
		} `json:"codeChanges"`
	}
	if err := decodeKlass(r, &answer); err != nil {
		return nil, err
	}
	if answer.Changes == nil {
		return nil, kommuneFault("no_changes")
	}
	var changes []KommuneChange
	for _, c := range *answer.Changes {
		if !isKommuneCode(c.Old) || !isKommuneCode(c.New) || !isDay(c.On) {
			return nil, kommuneFault("change", c.Old, c.New, c.On)
		}
		if c.Old != kommuneOutside && c.New != kommuneOutside {
			changes = append(changes, KommuneChange{On: c.On, Old: c.Old, OldName: c.OldName, New: c.New, NewName: c.NewName})
		}
	}
	return changes, nil
}

func decodeKlass(r io.Reader, v any) error {
	d := json.NewDecoder(io.LimitReader(r, maxKommuner))
	if err := d.Decode(v); err != nil {
		return kommuneFault("no_json")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return kommuneFault("after_end")
	}
	return nil
}

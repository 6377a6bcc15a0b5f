package ingest

import (
	"maps"
	"slices"
	"strings"
)

// Policy says what becomes of a file whose columns are not those that its
// mapping was written for. Whatever it says, a column that no field is mapped
// to is never read into anything, a required column must be there, and a cell
// that breaks its rule costs its row. No contract changes by itself.
type Policy struct {
	// New is for columns that the mapping does not speak of, neither under
	// columns nor under ignore. PolicyIgnore, the default, leaves them unread
	// and gives a notice; PolicyEvolve leaves them unread without one;
	// PolicyReject refuses the file.
	New string
	// Missing is for mapped columns that are not there and that the contract
	// does not require. PolicyIgnore, the default, leaves the field unknown in
	// every row and gives a notice; PolicyEvolve does so without one;
	// PolicyReject refuses the file.
	Missing string
	// Type is for mapped columns in which more than half of at least ten cells
	// with content are not of the field's type. PolicyIgnore, the default,
	// rejects those rows one by one; PolicyReject refuses the file, because not
	// its rows but its columns are wrong.
	Type string
}

// What a Policy can say. The empty text is PolicyIgnore.
const (
	PolicyIgnore = "ignore"
	PolicyReject = "reject"
	PolicyEvolve = "evolve"
)

// fewestTyped is how many cells with content a column needs before it can be
// said to have another type than its field.
const fewestTyped = 10

// typeCount counts the cells of a column that are not of the field's type.
type typeCount struct {
	cells, wrong int
	allowed      string // what may stand there
}

func (t *typeCount) add(in cell, f fault) {
	if in.blank() {
		return
	}
	t.cells++
	allowed, isType := typeRules[f.rule]
	if !isType {
		return
	}
	t.wrong++
	if t.allowed = f.allowed; allowed != "" {
		t.allowed = allowed
	}
}

// changed says whether the column as a whole is of another type.
func (t *typeCount) changed() bool { return t.cells >= fewestTyped && 2*t.wrong > t.cells }

// typeRules are the rules of type, with an example where the fault has none.
var typeRules = map[string]string{
	RuleDate:    "",
	RuleInteger: "2010",
	RuleNumber:  "69500,50",
	RuleBoolean: "",
	RuleCohort:  "",
}

// checkSurprises checks what is said of columns that are new, missing or of
// another type.
func (m Mapping) checkSurprises() (faults []Fault) {
	for _, header := range m.Ignore {
		if headerKey(header) == "" {
			faults = append(faults, Fault{Path: []string{"ignore"}, Rule: FaultHeader})
		}
		for _, field := range slices.Sorted(maps.Keys(m.Columns)) {
			if slices.Contains(headerKeys(m.Columns[field]), headerKey(header)) {
				faults = append(faults, Fault{Path: []string{"ignore"}, Found: header, Rule: FaultIgnored, Allowed: field})
			}
		}
	}
	for _, p := range []struct {
		key, said string
		allowed   []string
	}{
		{"new", m.Policy.New, []string{PolicyIgnore, PolicyReject, PolicyEvolve}},
		{"missing", m.Policy.Missing, []string{PolicyIgnore, PolicyReject, PolicyEvolve}},
		{"type", m.Policy.Type, []string{PolicyIgnore, PolicyReject}},
	} {
		if p.said != "" && !slices.Contains(p.allowed, p.said) {
			faults = append(faults, Fault{Path: []string{"policy", p.key}, Found: p.said, Rule: FaultFormat, Allowed: strings.Join(p.allowed, ", ")})
		}
	}
	return faults
}

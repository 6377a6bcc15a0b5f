package reports_test

import (
	"bytes"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/reports"
)

func TestMaskedValuesAreNowhereInTheFile(t *testing.T) {
	original := rewritten(t, delivered(t), func(name string, part []byte) []byte {
		switch name {
		case "xl/worksheets/sheet2.xml": // as a number too, and one that lost its 0
			return bytes.Replace(part, []byte("<v>1.5</v>"), []byte("<v>"+identity[1:]+"</v>"), 1)
		case "xl/comments1.xml":
			return bytes.Replace(part, []byte("Ring tilbake"), []byte("Ring "+identity+" "+identity), 1)
		}
		return part
	})
	m := marked(original)
	m.Faults = append(m.Faults,
		reports.Fault{Sheet: "Oppsummering", Row: 2, Column: "C", Rule: "identity_number", Masked: true},
		reports.Fault{Sheet: applicants, Row: 9, Column: "D", Rule: "enum", Masked: true, Mask: true, Text: "x"},
		reports.Fault{Sheet: applicants, Row: 9, Column: "A", Rule: "pattern", Masked: true, Text: "Verdien vises ikke."})
	content := mark(t, m, metrics.Norwegian)
	checkPackage(t, content)
	for name, part := range partsOf(t, content) {
		if bytes.Contains(part, []byte(identity)) || bytes.Contains(part, []byte(identity[1:])) {
			t.Errorf("the identity number is in %s", name)
		}
	}
	f := opened(t, content)
	for at, want := range map[string]string{"A7": "•••", "D9": "•••", "A9": "0005"} { // a pseudonym is the supplier's own
		if got := read(t, f, applicants, at).text; got != want {
			t.Errorf("%s: got %q, want %q", at, got, want)
		}
	}
	if got := comments(t, f, applicants)["C8"]; !strings.HasSuffix(got, "Ring ••• •••") {
		t.Errorf("got remark %q", got)
	}
}

// A file that was refused for what it says of persons is not spread.
func TestRefusedFileIsNotRepeated(t *testing.T) {
	m := marked(delivered(t))
	m.Faults = []reports.Fault{{Rule: "identity_numbers", Text: "Filen er avvist.", Masked: true}}
	f := opened(t, mark(t, m, metrics.Norwegian))
	if got := f.GetSheetList(); len(got) != 1 {
		t.Errorf("got sheets %q, want the summary alone", got)
	}
	if got := rowsOf(t, f, "Oppsummering", 1)[0]; got["Celle"].text != "hele filen" || got["Hva som er galt"].text != "Filen er avvist." {
		t.Errorf("got %v", got)
	}
}

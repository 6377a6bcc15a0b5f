package ingest

import "testing"

func TestCellsThatMayStandOneColumnOffAreNotRepeated(t *testing.T) {
	problems := []Problem{
		{Rule: RuleDate, Found: "Kari Nordmann"}, {Rule: RuleInteger, Found: "91234567"}, {Rule: RuleDate, Found: "31.02.2009"},
		{Rule: RuleOrgNo, Found: "310 001 158"}, {Rule: RuleRange, Found: "1209"},
	}
	maskShifted(problems)
	for i, want := range []string{"", "", "31.02.2009", "310 001 158", "1209"} {
		if got := problems[i]; got.Found != want || got.Masked != (want == "") {
			t.Errorf("%d: got %q, masked %v; want %q", i, got.Found, got.Masked, want)
		}
	}
	one := []Problem{{Rule: RuleEnum, Found: "kanskje"}, {Rule: RuleRequired}}
	if maskShifted(one); one[0].Found != "kanskje" {
		t.Errorf("got %q, want the one wrong word to be repeated", one[0].Found)
	}
}

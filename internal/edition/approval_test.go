package edition_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/edition"
)

func TestAudienceIsShownTheNewestEditionThatIsApprovedForIt(t *testing.T) {
	root := t.TempDir()
	name := func(edition string) string {
		m := inputs()
		m.Edition = edition
		if _, err := os.Stat(filepath.Join(root, edition)); err != nil {
			publish(t, root, m, board)
		} else if err := os.WriteFile(filepath.Join(root, "latest"), []byte(edition+"\n"), 0o640); err != nil {
			t.Fatal(err)
		}
		return edition
	}
	decide := func(name, audience string, approved bool) {
		t.Helper()
		if err := edition.Decide(root, edition.Approval{Edition: name, Audience: audience, Approved: approved, Who: "kari"}); err != nil {
			t.Fatal(err)
		}
	}
	shown := func(step, audience, want string) {
		t.Helper()
		got, err := edition.LatestApproved(root, audience)
		if got != want || want == "" && !errors.Is(err, fs.ErrNotExist) || want != "" && err != nil {
			t.Errorf("%s: %s is shown %q, %v, want %q", step, audience, got, err, want)
		}
	}
	shown("nothing is published", "board", "")
	a := name("a")
	shown("a draft", "board", "")
	decide(a, "centre", true)
	shown("approved for the centre alone", "board", "")
	decide(a, "board", true)
	shown("approved", "board", a)
	b := name("b")
	shown("a newer draft", "board", a)
	decide(b, "board", false)
	shown("which is rejected", "board", a)
	decide(b, "board", true)
	shown("and then approved", "board", b)
	shown("which is not for the centre", "centre", a)
	name("a")
	shown("published again", "board", a)
	name("b")
	decide(b, "board", false)
	shown("taken back", "board", a)
	if err := os.RemoveAll(filepath.Join(root, "a")); err != nil {
		t.Fatal(err)
	}
	shown("gone", "board", "")
}

func TestApprovalThatWasChangedIsNamedAndNotBelieved(t *testing.T) {
	root := t.TempDir()
	publish(t, root, inputs(), board)
	if err := edition.Decide(root, edition.Approval{Edition: inputs().Edition, Audience: "board", Reason: "feil tall"}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, edition.ApprovalsName)
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(content), "false", "true", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if name, err := edition.LatestApproved(root, "board"); err == nil || !strings.Contains(err.Error(), "approvals.jsonl:1") {
		t.Errorf("got %q, %v", name, err)
	}
	if err := os.WriteFile(file, content[:len(content)-1], 0o600); err != nil { // cut short: never said
		t.Fatal(err)
	}
	if all, err := edition.ReadApprovals(root); err != nil || len(all) > 0 {
		t.Errorf("got %v, %v", all, err)
	}
}

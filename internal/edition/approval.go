package edition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// ApprovalsName is the file beside the editions in which stands who has approved which of them.
const ApprovalsName = "approvals.jsonl"

// An Approval is what somebody has said of an edition before its audience sees it. The edition itself never changes.
type Approval struct {
	At       time.Time `json:"at"`
	Edition  string    `json:"edition"`
	Audience string    `json:"audience"`
	Approved bool      `json:"approved"` // or rejected
	Who      string    `json:"who,omitempty"`
	Reason   string    `json:"reason,omitempty"` // of a rejection
}

// Approvals are what has been said of the editions under root, in the order in which it was said.
type Approvals []Approval

// Decide adds an approval, which is on the disk when it returns without an error. Several processes may.
func Decide(root string, a Approval) error {
	unlock, err := lockedfile.MutexAt(filepath.Join(root, "."+ApprovalsName+".lock")).Lock()
	if err != nil {
		return fmt.Errorf("%s: %w", ApprovalsName, err)
	}
	defer unlock()
	file, _, err := journal.Open(filepath.Join(root, ApprovalsName))
	if err != nil {
		return fmt.Errorf("%s: %w", ApprovalsName, err)
	}
	a.At = a.At.UTC()
	if err := seal.Append(file, a); err != nil {
		return fmt.Errorf("%s: %w", ApprovalsName, err)
	}
	return nil
}

// ReadApprovals reads them all. A last line that a crash cut short never counted; any other that is not as it was written is
// an error that names it.
func ReadApprovals(root string) (Approvals, error) {
	_, lines, err := journal.Open(filepath.Join(root, ApprovalsName))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ApprovalsName, err)
	}
	var all Approvals
	for i, line := range lines {
		var a Approval
		if whole, _, _ := seal.Intact(line); !whole {
			return nil, fmt.Errorf("%s:%d: not as it was written", ApprovalsName, i+1)
		}
		if err := json.Unmarshal(line, &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", ApprovalsName, i+1, err)
		}
		all = append(all, a)
	}
	return all, nil
}

// Of is what was said last of an edition for an audience; ok is false when nothing was.
func (all Approvals) Of(edition, audience string) (last Approval, ok bool) {
	for _, a := range all {
		if a.Edition == edition && a.Audience == audience {
			last, ok = a, true
		}
	}
	return last, ok
}

// LatestApproved is the edition that an audience is shown when each must be approved: the latest if it is, or else the one that
// was approved last and still is. Without any the error is fs.ErrNotExist.
func LatestApproved(root, audience string) (string, error) {
	latest, err := Latest(root)
	if err != nil {
		return "", err
	}
	all, err := ReadApprovals(root)
	if err != nil {
		return "", err
	}
	if last, _ := all.Of(latest, audience); last.Approved {
		return latest, nil
	}
	for i := len(all) - 1; i >= 0; i-- {
		name := all[i].Edition
		if last, _ := all.Of(name, audience); all[i].Audience != audience || !last.Approved || !editionName.MatchString(name) {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, name, manifestName)); !errors.Is(err, fs.ErrNotExist) {
			return name, err
		}
	}
	return "", fmt.Errorf("approved edition for %s: %w", audience, fs.ErrNotExist)
}

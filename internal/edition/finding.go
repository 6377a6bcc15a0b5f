package edition

import (
	"fmt"

	"bolyst/internal/seal"
)

// A Finding is one thing in which an edition is not as it was published, or not
// as it was to be published again. The program words it in the reader's
// language.
type Finding struct {
	Code     string // one of those below
	Name     string // of the file, or of the manifest's field
	Was, Now string // of a field
}

// The codes of findings.
const (
	FindingExtra    = seal.Extra   // a file that is not part of the edition
	FindingNoFile   = seal.NoFile  // something else stands in place of a file
	FindingDiffers  = seal.Differs // a file is not the one that was published
	FindingMissing  = seal.Missing // a file is gone
	FindingNew      = "new"        // a file that the published edition has not
	FindingOther    = "other"      // a file with other content than in the published edition
	FindingOnlyThen = "only_then"  // a file of the published edition alone
	FindingField    = "field"      // a field of the manifest
	FindingSources  = "sources"    // made from other sources
	FindingAfter    = "after"      // held against other earlier editions
)

var findingSentences = map[string]string{
	FindingExtra:    "%s is not part of the edition",
	FindingNoFile:   "%s is no longer a file",
	FindingDiffers:  "%s differs from what was published",
	FindingMissing:  "%s is missing",
	FindingNew:      "%s is not in the published edition",
	FindingOther:    "%s has other content than in the published edition",
	FindingOnlyThen: "%s is in the published edition only",
	FindingSources:  "the sources are others",
	FindingAfter:    "the earlier editions are others",
}

func (f Finding) String() string {
	switch f.Code {
	case FindingField:
		return fmt.Sprintf("%s was %s, and is now %s", f.Name, f.Was, f.Now)
	case FindingSources, FindingAfter:
		return findingSentences[f.Code]
	}
	return fmt.Sprintf(findingSentences[f.Code], f.Name)
}

// A Changed is an ErrImmutable or an ErrDamaged, with what it rests on.
type Changed struct {
	Findings []Finding
	err      error
}

func (c *Changed) Error() string { return fmt.Sprintf("%v: %v", c.err, c.Findings) }

func (c *Changed) Unwrap() error { return c.err }

package batch

import (
	"fmt"
	"time"
)

// Batch is one line of the ledger: one load of one source file. The line ends with its own checksum.
type Batch struct {
	Number   int       `json:"batch"`  // 1, 2, 3 … in the order of loading
	Source   string    `json:"source"` // the source's id in the configuration
	Feed     string    `json:"feed"`
	File     string    `json:"file"`    // the file's name, without its folder
	SHA256   string    `json:"sha256"`  // of the file's bytes
	Mapping  string    `json:"mapping"` // hash of the mapping and the contract that the rows went through
	LoadedAt time.Time `json:"loaded_at"`
	Balance
	// The SHA-256 of the batch's own files.
	Accepted string `json:"accepted_sha256"`
	Rejects  string `json:"rejects_sha256"`
	// What became of it later stands in lines of their own: how many rows were taken out, and by which erasure last.
	Erased  int `json:"-"`
	Erasure int `json:"-"`
}

// Balance accounts for every row of a file: Read = Loaded + Unchanged + Superseded + Rejected.
type Balance struct {
	Read       int `json:"read"`
	Loaded     int `json:"loaded"`     // new facts, or new versions of facts
	Unchanged  int `json:"unchanged"`  // already known, with the same content
	Superseded int `json:"superseded"` // an earlier row of the same key in the same file
	Rejected   int `json:"rejected"`   // broke the contract
	// Removed is no row of the file: facts that a source which always delivers everything no longer holds.
	Removed int `json:"removed,omitempty"`
	// Withheld is no row that was read either: rows of persons who have been erased.
	Withheld int `json:"withheld,omitempty"`
}

// Check returns an error when a row is unaccounted for.
func (b Balance) Check() error {
	if sum := b.Loaded + b.Unchanged + b.Superseded + b.Rejected; b.Read != sum {
		return fmt.Errorf("row balance: read %d, but loaded %d + unchanged %d + superseded %d + rejected %d = %d",
			b.Read, b.Loaded, b.Unchanged, b.Superseded, b.Rejected, sum)
	}
	return nil
}

// Version tells the batch from what it was before an erasure.
func (b Batch) Version() string {
	if b.Erasure == 0 {
		return b.Folder()
	}
	return fmt.Sprintf("%s+%d", b.Folder(), b.Erasure)
}

// Folder is the name of the batch's folder, NNNNNN-<sha256>.
func (b Batch) Folder() string { return fmt.Sprintf("%06d-%s", b.Number, b.SHA256) }

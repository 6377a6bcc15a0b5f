package signin

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"time"

	"bolyst/internal/journal"
)

const endedName = "signed_out.jsonl"

// ended remembers the sessions that were signed out, until they would have ended by themselves.
type ended struct {
	mu   sync.Mutex
	file *journal.File
	ids  map[string]time.Time
}

// end is a line of the file. It says nothing of who it was.
type end struct {
	ID    string    `json:"id"`
	Until time.Time `json:"until"`
}

// openEnded reads the file. When none of its lines holds any more it is taken away, so that it does not grow for ever.
func openEnded(folder string, now time.Time) (*ended, error) {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return nil, err
	}
	path := filepath.Join(folder, endedName)
	e := &ended{ids: map[string]time.Time{}}
	file, lines, err := journal.Open(path)
	if err != nil {
		return nil, err
	}
	for _, line := range lines {
		var one end
		if err := json.Unmarshal(line, &one); err != nil {
			return nil, err
		}
		if one.Until.After(now) {
			e.ids[one.ID] = one.Until
		}
	}
	if len(lines) > 0 && len(e.ids) == 0 {
		if err := os.Remove(path); err != nil {
			return nil, err
		}
		file, _, err = journal.Open(path)
	}
	e.file = file
	return e, err
}

// add holds for this process even when it cannot be written down.
func (e *ended) add(id string, until time.Time) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.ids[id] = until
	line, err := json.Marshal(end{id, until})
	if err != nil {
		return err
	}
	return e.file.Append(line)
}

func (e *ended) has(id string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	_, there := e.ids[id]
	return there
}

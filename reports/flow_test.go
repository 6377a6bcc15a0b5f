package reports

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
)

func TestMoreFiguresThanASheetHoldsAreRefused(t *testing.T) {
	b := newBook(metrics.Table{}, metrics.Norwegian)
	defer b.file.Close()
	b.sheet("Data").writeFigures(slices.Values([]metrics.Figure{}), lastSheetRow)
	err := b.write(io.Discard)
	if err == nil || !strings.Contains(err.Error(), "1048577 rows, and a sheet holds 1048576") {
		t.Errorf("got %v", err)
	}
}

// A disk that is full while a long sheet is written must neither be swallowed nor keep the writer waiting.
func TestFullDiskIsToldOfALongSheet(t *testing.T) {
	full := errors.New("no space left")
	draft := metrics.Draft{Programmes: []metrics.Programme{{ID: "kom"}, {ID: "salten"}}, Definitions: []metrics.Definition{{ID: "job_offer_rate"}}}
	draft.Programmes = slices.Repeat(draft.Programmes, 20)
	b := newBook(metrics.Table{Draft: draft}, metrics.Norwegian)
	defer b.file.Close()
	const rows = 20_000 // several pieces
	b.sheet("Data").writeFigures(longTable(draft, rows), rows)
	if err := b.write(&filling{left: 100_000, err: full}); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

// filling is a disk with room for so many bytes.
type filling struct {
	left int
	err  error
}

func (f *filling) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, f.err
	}
	return len(p), nil
}

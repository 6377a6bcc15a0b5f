package store

import (
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"unicode/utf8"
	"unsafe"

	"github.com/duckdb/duckdb-go/v2"
)

// texts writes a column of texts into the engine's memory. The driver has a call for one text, which costs more than
// everything else that is done to it on the way: a file of a million rows has ten million of them. So what the engine's
// interface for C calls duckdb_string_t is written here, of 16 bytes: the length, of four, and behind it a text of at most 12
// bytes, or the first four bytes of a longer one and where all of it stands. The longer ones are given to the driver as one
// text, for the engine to keep, and lie in there.
type texts struct {
	long []byte // the longer texts of a column, end to end
	rows []int  // which rows they belong to
}

const (
	slotSize  = 16
	inSlot    = 12 // the longest text that stands in its slot
	textAt    = 4  // in a slot
	pointerAt = 8
)

// write writes every so-manieth of the values. Those that are no text are NULL.
func (t *texts) write(vector duckdb.Vector, values []driver.Value, every int) error {
	writer, err := duckdb.GetVectorWriter[string](vector)
	if err != nil {
		return err
	}
	slots, err := slotsOf(vector, writer)
	if err != nil {
		return err
	}
	t.long, t.rows = t.long[:0], t.rows[:0]
	for row := range writer.Len() {
		text, known := values[row*every].(string)
		if !known {
			if err := writer.SetNull(row); err != nil {
				return err
			}
			continue
		}
		if !utf8.ValidString(text) {
			return errors.New("a text is not UTF-8")
		}
		slot := slots[row*slotSize:][:slotSize]
		binary.NativeEndian.PutUint32(slot, uint32(len(text)))
		clear(slot[textAt:])
		if len(text) <= inSlot {
			copy(slot[textAt:], text)
			continue
		}
		copy(slot[textAt:pointerAt], text)
		binary.NativeEndian.PutUint64(slot[pointerAt:], uint64(len(t.long))) // to be moved
		t.long, t.rows = append(t.long, text...), append(t.rows, row)
	}
	return t.keepLong(vector, writer, slots)
}

// keepLong gives the longer texts to the engine, by way of the first row that has one, and lets their rows point there.
func (t *texts) keepLong(vector duckdb.Vector, writer duckdb.VectorWriter[string], slots []byte) error {
	if len(t.rows) == 0 {
		return nil
	}
	first := slots[t.rows[0]*slotSize:][:slotSize]
	saved := [slotSize]byte(first)
	if err := writer.Set(t.rows[0], string(t.long)); err != nil {
		return err
	}
	kept, err := borrow(vector, t.rows[0])
	if err != nil {
		return err
	}
	copy(first, saved[:])
	for _, row := range t.rows {
		pointer := slots[row*slotSize+pointerAt:]
		binary.NativeEndian.PutUint64(pointer, uint64(uintptr(kept))+binary.NativeEndian.Uint64(pointer))
	}
	return nil
}

// slotsOf is the memory of the vector. A short text that the driver lends out lies in the first slot.
func slotsOf(vector duckdb.Vector, writer duckdb.VectorWriter[string]) ([]byte, error) {
	if err := writer.Set(0, "?"); err != nil {
		return nil, err
	}
	text, err := borrow(vector, 0)
	if err != nil {
		return nil, err
	}
	return unsafe.Slice((*byte)(unsafe.Add(text, -textAt)), writer.Len()*slotSize), nil
}

// borrow is where the text of a row lies.
func borrow(vector duckdb.Vector, row int) (unsafe.Pointer, error) {
	view, err := duckdb.GetVectorView[string](vector)
	if err != nil {
		return nil, err
	}
	text, _, err := view.GetValueBorrowed(row)
	return unsafe.Pointer(unsafe.StringData(text)), err
}

package reports

import (
	"encoding/binary"
	"math"
	"slices"
	"unicode/utf16"
)

// stream is a file within a container.
type stream struct {
	name    string
	content []byte
}

// Sizes and marks of the container (MS-CFB, version 3).
const (
	sectorSize       = 512
	smallSector      = 64
	smallest4K       = 4096 // what a stream needs to have sectors of its own
	perSector        = sectorSize / 4
	inHeader         = 109 // sectors of the table that the header lists
	endOfChain       = 0xfffffffe
	tableSector      = 0xfffffffd
	listSector       = 0xfffffffc
	noSector         = math.MaxUint32
	entriesPerSector = 4
	aStream          = 2
	theRoot          = 5
)

// compound is a container in the making: its sectors, and of each the one that follows it.
type compound struct {
	sectors []byte
	next    []uint32
}

// container puts the streams into one file, the kind in which office programs keep what is locked. The streams come in the order of
// their names' lengths, as the format sorts them.
func container(streams ...stream) []byte {
	var c compound
	var small []byte // the short streams, in sectors of their own size
	var smallNext []uint32
	directory := [][]byte{nil}
	for i, s := range streams {
		right := uint32(noSector)
		if i+1 < len(streams) {
			right = uint32(i + 2)
		}
		at := uint32(len(smallNext))
		if len(s.content) < smallest4K {
			smallNext = chained(smallNext, parted(len(s.content), smallSector))
			small = filledUp(append(small, s.content...), smallSector)
		} else {
			at = c.add(s.content)
		}
		directory = append(directory, entry(s.name, aStream, right, noSector, at, len(s.content)))
	}
	smallAt := c.add(small)
	directory[0] = entry("Root Entry", theRoot, noSector, 1, smallAt, len(small))
	for len(directory)%entriesPerSector != 0 {
		directory = append(directory, entry("", 0, noSector, noSector, 0, 0))
	}
	smallTable := c.add(numbers(smallNext))
	directoryAt := c.add(slices.Concat(directory...))
	return c.finish(directoryAt, smallTable, parted(len(smallNext), perSector))
}

// add writes the content in sectors that follow each other, and returns the first.
func (c *compound) add(content []byte) uint32 {
	if len(content) == 0 {
		return endOfChain
	}
	first := uint32(len(c.next))
	c.next = chained(c.next, parted(len(content), sectorSize))
	c.sectors = filledUp(append(c.sectors, content...), sectorSize)
	return first
}

// finish adds the table of which sector follows which, and the list of the table's own sectors, and puts the header before all.
func (c *compound) finish(directory, smallTable uint32, smallTables int) []byte {
	used, tables, lists := len(c.next), 0, 0
	for { // the table has a place in itself, and so has the list
		needed := parted(used+tables+lists, perSector)
		more := parted(max(0, needed-inHeader), perSector-1)
		if needed == tables && more == lists {
			break
		}
		tables, lists = needed, more
	}
	var places []uint32
	for i := range tables {
		places = append(places, uint32(used+i))
		c.next = append(c.next, tableSector)
	}
	for range lists {
		c.next = append(c.next, listSector)
	}
	head, rest := places[:min(tables, inHeader)], places[min(tables, inHeader):]
	var list []byte
	for i := range lists {
		following := uint32(used + tables + i + 1)
		if i == lists-1 {
			following = endOfChain
		}
		part := rest[:min(len(rest), perSector-1)]
		rest = rest[len(part):]
		list = append(list, filledUp(numbers(part), sectorSize-4)...)
		list = binary.LittleEndian.AppendUint32(list, following)
	}
	firstList := uint32(endOfChain)
	if lists > 0 {
		firstList = uint32(used + tables)
	}
	header := append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 16)...)
	for _, v := range []uint16{0x3e, 3, 0xfffe, 9, 6, 0, 0, 0} {
		header = binary.LittleEndian.AppendUint16(header, v)
	}
	for _, v := range []uint32{0, uint32(tables), directory, 0, smallest4K, smallTable, uint32(smallTables), firstList, uint32(lists)} {
		header = binary.LittleEndian.AppendUint32(header, v)
	}
	header = filledUp(append(header, numbers(head)...), sectorSize)
	return slices.Concat(header, c.sectors, filledUp(numbers(c.next), sectorSize), list)
}

// entry is how the directory tells of a stream or of the root.
func entry(name string, kind byte, right, child, first uint32, size int) []byte {
	var b []byte
	units := utf16.Encode([]rune(name))
	if name != "" {
		units = append(units, 0)
	}
	for _, u := range units {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	b = append(b, make([]byte, 64-len(b))...)
	b = binary.LittleEndian.AppendUint16(b, uint16(2*len(units)))
	b = append(b, kind, 1)
	for _, v := range []uint32{noSector, right, child} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = append(b, make([]byte, 36)...) // no class, state or times
	b = binary.LittleEndian.AppendUint32(b, first)
	return binary.LittleEndian.AppendUint64(b, uint64(size))
}

// chained adds so many sectors that follow each other.
func chained(next []uint32, sectors int) []uint32 {
	for i := range sectors {
		if i == sectors-1 {
			next = append(next, endOfChain)
		} else {
			next = append(next, uint32(len(next)+1))
		}
	}
	return next
}

func numbers(list []uint32) []byte {
	var b []byte
	for _, v := range list {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

// filledUp is the content with as much behind it as the last sector has room for.
func filledUp(content []byte, size int) []byte {
	for len(content)%size != 0 {
		content = append(content, 0xff)
	}
	return content
}

// parted is how many parts of the size it takes.
func parted(whole, size int) int { return (whole + size - 1) / size }

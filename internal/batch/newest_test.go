package batch

import (
	"slices"
	"testing"
)

func TestNewestBatchOfEachFileOfEachSource(t *testing.T) {
	read := func(number int, source, file string) Batch { return Batch{Number: number, Source: source, File: file} }
	all := []Batch{
		read(1, "tilbud", "a.csv"), read(2, "tilbud", "b.csv"), read(3, "tilbud", "a.csv"),
		read(4, "soknader", "b.csv"), // a file of that name in another source is another file
		read(5, "tilbud", "a.csv"),
	}
	var got []int
	for _, b := range Newest(all) {
		got = append(got, b.Number)
	}
	if want := []int{2, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("got batches %v, want %v", got, want)
	}
	if got := Newest(nil); len(got) != 0 {
		t.Errorf("got %v of no batches", got)
	}
}

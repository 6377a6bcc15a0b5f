package batch

import "slices"

// Newest returns the newest batch of each file of each source: the files as they were last read. The batches are in the order
// of loading, and so are those that are returned.
func Newest(batches []Batch) []Batch {
	type file struct{ source, name string }
	seen := map[file]bool{}
	var newest []Batch
	for _, b := range slices.Backward(batches) {
		if f := (file{b.Source, b.File}); !seen[f] {
			seen[f] = true
			newest = append(newest, b)
		}
	}
	slices.Reverse(newest)
	return newest
}

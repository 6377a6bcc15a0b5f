package ingest

// Record is one accepted row.
type Record struct {
	Sheet string // "" for csv
	Row   int    // the line in the file or the row of the sheet, from 1
	// Values are in the order of Feed.Fields: nil when nothing is known, else
	// a string, int64, float64, bool or time.Time as the field's Type says.
	// The slice is used again for a later row: copy what is to stay.
	Values []any
}

package metrics

// Fault is a reason why rows of a file were not taken in. Only who delivers the files is told, and never what stood there.
type Fault struct {
	Source, File string
	Column       string // the header; "" for the row as a whole
	Rows         int
	Reason       Words
	Remedy       Words // what whoever has the file can do
}

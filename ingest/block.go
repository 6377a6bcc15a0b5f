package ingest

// block is some rows that follow one another, and what becomes of them. It is
// filled and emptied many times over.
type block struct {
	rows     []row
	cells    []cell // of the rows, end to end
	bytes    int    // of text in them
	verdicts []verdict
	values   []any       // of the rows, end to end
	types    []typeCount // see checker
	err      error       // why no row comes after these: io.EOF, or what is wrong
	checked  chan struct{}
}

// A block ends when it has so many rows, or fewer that are larger than honest
// rows: several blocks are in memory at a time.
const (
	blockRows  = 512
	blockCells = 32 << 10
	blockBytes = 1 << 20
)

func (b *block) full() bool {
	return len(b.rows) >= blockRows || len(b.cells) >= blockCells || b.bytes >= blockBytes
}

func (b *block) empty() {
	b.rows, b.cells, b.bytes, b.err = b.rows[:0], b.cells[:0], 0, nil
	clear(b.types)
}

// add adds a row, whose cells the source goes on to use for the next.
func (b *block) add(r *row) {
	from := len(b.cells)
	b.cells = append(b.cells, r.cells...)
	for i := range r.cells {
		b.bytes += len(r.cells[i].text)
	}
	added := *r
	added.cells = b.cells[from:len(b.cells):len(b.cells)]
	b.rows = append(b.rows, added)
}

// judge comes to a verdict on every row.
func (b *block) judge(c *checker) {
	fields := len(c.columns)
	if need := len(b.rows) * fields; cap(b.values) < need {
		b.values = make([]any, need)
	}
	b.verdicts, c.types = b.verdicts[:0], b.types
	for i := range b.rows {
		b.verdicts = append(b.verdicts, c.check(&b.rows[i], b.values[i*fields:(i+1)*fields:(i+1)*fields]))
	}
}

// verdict is what a row is when it is seen by itself.
type verdict struct {
	row       int // its number
	total     bool
	values    []any     // nil when there are problems
	problems  []Problem // of a row of totals the one notice
	key       []any     // of a row with problems, nil where it cannot be read
	firstDays []Problem // the notices of dates without a day
	held      []int     // the columns with an identity number, whose problems are the first
	numbers   int       // how many identity numbers stand in them
	personal  []int     // the columns in which something else points at a person
}

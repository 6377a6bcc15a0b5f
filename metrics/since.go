package metrics

import "time"

// Since is what has changed since the edition before, as far as the audience may be told it. The zero Since: there is none.
type Since struct {
	Edition string
	AsOf    time.Time
	Changes []Change // in the order of the indicators
}

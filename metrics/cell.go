package metrics

// Cell is the place of a figure: which indicator, for whom, when, and which part of them.
type Cell struct {
	Indicator string `json:"indicator"`
	Version   int    `json:"version"`
	Programme string `json:"programme"` // a programme's id, or All
	Period    string `json:"period"`    // a cohort or a year, or All
	Breakdown string `json:"breakdown"` // "" for totals
	Category  string `json:"category"`  // "" for totals
	Region    string `json:"region"`    // "" for the programme's own; otherwise the id of another region that residence is told in
}

// IsPool says whether the period is several in a row taken together, such as 2006–2008.
func (c Cell) IsPool() bool { return pool.MatchString(c.Period) }

// IsPlain says whether the cell is of everybody, in the programme's own region.
func (c Cell) IsPlain() bool { return c.Breakdown == "" && c.Region == "" }

// BreakdownName says in words how those who count are told apart: Kjønn.
func (c Cell) BreakdownName(l Language) string { return l.Named("breakdown_", c.Breakdown) }

// unknownCategory is the category of those of whom nothing is said.
const unknownCategory = "unknown"

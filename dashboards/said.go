package dashboards

// said is a comment or a decision, with the page that it is about.
type said struct {
	Link
	Words string
}

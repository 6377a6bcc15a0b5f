package metrics

// Kommune is a municipality that people come from or live in.
type Kommune struct {
	Code, Name string   // as of today; the name is the only one that is written so
	Centrality string   // 1, the most central, to 6; "" where it has no class
	Of         []string // the programmes whose region it belongs to on the date
}

// The breakdowns whose categories are municipalities by their codes: where people grew up, and where they live. There are so many
// of them, with so few in each, that they are told over all periods only.
const (
	Origin    = "origin"
	Residence = "residence"
)

// The categories of these breakdowns that are no municipality.
const (
	Abroad = "9999" // outside the country
	// The municipalities together that the audience is not told apart: those of the programmes' regions, those outside, and all
	// of them where it is not told how many are inside.
	PlacesInside  = "inside"
	PlacesOutside = "outside"
	OtherPlaces   = "other"
)

// IsOthers says whether the category is several municipalities together.
func (c Cell) IsOthers() bool {
	return c.IsPlace() && (c.Category == PlacesInside || c.Category == PlacesOutside || c.Category == OtherPlaces)
}

// IsPlace says whether the category is one of the municipalities, or several.
func (c Cell) IsPlace() bool { return c.Breakdown == Origin || c.Breakdown == Residence }

// Kommune returns the municipality of the category; the zero Kommune where it is none.
func (d Draft) Kommune(c Cell) Kommune {
	for _, k := range d.Kommuner {
		if c.IsPlace() && k.Code == c.Category {
			return k
		}
	}
	return Kommune{}
}

// CategoryName says in words which of them they are: Kvinner, Kristiansund. What a source calls its own, such as a field of
// study, stays as it is there.
func (d Draft) CategoryName(c Cell, l Language) string {
	if c.Category == unknownCategory {
		return l.Say("category_unknown")
	}
	if c.IsPlace() {
		if kommune := d.Kommune(c); kommune.Name != "" {
			return kommune.Name
		}
		if c.Category == PlacesInside && len(d.Programmes) > 1 {
			return l.Say("category_place_inside_any")
		}
		return l.Named("category_place_", c.Category)
	}
	return l.Named("category_"+c.Breakdown+"_", c.Category)
}

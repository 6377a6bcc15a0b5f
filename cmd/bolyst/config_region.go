package main

// Region is another region than the programmes' own, in which residence is told too. It says in one of three ways which
// municipalities belong to it.
type Region struct {
	ID         string `key:"id,required"`
	Title      Text   `key:"title,required"`
	By         string `key:"by"`         // county: the counties that the programme's own municipalities lie in
	Centrality []int  `key:"centrality"` // the classes, 1 to 6, of Statistics Norway
	Kommuner   []Code `key:"kommuner"`   // codes of 2024
}

// checkRegions checks the other regions that residence is told in.
func (c *Config) checkRegions(found *findings) {
	seen := map[string]string{}
	for i, r := range c.Regions {
		at := item("$.region_definitions", i)
		checkID(found, at+".id", r.ID, seen)
		c.checkText(found, at+".title", r.Title)
		if r.By != "" {
			found.oneOf(at+".by", r.By, "config.unknown.region_rule", []string{"county"})
		}
		for j, class := range r.Centrality {
			if class < 1 || class > 6 {
				found.wrong(item(at+".centrality", j), Mistake{Code: "config.region.class", Args: []any{class}})
			}
		}
		for j, code := range r.Kommuner {
			checkKommune(found, item(at+".kommuner", j), string(code), c.municipalities())
		}
		rules := 0
		for _, given := range []bool{r.By != "", len(r.Centrality) > 0, len(r.Kommuner) > 0} {
			if given {
				rules++
			}
		}
		if rules != 1 && !found.mistakenIn(at) {
			found.wrong(at, Mistake{Code: "config.region.rule"})
		}
	}
}

package main

import "bolyst/metrics"

// Profile is what a programme writes about itself, in the fields of the district centre's catalogue. Its sentences may quote
// figures, such as {job_offer_rate} or {applicants 2009}: they are then written with the figures of each edition.
type Profile struct {
	Background   Text `key:"background"`
	Organisation Text `key:"organisation"`
	TargetGroups Text `key:"target_groups"`
	Activities   Text `key:"activities"`
	Selling      Text `key:"selling_points"`
	Municipality Text `key:"municipality"`
	County       Text `key:"county"`
	Results      Text `key:"results"`
	Learning     Text `key:"learning"`
}

// profileField is one field by its key.
type profileField struct {
	key  string
	text Text
}

// fields are those of the catalogue, in its order.
func (p Profile) fields() []profileField {
	return []profileField{
		{"background", p.Background}, {"organisation", p.Organisation}, {"target_groups", p.TargetGroups}, {"activities", p.Activities},
		{"selling_points", p.Selling}, {"municipality", p.Municipality}, {"county", p.County}, {"results", p.Results}, {"learning", p.Learning},
	}
}

// checkProfiles checks that every field is there in every language, names nobody by a number or an address, and quotes only
// figures that there are.
func (c *Config) checkProfiles(found *findings, indicators []string) {
	for i, p := range c.Programmes {
		for _, field := range p.Profile.fields() {
			at := item("$.programmes", i) + ".profile." + field.key
			c.checkText(found, at, field.text)
			for _, l := range languageNames() {
				checkPersonal(found, at, field.text[l])
				for _, id := range metrics.Quoted(field.text[l]) {
					found.oneOf(join(at, l), id, "config.unknown.indicator", indicators)
				}
			}
		}
	}
}

// written is the profile in the form that it is shown in. Fields that are not filled in are left out.
func (p Profile) written() []metrics.Fact {
	var written []metrics.Fact
	for _, field := range p.fields() {
		if field.text == nil {
			continue
		}
		fact := metrics.Fact{Name: metrics.Words{}, Text: words(field.text)}
		for _, l := range Languages() {
			fact.Name[metrics.Language(l)] = l.Say("profile." + field.key)
		}
		written = append(written, fact)
	}
	return written
}

package metrics

// ForAfter makes the table of one audience, as For does, so that it can follow the earlier editions that the audience has
// seen: nothing hidden now, hidden then, or changed in between for a few persons only, can be worked out from the new
// figures and any one of the earlier tables together.
//
// A figure that changed by fewer persons than the floor since the audience last saw it is therefore hidden until enough have
// come, and so is every total that would give the change away. What earlier editions have told already stays told.
func (d Draft) ForAfter(audience Audience, earlier ...Earlier) Table {
	t := d.For(audience)
	figures := protect(d.figures(), d.Definitions, audience.Floor, earlier...)
	t.Figures = t.Figures[:0]
	for _, f := range figures {
		if _, ok := t.definition(f.Indicator); ok {
			t.Figures = append(t.Figures, f)
		}
	}
	return t
}

package metrics

// ForAfter makes the table of one audience, as For does, so that it can follow the earlier editions that the audience has
// seen: nothing hidden now, hidden then, or changed in between for a few persons only, can be worked out from the new
// figures and any one of the earlier tables together.
//
// A figure that changed by fewer persons than the floor since the audience saw it is therefore hidden until enough have come,
// and so is every total that would give the change away. What earlier editions have told already stays told. Two earlier
// tables and the new one, all three together, are not solved; when one person leaves the very cell that another comes to, the
// counts are as if an outcome had been corrected, and are held back as such (Differences). What an earlier edition hid of the
// same date stays hidden too, until as many have changed (Earlier.SameDate).
func (d Draft) ForAfter(audience Audience, earlier ...Earlier) Table {
	t := d.For(audience)
	t.Figures = d.protected(audience, earlier...)
	t.Comments = t.commentsFor()
	return t
}

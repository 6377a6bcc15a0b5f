package metrics

import (
	"slices"
	"time"
)

// Comment is what the programme says of a figure, or has decided because of it.
type Comment struct {
	Kind                         CommentKind
	Indicator, Programme, Period string // Programme and Period may be All
	Text                         Words
	Author                       string // a role
	Date                         time.Time
}

// CommentKind says whether something was said or decided.
type CommentKind string

const (
	Remark   CommentKind = "comment"
	Decision CommentKind = "decision"
)

// CommentsOn returns what was said and decided of one figure, newest first.
func (t Table) CommentsOn(f Figure) []Comment {
	return slices.DeleteFunc(slices.Clone(t.Comments), func(c Comment) bool {
		return c.Indicator != f.Indicator || t.only(c.Indicator, c.Programme) != t.only(f.Indicator, f.Programme) || c.Period != f.Period || !f.IsPlain()
	})
}

// CommentsAbout returns what was said and decided of an indicator, whatever the programme and the period, newest first.
func (t Table) CommentsAbout(indicator string) []Comment {
	return slices.DeleteFunc(slices.Clone(t.Comments), func(c Comment) bool { return c.Indicator != indicator })
}

// Decisions returns what was decided, newest first.
func (t Table) Decisions() []Comment {
	return slices.DeleteFunc(slices.Clone(t.Comments), func(c Comment) bool { return c.Kind != Decision })
}

// commentsFor leaves out what concerns figures that the audience is not shown: of another audience's indicators, of details
// that only the staff see, and remarks on a figure that is hidden, since they might tell what it hides. A decision says what
// shall be done, not what became of whom, and stays, but for the public, who are told neither.
func (t Table) commentsFor() []Comment {
	return slices.DeleteFunc(slices.Clone(t.Comments), func(c Comment) bool {
		definition, ok := t.definition(c.Indicator)
		if !ok || t.Audience.Name == Public || c.Period != All && definition.Detail == "staff" && t.Audience.Floor > 1 {
			return true
		}
		return c.Kind == Remark && t.Figure(c.Indicator, c.Programme, c.Period).withheld()
	})
}

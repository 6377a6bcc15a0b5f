package reports

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// a4 is the paper in the numbering of the format.
const a4 = 9

// page sets the sheet up for paper: A4 across, as wide as the page, with what a loose sheet must say of itself in its head and
// foot. The rows from..to are repeated on every page; columns beyond the last one printed are for the screen.
func (s *sheet) page(lastColumn, from, to int, onePage bool) {
	if s.err != nil {
		return
	}
	s.settleHeights()
	yes, no, size, across, width, height := true, false, a4, "landscape", 1, 0
	if onePage {
		height = 1
	}
	side, top, edge := 0.5, 0.75, 0.3 // inches
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &across, FitToWidth: &width, FitToHeight: &height,
	}))
	s.try(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge, Horizontally: &yes,
	}))
	s.try(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	s.try(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + code(s.Name) + "&R" + code(s.audience()),
		OddFooter: "&L" + code(s.edition()) + "&C" + code(s.say("as_of", s.language.Date(day(s.AsOf)))) + "&R" + s.say("page", "&P", "&N"),
	}))
	// Some readers believe what a sheet says of its size, which the library leaves at one cell.
	s.try(s.file.SetSheetDimension(s.name, "A1:"+place(s.lastColumn, s.last)))
	s.try(s.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: s.name,
		RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted(s.name), columnName(lastColumn), s.last),
	}))
	if from > 0 {
		s.try(s.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(s.name), from, to),
		}))
	}
}

// edition names the edition, or the last batch that counts where no edition was made.
func (b *book) edition() string {
	if b.Edition == "" {
		return b.metric("known_at") + " " + fmt.Sprint(b.KnownAt)
	}
	return b.metric("edition") + " " + b.Edition
}

// longestPart keeps a head or foot, of three parts and their codes, within the 255 characters that the format allows.
const longestPart = 70

// code is a text in a head or foot, where & begins a code.
func code(text string) string {
	return strings.ReplaceAll(cut(plain(text), longestPart), "&", "&&")
}

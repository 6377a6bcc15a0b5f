package reports

import (
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// a4 is the paper in the numbering of the format.
const a4 = 9

// page sets the sheet up for paper: A4 across, or upright where the sheet is one tall page, as wide as the page, with what a loose sheet must say of itself in its head and
// foot. The rows from..to are repeated on every page; columns beyond the last one printed are for the screen.
func (s *sheet) page(lastColumn, from, to int, onePage bool) {
	if s.err != nil {
		return
	}
	s.settleHeights()
	s.last += s.flowing
	high := 0
	if onePage {
		high = 1
	}
	s.paper(1, high, onePage && s.isTall(lastColumn))
	if !onePage && len(s.pagesBefore) > 0 {
		s.breakPage(lastColumn)
	}
	no := false
	s.try(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	// Some readers believe what a sheet says of its size, which the library leaves at one cell.
	s.try(s.file.SetSheetDimension(s.name, "A1:"+place(s.lastColumn, s.last)))
	s.try(s.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: s.name,
		RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted(s.name), columnName(lastColumn), s.last),
	}))
	if from > 0 {
		s.repeat(fmt.Sprintf("%s!$%d:$%d", quoted(s.name), from, to))
	}
}

// What is printed of a sheet of A4 across and upright, in points, and how wide a character of a column's width is on it.
const (
	pageWidth     = 770.0
	pageHeight    = 487.0
	uprightWidth  = 523.0
	uprightHeight = 734.0
	digitWidth    = 5.6
)

// smallest is the scale under which letters get too small to read.
const smallest = 0.55

// printedWidth is the width of the columns in points.
func (s *sheet) printedWidth(lastColumn int) float64 {
	var width float64
	for _, w := range s.widths[:lastColumn] {
		width += w * digitWidth
	}
	return width
}

// fitsOnePage says whether the sheet is readable on one page.
func (s *sheet) fitsOnePage(lastColumn int) bool {
	across, upright := s.scales(lastColumn)
	return max(across, upright) >= smallest
}

// isTall says whether letters are clearly larger when the sheet is printed on one page that stands upright.
func (s *sheet) isTall(lastColumn int) bool {
	across, upright := s.scales(lastColumn)
	return upright > 1.1*across && across < 1
}

// scales are those at which the sheet fits one page that lies across, and one that stands upright.
func (s *sheet) scales(lastColumn int) (across, upright float64) {
	var height float64
	for row := 1; row <= s.last; row++ {
		height += max(s.heights[row], rowHeight)
	}
	width := s.printedWidth(lastColumn)
	return min(pageWidth/width, pageHeight/height), min(uprightWidth/width, uprightHeight/height)
}

// breakPage begins a page with every row that asks for it. Breaks are heeded only by a sheet that is scaled, not fitted.
func (s *sheet) breakPage(lastColumn int) {
	no, scale := false, uint(100*min(1, 0.97*pageWidth/s.printedWidth(lastColumn)))
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &no}))
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{AdjustTo: &scale}))
	for _, row := range s.pagesBefore {
		s.try(s.file.InsertPageBreak(s.name, place(1, row)))
	}
}

// paper makes the sheet so many pages of A4 wide, and high; 0 is as many as it takes.
func (s *sheet) paper(wide, high int, upright bool) {
	yes, size, way := true, a4, "landscape"
	if upright {
		way = "portrait"
	}
	side, top, edge := 0.5, 0.75, 0.3 // inches
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &way, FitToWidth: &wide, FitToHeight: &high,
	}))
	s.try(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge, Horizontally: &yes,
	}))
	s.try(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + code(s.edges.left) + "&R" + code(s.edges.right),
		OddFooter: "&L" + code(s.edges.from) + "&C" + code(s.edges.when) + "&R" + s.say("page", "&P", "&N"),
	}))
}

// repeat has the rows or columns, or both, on every page.
func (s *sheet) repeat(reference string) {
	s.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: reference}))
}

// edges are the texts of the head and foot of every page, besides its number.
type edges struct {
	left, right string // in the head
	from, when  string // in the foot: what it comes from, and of which date it is
}

// on is the day as a foot says it; a zero time says nothing.
func (b *book) on(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return b.language.Date(day(t))
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

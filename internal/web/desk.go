package web

// Desk is what the pages for those who work with the programme have in common, in the words of one language.
type Desk struct {
	Language   string
	Service    string // its name
	Title      string
	At         string   // when this was so
	Findings   []string // what somebody must look at
	NoFindings string   // said where there are none; "": nothing is
	Back       string   // to the newest edition
	Beside     []Link   // the other pages of the desk
	Others     []Link   // this page in the other languages
	SignOut    string   // the button; "": nobody signs in
}

// Link leads to a page of the service, which is in the language of this one where it says none.
type Link struct{ Address, Text, Language string }

// Table is a table of words. Without rows it is not shown.
type Table struct {
	Caption  string
	Note     string // under it
	Headings []Heading
	Rows     []Row
}

// Heading is that of a column. A phone shows it beside each of the column's cells.
type Heading struct {
	Text   string
	Number bool // the column holds numbers, which stand to the right
}

// Row is a row of a table: what it is about, and what is said of it.
type Row struct {
	Late  bool // somebody must look at it
	Cells []string
}

// Heading is that of a column; the zero Heading where there is none.
func (t Table) Heading(column int) Heading {
	if column < len(t.Headings) {
		return t.Headings[column]
	}
	return Heading{}
}

package ingest

// Problem is a fault in the data, with its place: what stood there, which rule
// it broke and what may stand there. It is data, not an error.
type Problem struct {
	File, Sheet string
	Row         int    // the line in the file or the row of the sheet, from 1; 0 when the file as a whole is meant
	Column      string // the column's letter, in csv as in xlsx; "" when the row as a whole is meant
	Header      string // what stands over the column
	Field       string // the field of the feed; "" for a column that is not mapped
	Found       string // what stood there; "" when nothing did, and when Masked
	Masked      bool   // what stood there is personal and is not repeated
	Rule        string // one of the rules below
	Allowed     string // what may stand there, the same in every language
}

// The rules a row can break.
const (
	RuleRequired         = "required"
	RuleDate             = "type.date"
	RuleInteger          = "type.integer"
	RuleNumber           = "type.number"
	RuleNumberAmbiguous  = "type.number_ambiguous" // 1.234
	RuleBoolean          = "type.boolean"
	RuleEnum             = "enum"
	RuleCohort           = "type.cohort"
	RuleRange            = "range"
	RulePattern          = "pattern"
	RuleOrgNo            = "orgno"
	RuleKommuneUnknown   = "kommune.unknown"
	RuleKommuneAmbiguous = "kommune.ambiguous"
	RuleKommuneCounty    = "kommune.county" // a municipality that never lay in the county beside it
	RuleIdentityNumber   = "identity_number"
	RulePersonal         = "personal"      // a name, an address or the like in a field that is stored as it stands
	RuleCellError        = "cell.error"    // the cell holds an error of the spreadsheet
	RuleCellLost         = "cell.lost"     // a letter was lost where the file was made
	RuleCellFormula      = "cell.formula"  // the cell holds a formula that was never calculated
	RuleRowShort         = "row.short"     // fewer cells than the header row
	RuleRowLong          = "row.long"      // a cell beyond the last header
	RuleQuote            = "row.quote"     // a quotation mark in the middle of a cell
	RuleMultiSeveral     = "multi.several" // several answers where the field holds one
)

// The rules a file as a whole can break. Nothing of such a file is loaded.
const (
	RuleHeaderMissing   = "header.missing"
	RuleHeaderTwice     = "header.twice"
	RuleHeaderNone      = "header.none" // no row that could be one, in a file that is looked at for the first time
	RuleSheetMissing    = "sheet.missing"
	RuleColumnsNew      = "columns.new"          // columns that the mapping does not speak of
	RuleColumnsMissing  = "columns.missing"      // mapped columns that are not there
	RuleColumnType      = "columns.type"         // most of a column is of another type
	RuleIdentityNumbers = "identity_numbers"     // too many in the file, or in one column, for a slip
	RuleIdentityName    = "identity_number.name" // in the name of the file or sheet, or above the data
	RulePersonalColumn  = "personal.column"      // so much of a column points at persons that it is no slip
	RuleFileEmpty       = "file.empty"           // nothing in it
	RuleFileFormat      = "file.format"          // not the kind of file the source says
	RuleFileOldExcel    = "file.xls"             // the format of Excel before 2007
	RuleFileEncrypted   = "file.encrypted"       // protected by a password
	RuleFileOther       = "file.other"           // a packed file, and no workbook
	RuleFileCut         = "file.cut"             // its end is missing
	RuleFilePart        = "file.part"            // a part of it is missing
	RuleFileOrder       = "file.order"           // rows, cells or parts twice or out of order
	RuleFileText        = "file.text"            // a cell refers to a text that is not there
	RuleFileNoSheets    = "file.no_sheets"       // no sheet that holds cells
	RuleFileDamaged     = "file.damaged"         // not well-formed
	RuleFileTooLarge    = "file.too_large"       // larger when unpacked than an honest file
	RuleFilePacked      = "file.packed"          // packed more tightly than an honest file
	RuleFileParts       = "file.parts"           // of more parts than an honest file
	RuleFileColumns     = "file.columns"         // wider than an honest file
	RuleFileEncoding    = "file.encoding"        // bytes that are not text in the encoding the source says
	RuleFileMacintosh   = "file.macintosh"       // read as Windows-1252, and written on a Mac of before 2001
	RuleFileNUL         = "file.nul"             // NUL characters: not a text file
	RuleFileRecord      = "file.record"          // a record longer than an honest one
	RuleFileQuote       = "file.quote"           // a quotation mark that is not closed
)

// Refused is the error of a file that was refused as a whole. Whatever was
// handed over before must be discarded.
type Refused struct{ Problem }

// Error is the problem's sentence in Norwegian, the language of the house.
func (r Refused) Error() string { return r.Text("nb") }

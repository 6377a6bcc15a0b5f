package ingest

import "strings"

// Fault is a mistake in a mapping. Path leads to it from the source's own
// entry in the configuration: columns, gender.
type Fault struct {
	Path    []string
	Found   string // what stood there
	Rule    string
	Allowed string // what may stand there
}

// The rules a mapping can break.
const (
	FaultFeed          = "feed"           // no such feed
	FaultProgramme     = "programme"      // not written as an id
	FaultFormat        = "format"         // not one of the allowed settings
	FaultOnlyFor       = "format.for"     // a setting of another type of file
	FaultField         = "field"          // the feed has no such field
	FaultHeader        = "header"         // no header given
	FaultUnmapped      = "unmapped"       // a required field has neither column nor constant
	FaultBoth          = "both"           // a field has a column and a constant
	FaultNoColumn      = "no_column"      // values of a field that is read from no column
	FaultValue         = "value"          // a value the contract does not allow
	FaultTwice         = "twice"          // the same word means two values
	FaultDates         = "dates"          // not a form of a date
	FaultMulti         = "multi"          // nothing that could stand between answers
	FaultMultiPersonal = "multi.personal" // an identifier is never several
	FaultIgnored       = "ignored"        // a header is both read and ignored
	FaultKommune       = "kommune"        // a county for a field that is no municipality
	FaultCounty        = "county"         // no county of any year
)

// Error is the fault's sentence in Norwegian.
func (f Fault) Error() string { return f.Text("nb") }

// Text is the fault as one sentence in nb, nn or en.
func (f Fault) Text(language string) string {
	sentence := faultSentences[f.Rule].in(language)
	fill := strings.NewReplacer("{found}", f.Found, "{allowed}", f.Allowed)
	return strings.Join(f.Path, ".") + ": " + fill.Replace(sentence)
}

var faultSentences = map[string]sentence{
	FaultFeed: {
		"«{found}» er ikke et datasett; skriv en av {allowed}",
		"«{found}» er ikkje eit datasett; skriv eitt av {allowed}",
		"“{found}” is not a feed; write one of {allowed}"},
	FaultProgramme: {
		"«{found}» er ikke en gyldig program-id; skriv små bokstaver, siffer, _ og -, med en bokstav først",
		"«{found}» er ikkje ein gyldig program-id; skriv små bokstavar, siffer, _ og -, med ein bokstav først",
		"“{found}” is not a valid programme id; write small letters, digits, _ and -, beginning with a letter"},
	FaultFormat: {
		"«{found}» er ikke gyldig; skriv {allowed}",
		"«{found}» er ikkje gyldig; skriv {allowed}",
		"“{found}” is not valid; write {allowed}"},
	FaultOnlyFor: {
		"gjelder bare filer av typen {allowed}; ta det bort",
		"gjeld berre filer av typen {allowed}; ta det bort",
		"is only for files of the type {allowed}; remove it"},
	FaultField: {
		"datasettet har ikke feltet «{found}»; feltene er {allowed}",
		"datasettet har ikkje feltet «{found}»; felta er {allowed}",
		"the feed has no field “{found}”; its fields are {allowed}"},
	FaultHeader: {
		"overskriften er tom; skriv det som står over kolonnen i filen",
		"overskrifta er tom; skriv det som står over kolonnen i fila",
		"the header is empty; write what stands over the column in the file"},
	FaultUnmapped: {
		"feltet {found} må ha en verdi; sett det opp under columns eller constants",
		"feltet {found} må ha ein verdi; set det opp under columns eller constants",
		"the field {found} must have a value; give it a column under columns or a value under constants"},
	FaultBoth: {
		"feltet {found} står både under columns og constants; ta bort det ene",
		"feltet {found} står både under columns og constants; ta bort det eine",
		"the field {found} stands under both columns and constants; remove one"},
	FaultNoColumn: {
		"feltet {found} leses ikke fra noen kolonne, så verdiene brukes aldri; sett det opp under columns",
		"feltet {found} blir ikkje lese frå nokon kolonne, så verdiane blir aldri brukte; set det opp under columns",
		"the field {found} is read from no column, so these values are never used; give it a column under columns"},
	FaultValue: {
		"«{found}» er ikke en gyldig verdi; tillatt er {allowed}",
		"«{found}» er ikkje ein gyldig verdi; tillate er {allowed}",
		"“{found}” is not a valid value; allowed is {allowed}"},
	FaultTwice: {
		"«{found}» står to ganger med ulik betydning; ta bort den ene",
		"«{found}» står to gonger med ulik tyding; ta bort den eine",
		"“{found}” stands twice with different meanings; remove one"},
	FaultKommune: {
		"feltet «{found}» er ikke en kommune; fylke kan settes for {allowed}",
		"feltet «{found}» er ikkje ein kommune; fylke kan setjast for {allowed}",
		"the field “{found}” is not a municipality; a county can be set for {allowed}"},
	FaultCounty: {
		"«{found}» er ikke et fylke; skriv navnet eller nummeret, for eksempel {allowed}",
		"«{found}» er ikkje eit fylke; skriv namnet eller nummeret, til dømes {allowed}",
		"“{found}” is not a county; write its name or number, for example {allowed}"},
	FaultDates: {
		"«{found}» er ikke en datoform; skriv for eksempel {allowed}",
		"«{found}» er ikkje ei datoform; skriv til dømes {allowed}",
		"“{found}” is not the form of a date; write for example {allowed}"},
	FaultMulti: {
		"«{found}» kan ikke skille svar fra hverandre; skriv for eksempel {allowed}",
		"«{found}» kan ikkje skilje svar frå kvarandre; skriv til dømes {allowed}",
		"“{found}” cannot stand between answers; write for example {allowed}"},
	FaultMultiPersonal: {
		"feltet {found} peker på én person, så cellen kan ikke ha flere svar; ta det bort",
		"feltet {found} peikar på éin person, så cella kan ikkje ha fleire svar; ta det bort",
		"the field {found} points at one person, so the cell cannot hold several answers; remove it"},
	FaultIgnored: {
		"overskriften «{found}» står både under ignore og under columns: {allowed}; ta bort det ene",
		"overskrifta «{found}» står både under ignore og under columns: {allowed}; ta bort det eine",
		"the header “{found}” stands under both ignore and columns: {allowed}; remove one"},
}

package ingest

import "fmt"

// KommuneFault is why a list of municipalities cannot be used.
type KommuneFault struct {
	file string // codes, changes or counties; "" when it is in what they say together
	rule string
	args []any
}

func kommuneFault(rule string, args ...any) error { return KommuneFault{rule: rule, args: args} }

// inKommuneFile adds to a fault the file it is in.
func inKommuneFile(file string, err error) error {
	if fault, ok := err.(KommuneFault); ok {
		fault.file = file
		return fault
	}
	return err
}

// Error is the fault's sentence in Norwegian.
func (f KommuneFault) Error() string { return f.Text("nb") }

// Text is the fault as one sentence without its point, in nb, nn or en.
func (f KommuneFault) Text(language string) string {
	return kommuneFilesSaid[f.file].in(language) + fmt.Sprintf(kommuneSentences[f.rule].in(language), f.args...)
}

var kommuneFilesSaid = map[string]sentence{
	"codes":    {"filen med koder: ", "fila med kodar: ", "the file of codes: "},
	"changes":  {"filen med endringer: ", "fila med endringar: ", "the file of changes: "},
	"counties": {"filen med fylker: ", "fila med fylke: ", "the file of counties: "},
}

var kommuneSentences = map[string]sentence{
	"older":       {"den gjelder %s, og programmet har alt listen for %s; oppgi en senere dato med --as-of", "ho gjeld %s, og programmet har alt lista for %s; oppgje ein seinare dato med --as-of", "it is of %s, and the program has that of %s already; give a later date with --as-of"},
	"none":        {"ingen av de %d kodene gjelder %s; hent dem for den dagen, eller oppgi en annen med --as-of", "ingen av dei %d kodane gjeld %s; hent dei for den dagen, eller oppgje ein annan med --as-of", "none of the %d codes is in use on %s; fetch those of that day, or give another with --as-of"},
	"lost":        {"%s er ikke blant kodene, og ingen endring etter %s sier hva det ble; hent endringene fra den dagen", "%s er ikkje mellom kodane, og inga endring etter %s seier kva det vart; hent endringane frå den dagen", "%s is not among the codes, and no change after %s says what it became; fetch the changes from that day on"},
	"new":         {"%s er nytt blant kodene, og ingen endring etter %s fører dit; hent endringene fra den dagen", "%s er nytt mellom kodane, og inga endring etter %s fører dit; hent endringane frå den dagen", "%s is new among the codes, and no change after %s leads to it; fetch the changes from that day on"},
	"unheard":     {"%s %s er ikke blant kodene, men en endring %s fører dit; hent kodene på nytt", "%s %s er ikkje mellom kodane, men ei endring %s fører dit; hent kodane på nytt", "%s %s is not among the codes, but a change on %s leads to it; fetch the codes again"},
	"ended":       {"%s %s tok slutt %s, og ingen endring sier hva det ble; hent endringene på nytt", "%s %s tok slutt %s, og inga endring seier kva det vart; hent endringane på nytt", "%s %s ended on %s, and no change says what it became; fetch the changes again"},
	"county":      {"%s %s: intet fylke har nummeret %s; hent fylkene også (--counties)", "%s %s: ikkje noko fylke har nummeret %s; hent fylka òg (--counties)", "%s %s: no county has the number %s; fetch the counties too (--counties)"},
	"from":        {"endringen %s av %s %s: ingen kommune har det nummeret til da", "endringa %s av %s %s: ingen kommune har det nummeret til då", "the change on %s of %s %s: no municipality has that code until then"},
	"to":          {"endringen %s av %s %s: ingen kommune er %s %s fra da", "endringa %s av %s %s: ingen kommune er %s %s frå då", "the change on %s of %s %s: no municipality is %s %s from then"},
	"code":        {"koden %q %q (%s–%s) må ha fire siffer, et navn og datoer, som i klassifikasjon 131", "koden %q %q (%s–%s) må ha fire siffer, eit namn og datoar, som i klassifikasjon 131", "the code %q %q (%s–%s) needs four digits, a name and dates, as in classification 131"},
	"county_code": {"koden %q %q må ha to siffer og et navn, som i klassifikasjon 104", "koden %q %q må ha to siffer og eit namn, som i klassifikasjon 104", "the code %q %q needs two digits and a name, as in classification 104"},
	"change":      {"endringen fra %q til %q %q må ha fire siffer og en dato", "endringa frå %q til %q %q må ha fire siffer og ein dato", "the change from %q to %q on %q needs four digits and a date"},
	"no_codes":    {"den har ingen koder; den skal være codesAt.json eller codes.json fra KLASS", "ho har ingen kodar; ho skal vere codesAt.json eller codes.json frå KLASS", "it has no codes; it is to be codesAt.json or codes.json of KLASS"},
	"no_changes":  {"den har ingen liste over endringer; den skal være changes.json fra KLASS", "ho har inga liste over endringar; ho skal vere changes.json frå KLASS", "it has no list of changes; it is to be changes.json of KLASS"},
	"no_json":     {"den er ikke en JSON-fil fra KLASS; lagre svaret fra KLASS som det er", "ho er inga JSON-fil frå KLASS; lagre svaret frå KLASS som det er", "it is not a JSON file of KLASS; save the answer of KLASS as it is"},
	"after_end":   {"det står noe etter slutten av JSON-teksten; lagre svaret fra KLASS som det er", "det står noko etter slutten av JSON-teksten; lagre svaret frå KLASS som det er", "something stands after the end of the JSON text; save the answer of KLASS as it is"},
	"no_list":     {"den er ikke skrevet av «bolyst kommuner import»", "ho er ikkje skriven av «bolyst kommuner import»", "it was not written by “bolyst kommuner import”"},
	"as_of":       {"dagen %q er ikke en dato som 2024-01-01", "dagen %q er ikkje ein dato som 2024-01-01", "the day %q is not a date such as 2024-01-01"},
}

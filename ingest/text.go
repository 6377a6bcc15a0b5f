package ingest

import (
	"fmt"
	"strings"
)

// Text is the problem as one sentence: the place, what stood there, what may
// stand there and what to do. The languages are nb and en; any other is nb.
func (p Problem) Text(language string) string {
	say := sentences[p.Rule]
	words := norwegian
	sentence := say.nb
	if language == "en" {
		words, sentence = english, say.en
	}
	found := words.open + p.Found + words.close
	switch {
	case p.Masked:
		found = words.masked
	case p.Found == "":
		found = words.nothing
	}
	switch {
	case p.Rule == RuleRequired && (p.Found != "" || p.Masked):
		sentence = words.countsAsEmpty
	case p.Rule == RuleKommuneUnknown && p.Allowed == "":
		sentence = words.mustBeKommune
	case p.Rule == RuleHeaderMissing && p.Found == "":
		sentence = words.noHeader
	}
	fill := strings.NewReplacer("{found}", found, "{allowed}", p.Allowed, "{choice}", choice(p.Allowed, words.or), "{field}", p.Field)
	return p.place(words) + ": " + fill.Replace(sentence) + "."
}

// choice writes the last comma of a list as "or".
func choice(list, or string) string {
	if i := strings.LastIndex(list, ", "); i >= 0 {
		return list[:i] + " " + or + " " + list[i+2:]
	}
	return list
}

// place is where the problem is, from the file down to the cell.
func (p Problem) place(w words) string {
	var place []string
	add := func(format string, args ...any) { place = append(place, fmt.Sprintf(format, args...)) }
	if p.File != "" {
		add("%s", p.File)
	}
	if p.Sheet != "" {
		add("%s %s%s%s", w.sheet, w.open, p.Sheet, w.close)
	}
	if p.Row > 0 {
		add("%s %d", w.row, p.Row)
	}
	switch {
	case p.Column != "" && p.Header != "":
		add("%s %s %s%s%s", w.column, p.Column, w.open, p.Header, w.close)
	case p.Column != "":
		add("%s %s", w.column, p.Column)
	case p.Field != "":
		add("%s %s", w.field, p.Field)
	}
	return strings.Join(place, ", ")
}

type words struct {
	sheet, row, column, field string
	open, close               string // quotation marks
	or                        string
	masked, nothing           string // in place of what was found
	countsAsEmpty, noHeader   string // sentences for when something, or nothing, was found
	mustBeKommune             string // for a field that no place outside Norway can stand in
}

var (
	norwegian = words{
		sheet: "ark", row: "rad", column: "kolonne", field: "felt", open: "«", close: "»", or: "eller",
		masked: "verdien (som ikke vises)", nothing: "en tom celle",
		countsAsEmpty: "{found} regnes som tomt, men {field} må ha en verdi; fyll den ut",
		mustBeKommune: "{found} er verken et kommunenummer eller et kommunenavn; rett det, eller legg det inn under values: {field} i kilden med kommunenummeret det betyr",
		noHeader:      "ingen av de første 30 radene har noen av overskriftene som kreves ({allowed}); rett overskriftene, eller columns i kilden",
	}
	english = words{
		sheet: "sheet", row: "row", column: "column", field: "field", open: "“", close: "”", or: "or",
		masked: "the value (which is not shown)", nothing: "an empty cell",
		countsAsEmpty: "{found} counts as empty, but {field} must have a value; fill it in",
		mustBeKommune: "{found} is neither the code nor the name of a municipality; correct it, or add it under values: {field} of the source with the code it means",
		noHeader:      "none of the first 30 rows has any of the headers needed ({allowed}); correct the headers, or columns of the source",
	}
)

// sentences say what is wrong and what to do, by rule. {found} is what stood
// there, {allowed} what may stand there, {choice} the
// same as a choice, {field} the field of the feed.
var sentences = map[string]struct{ nb, en string }{
	RuleRequired: {
		"cellen er tom, men {field} må ha en verdi; fyll den ut",
		"the cell is empty, but {field} must have a value; fill it in"},
	RuleDate: {
		"{found} er ikke en gyldig dato; skriv en dato som finnes, på formen {choice}, eller legg formen inn under dates i kilden",
		"{found} is not a valid date; write a date that exists, in the form {choice}, or add its form under dates of the source"},
	RuleInteger: {
		"{found} er ikke et helt tall; skriv bare siffer, for eksempel 2010",
		"{found} is not a whole number; write digits only, for example 2010"},
	RuleNumber: {
		"{found} er ikke et tall; skriv for eksempel 69500 eller 69 500,50",
		"{found} is not a number; write for example 69500 or 69 500,50"},
	RuleNumberAmbiguous: {
		"{found} kan være to tall, for punktumet kan skille tusener eller desimaler; skriv for eksempel 1234 eller 1,234",
		"{found} can be two numbers, for the point may divide thousands or decimals; write for example 1234 or 1,234"},
	RuleBoolean: {
		"{found} er verken ja eller nei; skriv Ja eller Nei, eller legg ordet inn under values: {field} i kilden",
		"{found} is neither yes nor no; write Ja or Nei, or add the word under values: {field} of the source"},
	RuleEnum: {
		"{found} er ikke en av verdiene for {field}; skriv {choice}, eller legg ordet inn under values: {field} i kilden",
		"{found} is not one of the values of {field}; write {choice}, or add the word under values: {field} of the source"},
	RuleRange: {
		"{found} er utenfor grensene; {field} skal være {allowed}, så rett verdien",
		"{found} is out of bounds; {field} must be {allowed}, so correct the value"},
	RulePattern: {
		"{found} har feil form; {field} skal følge mønsteret {allowed}, så rett verdien",
		"{found} has the wrong form; {field} must match the pattern {allowed}, so correct the value"},
	RuleOrgNo: {
		"{found} er ikke et gyldig organisasjonsnummer; skriv ni siffer, der det siste er kontrollsifferet, slik de står i Enhetsregisteret",
		"{found} is not a valid organisation number; write nine digits, of which the last is the check digit, as they stand in the register of entities (Enhetsregisteret)"},
	RuleKommuneUnknown: {
		"{found} er verken et kommunenummer eller et kommunenavn; rett det, skriv 9999 for et sted utenfor kommunene, som utlandet og Svalbard, eller legg det inn under values: {field} i kilden med kommunenummeret (eller 9999) det betyr",
		"{found} is neither the code nor the name of a municipality; correct it, write 9999 for a place outside the municipalities, such as abroad and Svalbard, or add it under values: {field} of the source with the code (or 9999) it means"},
	RuleKommuneAmbiguous: {
		"{found} kan være {choice}; skriv kommunenummeret, eller legg {found} inn under values: {field} i kilden med nummeret det betyr",
		"{found} can be {choice}; write the code, or add {found} under values: {field} of the source with the code it means"},
	RuleCohort: {
		"{found} er ikke et kull; skriv året det begynte, for eksempel {choice}",
		"{found} is not a cohort; write the year it began, for example {choice}"},
	RuleKommuneCounty: {
		"{found} har aldri ligget i fylket som er oppgitt; det kan være {choice}: rett kommunen eller fylket",
		"{found} was never in the county that is given; it can be {choice}: correct the municipality or the county"},
	RuleIdentityNumber: {
		"cellen inneholder et fødselsnummer eller D-nummer, som verken vises eller lagres; fjern nummeret i kilden og les filen inn på nytt",
		"the cell holds a national identity number or D-number, which is neither shown nor stored; remove the number at the source and load the file again"},
	RuleCellError: {
		"cellen inneholder regnearkfeilen {found}; rett formelen eller skriv inn verdien",
		"the cell holds the spreadsheet error {found}; correct the formula or write the value"},
	RuleCellFormula: {
		"cellen har en formel uten beregnet verdi; åpne filen i Excel, lagre den og les den inn på nytt",
		"the cell has a formula without a calculated value; open the file in Excel, save it and load it again"},
	RuleRowShort: {
		"raden har færre celler enn overskriftsraden ({allowed}); se etter linjeskift eller skilletegn som mangler",
		"the row has fewer cells than the header row ({allowed}); look for a line break or a delimiter that is missing"},
	RuleRowLong: {
		"raden har innhold etter den siste overskriften; sett tekst som inneholder skilletegnet, i anførselstegn",
		"the row has content beyond the last header; put text that contains the delimiter in quotation marks"},
	RuleQuote: {
		"et anførselstegn står midt i en celle, så raden kan ikke deles sikkert; sett hele teksten i anførselstegn og doble dem som er inni",
		"a quotation mark stands in the middle of a cell, so the row cannot be divided with certainty; put the whole text in quotation marks and double those inside"},
	RuleMultiSeveral: {
		"{found} er flere svar ({allowed}), men {field} har plass til ett; la ett svar stå, eller gi svarene samme betydning under values: {field} i kilden",
		"{found} is several answers ({allowed}), but {field} holds one; leave one answer, or give the answers the same meaning under values: {field} of the source"},

	RuleHeaderMissing: {
		"ingen av de første 30 radene har alle overskriftene som kreves; det mangler {allowed}, og funnet ble {found}: rett overskriftene, eller columns i kilden",
		"none of the first 30 rows has all the headers needed; missing is {allowed}, and found was {found}: correct the headers, or columns of the source"},
	RuleHeaderTwice: {
		"overskriften for {field} står over flere kolonner ({allowed}); gi kolonnene ulike overskrifter",
		"the header for {field} stands over several columns ({allowed}); give the columns different headers"},
	RuleHeaderNone: {
		"ingen av de første 30 radene har to overskrifter som er kjent; sjekk at filen har en tabell med overskrifter over kolonnene, eller sett opp kilden for hånd",
		"none of the first 30 rows has two headers that are known; check that the file has a table with headers over its columns, or set up the source by hand"},
	RuleSheetMissing: {
		"arket finnes ikke i filen; arkene er {allowed}: rett sheet i kilden",
		"the file has no such sheet; its sheets are {allowed}: correct sheet of the source"},
	RuleColumnsNew: {
		"filen er avvist fordi den har kolonner som ikke er satt opp ({allowed}): {found}; legg dem inn under columns eller ignore i kilden",
		"the file is refused because it has columns that are not set up ({allowed}): {found}; add them under columns or ignore of the source"},
	RuleColumnsMissing: {
		"filen er avvist fordi den mangler kolonner som er satt opp: {allowed}; legg dem til i filen, eller ta dem bort under columns i kilden",
		"the file is refused because it lacks columns that are set up: {allowed}; add them to the file, or remove them under columns of the source"},
	RuleColumnType: {
		"filen er avvist fordi over halvparten av cellene i kolonnen har en annen type enn {field}; her skal det stå {choice}, så rett columns eller dates i kilden",
		"the file is refused because more than half of the cells of the column have another type than {field}; it takes {choice}, so correct columns or dates of the source"},
	RuleIdentityNumbers: {
		"filen er avvist fordi den inneholder to eller flere fødselsnumre eller D-numre, eller slike i over 20 % av en kolonne; de verken vises eller lagres: fjern dem i kilden og les filen inn på nytt",
		"the file is refused because it holds two or more national identity numbers or D-numbers, or such in over 20 % of a column; they are neither shown nor stored: remove them at the source and load the file again"},
	RuleIdentityName: {
		"filen er avvist fordi navnet på filen eller arket, eller teksten over dataene, inneholder et fødselsnummer eller D-nummer, som verken vises eller lagres; fjern nummeret og les filen inn på nytt",
		"the file is refused because the name of the file or sheet, or the text above the data, holds a national identity number or D-number, which is neither shown nor stored; remove the number and load the file again"},
	RuleFileEmpty: {
		"filen er tom; sjekk at riktig fil er lagt i mappen",
		"the file is empty; check that the right file was put in the folder"},
	RuleFileFormat: {
		"filen er ikke av typen {allowed}; lagre den som {allowed}, eller rett format i kilden",
		"the file is not of the type {allowed}; save it as {allowed}, or correct format of the source"},
	RuleFileOldExcel: {
		"filen er i det gamle Excel-formatet .xls; åpne den i Excel og lagre den som .xlsx",
		"the file is in the old Excel format .xls; open it in Excel and save it as .xlsx"},
	RuleFileEncrypted: {
		"filen er beskyttet med passord; lagre den uten passord",
		"the file is protected by a password; save it without one"},
	RuleFileDamaged: {
		"filen er skadet eller avkortet, så noe av innholdet kan mangle; lagre den på nytt fra programmet den kommer fra",
		"the file is damaged or cut off, so some of its content may be missing; save it again from the program it comes from"},
	RuleFileTooLarge: {
		"filen er for stor pakket ut; tillatt er {allowed}: del den opp, eller lagre den på nytt uten tomme rader og kolonner",
		"the file is too large when unpacked; allowed is {allowed}: split it, or save it again without empty rows and columns"},
	RuleFilePacked: {
		"filen er pakket mer enn {allowed} ganger, og så tett er ingen vanlig arbeidsbok; lagre den på nytt fra programmet den kommer fra",
		"the file is packed more than {allowed} times, and no ordinary workbook is that tight; save it again from the program it comes from"},
	RuleFileParts: {
		"filen har for mange ark, bilder eller sammenslåtte celler; tillatt er {allowed}: lagre den på nytt med bare arket som skal leses",
		"the file has too many sheets, pictures or merged cells; allowed is {allowed}: save it again with only the sheet that is to be read"},
	RuleFileColumns: {
		"raden har flere kolonner enn tillatt ({allowed}); se etter skilletegn for mye, eller slett kolonnene som ikke brukes",
		"the row has more columns than allowed ({allowed}); look for delimiters too many, or delete the columns that are not used"},
	RuleFileEncoding: {
		"filen er ikke tekst i tegnsettet {allowed}; lagre den som UTF-8, eller rett encoding i kilden",
		"the file is not text in the encoding {allowed}; save it as UTF-8, or correct encoding of the source"},
	RuleFileNUL: {
		"filen inneholder NUL-tegn og er derfor ikke en tekstfil; lagre den på nytt som CSV",
		"the file contains NUL characters and is therefore not a text file; save it again as CSV"},
	RuleFileRecord: {
		"raden er lengre enn tillatt ({allowed}); se etter linjeskift som mangler, eller et anførselstegn som aldri lukkes",
		"the row is longer than allowed ({allowed}); look for line breaks that are missing, or a quotation mark that is never closed"},
	RuleFileQuote: {
		"et anførselstegn som åpnes her, lukkes ikke slik det skal, så radene etter det kan ikke deles sikkert; rett det og les filen inn på nytt",
		"a quotation mark opened here is not closed as it should be, so the rows after it cannot be divided with certainty; correct it and load the file again"},

	NoticeColumnNew: {
		"kolonner som ikke er satt opp ({allowed}), leses ikke: {found}; legg dem inn under columns eller ignore i kilden",
		"columns that are not set up ({allowed}) are not read: {found}; add them under columns or ignore of the source"},
	NoticeColumnMissing: {
		"ingen kolonne heter {allowed}, så {field} er ukjent i alle radene; rett columns i kilden hvis kolonnen har fått et nytt navn",
		"no column is called {allowed}, so {field} is unknown in all rows; correct columns of the source if the column has a new name"},
	NoticeCountyMissing: {
		"ingen kolonne heter {allowed}, så fylket kan ikke skille kommuner med samme navn i {field}; rett county_columns i kilden hvis kolonnen har fått et nytt navn",
		"no column is called {allowed}, so the county cannot tell municipalities of the same name in {field} apart; correct county_columns of the source if the column has a new name"},
	NoticeTotal: {
		"raden begynner med {found} og er ikke lest, fordi totals under format i kilden sier at slike rader er summer",
		"the row begins with {found} and is not read, because totals under format of the source says that such rows are totals"},
	NoticeFirstDay: {
		"{found} og andre datoer uten dag er lest som den første dagen i måneden eller årstiden (vår 1. mars, sommer 1. juni, høst 1. september); skriv dagen, eller legg formen inn under dates i kilden hvis en annen dag er ment",
		"{found} and other dates without a day are read as the first day of the month or season (spring 1 March, summer 1 June, autumn 1 September); write the day, or add the form under dates of the source if another day is meant"},
	NoticeWaiting: {
		"{found} finnes ikke i {allowed} ennå, så raden venter og regnes ikke med; les inn filen med {allowed} der den står, eller rett {field} hvis den er skrevet feil",
		"{found} is not in {allowed} yet, so the row waits and does not count; load the file of {allowed} that has it, or correct {field} if it is misspelt"},
	NoticeSheetEmpty: {
		"arket er tomt og er hoppet over",
		"the sheet is empty and was passed over"},
}

package ingest

// fileSentences are of files that cannot be read.
var fileSentences = map[string]sentence{
	RuleFileEmpty: {
		"filen er tom; sjekk at riktig fil er lagt i mappen",
		"fila er tom; sjekk at rett fil er lagd i mappa",
		"the file is empty; check that the right file was put in the folder"},
	RuleFileFormat: {
		"filen er ikke av typen {allowed}; lagre den som {allowed}, eller rett format i kilden",
		"fila er ikkje av typen {allowed}; lagre henne som {allowed}, eller rett format i kjelda",
		"the file is not of the type {allowed}; save it as {allowed}, or correct format of the source"},
	RuleFileOldExcel: {
		"filen er i det gamle Excel-formatet .xls; åpne den i Excel og lagre den som .xlsx",
		"fila er i det gamle Excel-formatet .xls; opne henne i Excel og lagre henne som .xlsx",
		"the file is in the old Excel format .xls; open it in Excel and save it as .xlsx"},
	RuleFileEncrypted: {
		"filen er beskyttet med passord; lagre den uten passord",
		"fila er verna med passord; lagre henne utan passord",
		"the file is protected by a password; save it without one"},
	RuleFileOther: {
		"filen er en pakke av et annet slag enn en Excel-arbeidsbok (.xlsx), for eksempel .docx, .ods, .xlsb eller .zip; åpne den i programmet den kommer fra, og lagre den som .xlsx",
		"fila er ei pakke av eit anna slag enn ei Excel-arbeidsbok (.xlsx), til dømes .docx, .ods, .xlsb eller .zip; opne henne i programmet ho kjem frå, og lagre henne som .xlsx",
		"the file is a package of another kind than an Excel workbook (.xlsx), such as .docx, .ods, .xlsb or .zip; open it in the program it comes from and save it as .xlsx"},
	RuleFileCut: {
		"filen er avkortet, for slutten mangler, slik det går når en overføring brytes av; hent eller kopier den på nytt",
		"fila er avkorta, for slutten manglar, slik det går når ei overføring blir broten av; hent eller kopier henne på nytt",
		"the file is cut off, for its end is missing, as happens when a transfer breaks; fetch or copy it again"},
	RuleFilePart: {
		"arbeidsboken mangler delen {found}, som den selv viser til; åpne den i Excel og lagre den på nytt, eller be om den på nytt",
		"arbeidsboka manglar delen {found}, som ho sjølv viser til; opne henne i Excel og lagre henne på nytt, eller be om henne på nytt",
		"the workbook lacks the part {found}, which it refers to itself; open it in Excel and save it again, or ask for it again"},
	RuleFileOrder: {
		"rader, celler eller deler av arbeidsboken står to ganger eller i feil rekkefølge her, så det ene ville gått tapt; åpne den i Excel og lagre den på nytt",
		"rader, celler eller delar av arbeidsboka står to gonger eller i feil rekkjefølgje her, så det eine ville ha gått tapt; opne henne i Excel og lagre henne på nytt",
		"rows, cells or parts of the workbook stand twice or out of order here, so one would be lost; open it in Excel and save it again"},
	RuleFileText: {
		"en celle her viser til en tekst som ikke finnes i arbeidsboken, så innhold er gått tapt; lagre den på nytt fra programmet den kommer fra",
		"ei celle her viser til ein tekst som ikkje finst i arbeidsboka, så innhald har gått tapt; lagre henne på nytt frå programmet ho kjem frå",
		"a cell here refers to a text that is not in the workbook, so content has been lost; save it again from the program it comes from"},
	RuleFileNoSheets: {
		"arbeidsboken har ingen ark med celler, bare diagrammer eller ingenting; sjekk at det er riktig fil",
		"arbeidsboka har ingen ark med celler, berre diagram eller ingenting; sjekk at det er rett fil",
		"the workbook has no sheet with cells, only charts or nothing; check that it is the right file"},
	RuleFileDamaged: {
		"innholdet i arbeidsboken er skadet (XML som ikke er gyldig), så noe kan mangle; åpne den i Excel og lagre den på nytt, eller be om den på nytt",
		"innhaldet i arbeidsboka er skadd (XML som ikkje er gyldig), så noko kan mangle; opne henne i Excel og lagre henne på nytt, eller be om henne på nytt",
		"the content of the workbook is damaged (XML that is not valid), so something may be missing; open it in Excel and save it again, or ask for it again"},
	RuleFileTooLarge: {
		"filen er for stor pakket ut; tillatt er {allowed}: del den opp, eller lagre den på nytt uten tomme rader og kolonner",
		"fila er for stor utpakka; tillate er {allowed}: del henne opp, eller lagre henne på nytt utan tomme rader og kolonnar",
		"the file is too large when unpacked; allowed is {allowed}: split it, or save it again without empty rows and columns"},
	RuleFilePacked: {
		"filen er pakket mer enn {allowed} ganger, og så tett er ingen vanlig arbeidsbok; lagre den på nytt fra programmet den kommer fra",
		"fila er pakka meir enn {allowed} gonger, og så tett er inga vanleg arbeidsbok; lagre henne på nytt frå programmet ho kjem frå",
		"the file is packed more than {allowed} times, and no ordinary workbook is that tight; save it again from the program it comes from"},
	RuleFileParts: {
		"filen har for mange ark, bilder eller sammenslåtte celler; tillatt er {allowed}: lagre den på nytt med bare arket som skal leses",
		"fila har for mange ark, bilete eller samanslegne celler; tillate er {allowed}: lagre henne på nytt med berre arket som skal lesast",
		"the file has too many sheets, pictures or merged cells; allowed is {allowed}: save it again with only the sheet that is to be read"},
	RuleFileColumns: {
		"raden har flere kolonner enn tillatt ({allowed}); se etter skilletegn for mye, eller slett kolonnene som ikke brukes",
		"rada har fleire kolonnar enn tillate ({allowed}); sjå etter skiljeteikn for mykje, eller slett kolonnane som ikkje er i bruk",
		"the row has more columns than allowed ({allowed}); look for delimiters too many, or delete the columns that are not used"},
	RuleFileEncoding: {
		"filen er ikke tekst i tegnsettet {allowed}; lagre den som UTF-8, eller rett encoding i kilden",
		"fila er ikkje tekst i teiknsettet {allowed}; lagre henne som UTF-8, eller rett encoding i kjelda",
		"the file is not text in the encoding {allowed}; save it as UTF-8, or correct encoding of the source"},
	RuleFileMacintosh: {
		"filen ser ut til å være skrevet i tegnsettet macintosh, så æ, ø og å ville blitt ¾, ¿ og Œ; skriv encoding: macintosh under format i kilden, eller lagre filen som UTF-8",
		"fila ser ut til å vere skriven i teiknsettet macintosh, så æ, ø og å ville ha vorte ¾, ¿ og Œ; skriv encoding: macintosh under format i kjelda, eller lagre fila som UTF-8",
		"the file seems to be written in the encoding macintosh, so æ, ø and å would become ¾, ¿ and Œ; write encoding: macintosh under format of the source, or save the file as UTF-8"},
	RuleFileNUL: {
		"filen inneholder NUL-tegn og er derfor ikke en tekstfil; lagre den på nytt som CSV",
		"fila inneheld NUL-teikn og er difor inga tekstfil; lagre henne på nytt som CSV",
		"the file contains NUL characters and is therefore not a text file; save it again as CSV"},
	RuleFileRecord: {
		"raden er lengre enn tillatt ({allowed}); se etter linjeskift som mangler, eller et anførselstegn som aldri lukkes",
		"rada er lengre enn tillate ({allowed}); sjå etter linjeskift som manglar, eller eit hermeteikn som aldri blir lukka",
		"the row is longer than allowed ({allowed}); look for line breaks that are missing, or a quotation mark that is never closed"},
	RuleFileQuote: {
		"et anførselstegn som åpnes her, lukkes ikke slik det skal, så radene etter det kan ikke deles sikkert; rett det og les filen inn på nytt",
		"eit hermeteikn som blir opna her, blir ikkje lukka slik det skal, så radene etter det kan ikkje delast sikkert; rett det og les fila inn på nytt",
		"a quotation mark opened here is not closed as it should be, so the rows after it cannot be divided with certainty; correct it and load the file again"},
}

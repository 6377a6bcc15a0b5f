package ingest

// tableSentences are of what is wrong with the columns and sheets of a file, or
// must not stand in it.
var tableSentences = map[string]sentence{
	RuleHeaderMissing: {
		"ingen av de første 30 radene har alle overskriftene som kreves; det mangler {allowed}, og funnet ble {found}: rett overskriftene, eller columns i kilden",
		"ingen av dei første 30 radene har alle overskriftene som trengst; det manglar {allowed}, og funne vart {found}: rett overskriftene, eller columns i kjelda",
		"none of the first 30 rows has all the headers needed; missing is {allowed}, and found was {found}: correct the headers, or columns of the source"},
	RuleHeaderTwice: {
		"overskriften for {field} står over flere kolonner ({allowed}); gi kolonnene ulike overskrifter",
		"overskrifta for {field} står over fleire kolonnar ({allowed}); gje kolonnane ulike overskrifter",
		"the header for {field} stands over several columns ({allowed}); give the columns different headers"},
	RuleHeaderNone: {
		"ingen av de første 30 radene har to overskrifter som er kjent; sjekk at filen har en tabell med overskrifter over kolonnene, eller sett opp kilden for hånd",
		"ingen av dei første 30 radene har to overskrifter som er kjende; sjekk at fila har ein tabell med overskrifter over kolonnane, eller set opp kjelda for hand",
		"none of the first 30 rows has two headers that are known; check that the file has a table with headers over its columns, or set up the source by hand"},
	RuleSheetMissing: {
		"arket finnes ikke i filen; arkene er {allowed}: rett sheet i kilden",
		"arket finst ikkje i fila; arka er {allowed}: rett sheet i kjelda",
		"the file has no such sheet; its sheets are {allowed}: correct sheet of the source"},
	RuleColumnsNew: {
		"filen er avvist fordi den har kolonner som ikke er satt opp ({allowed}): {found}; legg dem inn under columns eller ignore i kilden",
		"fila er avvist fordi ho har kolonnar som ikkje er sette opp ({allowed}): {found}; legg dei inn under columns eller ignore i kjelda",
		"the file is refused because it has columns that are not set up ({allowed}): {found}; add them under columns or ignore of the source"},
	RuleColumnsMissing: {
		"filen er avvist fordi den mangler kolonner som er satt opp: {allowed}; legg dem til i filen, eller ta dem bort under columns i kilden",
		"fila er avvist fordi ho manglar kolonnar som er sette opp: {allowed}; legg dei til i fila, eller ta dei bort under columns i kjelda",
		"the file is refused because it lacks columns that are set up: {allowed}; add them to the file, or remove them under columns of the source"},
	RuleColumnType: {
		"filen er avvist fordi over halvparten av cellene i kolonnen har en annen type enn {field}; her skal det stå {choice}, så rett columns eller dates i kilden",
		"fila er avvist fordi over halvparten av cellene i kolonnen har ein annan type enn {field}; her skal det stå {choice}, så rett columns eller dates i kjelda",
		"the file is refused because more than half of the cells of the column have another type than {field}; it takes {choice}, so correct columns or dates of the source"},
	RuleIdentityNumbers: {
		"filen er avvist fordi den inneholder to eller flere fødselsnumre eller D-numre, eller slike i over 20 % av en kolonne; de verken vises eller lagres: fjern dem i kilden og les filen inn på nytt",
		"fila er avvist fordi ho inneheld to eller fleire fødselsnummer eller D-nummer, eller slike i over 20 % av ein kolonne; dei blir verken viste eller lagra: fjern dei i kjelda og les fila inn på nytt",
		"the file is refused because it holds two or more national identity numbers or D-numbers, or such in over 20 % of a column; they are neither shown nor stored: remove them at the source and load the file again"},
	RulePersonalColumn: {
		"filen er avvist fordi over 20 % av kolonnen ser ut til å peke på personer; i {field} skal det stå noe slikt som «{allowed}», ikke personnavn, e-postadresse, telefonnummer, gateadresse eller lenke: velg en annen kolonne under columns i kilden, eller rett filen",
		"fila er avvist fordi over 20 % av kolonnen ser ut til å peike på personar; i {field} skal det stå noko slikt som «{allowed}», ikkje personnamn, e-postadresse, telefonnummer, gateadresse eller lenkje: vel ein annan kolonne under columns i kjelda, eller rett fila",
		"the file is refused because over 20 % of the column seems to point at persons; {field} takes something such as “{allowed}”, not names of persons, e-mail addresses, telephone numbers, street addresses or links: choose another column under columns of the source, or correct the file"},
	RuleIdentityName: {
		"filen er avvist fordi navnet på filen eller arket, eller teksten over dataene, inneholder et fødselsnummer eller D-nummer, som verken vises eller lagres; fjern nummeret og les filen inn på nytt",
		"fila er avvist fordi namnet på fila eller arket, eller teksten over dataa, inneheld eit fødselsnummer eller D-nummer, som verken blir vist eller lagra; fjern nummeret og les fila inn på nytt",
		"the file is refused because the name of the file or sheet, or the text above the data, holds a national identity number or D-number, which is neither shown nor stored; remove the number and load the file again"},
}

package ingest

// rowSentences are of the rules a row can break.
var rowSentences = map[string]sentence{
	RuleRequired: {
		"cellen er tom, men {field} må ha en verdi; fyll den ut",
		"cella er tom, men {field} må ha ein verdi; fyll henne ut",
		"the cell is empty, but {field} must have a value; fill it in"},
	RuleDate: {
		"{found} er ikke en gyldig dato; skriv en dato som finnes, på formen {choice}, eller legg formen inn under dates i kilden",
		"{found} er ikkje ein gyldig dato; skriv ein dato som finst, på forma {choice}, eller legg forma inn under dates i kjelda",
		"{found} is not a valid date; write a date that exists, in the form {choice}, or add its form under dates of the source"},
	RuleInteger: {
		"{found} er ikke et helt tall; skriv bare siffer, for eksempel 2010",
		"{found} er ikkje eit heilt tal; skriv berre siffer, til dømes 2010",
		"{found} is not a whole number; write digits only, for example 2010"},
	RuleNumber: {
		"{found} er ikke et tall; skriv for eksempel 69500 eller 69 500,50",
		"{found} er ikkje eit tal; skriv til dømes 69500 eller 69 500,50",
		"{found} is not a number; write for example 69500 or 69 500,50"},
	RuleNumberAmbiguous: {
		"{found} kan være to tall, for punktumet kan skille tusener eller desimaler; skriv for eksempel 1234 eller 1,234",
		"{found} kan vere to tal, for punktumet kan skilje tusen eller desimalar; skriv til dømes 1234 eller 1,234",
		"{found} can be two numbers, for the point may divide thousands or decimals; write for example 1234 or 1,234"},
	RuleBoolean: {
		"{found} er verken ja eller nei; skriv Ja eller Nei, eller legg ordet inn under values: {field} i kilden",
		"{found} er verken ja eller nei; skriv Ja eller Nei, eller legg ordet inn under values: {field} i kjelda",
		"{found} is neither yes nor no; write Ja or Nei, or add the word under values: {field} of the source"},
	RuleEnum: {
		"{found} er ikke en av verdiene for {field}; skriv {choice}, eller legg ordet inn under values: {field} i kilden",
		"{found} er ikkje ein av verdiane for {field}; skriv {choice}, eller legg ordet inn under values: {field} i kjelda",
		"{found} is not one of the values of {field}; write {choice}, or add the word under values: {field} of the source"},
	RuleRange: {
		"{found} er utenfor grensene; {field} skal være {allowed}, så rett verdien",
		"{found} er utanfor grensene; {field} skal vere {allowed}, så rett verdien",
		"{found} is out of bounds; {field} must be {allowed}, so correct the value"},
	RulePattern: {
		"{found} har feil form; {field} skal følge mønsteret {allowed}, så rett verdien",
		"{found} har feil form; {field} skal følgje mønsteret {allowed}, så rett verdien",
		"{found} has the wrong form; {field} must match the pattern {allowed}, so correct the value"},
	RuleOrgNo: {
		"{found} er ikke et gyldig organisasjonsnummer; skriv ni siffer, der det siste er kontrollsifferet, slik de står i Enhetsregisteret",
		"{found} er ikkje eit gyldig organisasjonsnummer; skriv ni siffer, der det siste er kontrollsifferet, slik dei står i Einingsregisteret",
		"{found} is not a valid organisation number; write nine digits, of which the last is the check digit, as they stand in the register of entities (Enhetsregisteret)"},
	RuleKommuneUnknown: {
		"{found} er verken et kommunenummer eller et kommunenavn; rett det, skriv 9999 for et sted utenfor kommunene, som utlandet og Svalbard, eller legg det inn under values: {field} i kilden med kommunenummeret (eller 9999) det betyr",
		"{found} er verken eit kommunenummer eller eit kommunenamn; rett det, skriv 9999 for ein stad utanfor kommunane, som utlandet og Svalbard, eller legg det inn under values: {field} i kjelda med kommunenummeret (eller 9999) det tyder",
		"{found} is neither the code nor the name of a municipality; correct it, write 9999 for a place outside the municipalities, such as abroad and Svalbard, or add it under values: {field} of the source with the code (or 9999) it means"},
	RuleKommuneAmbiguous: {
		"{found} kan være {choice}; skriv kommunenummeret, eller legg {found} inn under values: {field} i kilden med nummeret det betyr",
		"{found} kan vere {choice}; skriv kommunenummeret, eller legg {found} inn under values: {field} i kjelda med nummeret det tyder",
		"{found} can be {choice}; write the code, or add {found} under values: {field} of the source with the code it means"},
	RuleCohort: {
		"{found} er ikke et kull; skriv året det begynte, for eksempel {choice}",
		"{found} er ikkje eit kull; skriv året det byrja, til dømes {choice}",
		"{found} is not a cohort; write the year it began, for example {choice}"},
	RuleKommuneCounty: {
		"{found} har aldri ligget i fylket som er oppgitt; det kan være {choice}: rett kommunen eller fylket",
		"{found} har aldri lege i fylket som er oppgjeve; det kan vere {choice}: rett kommunen eller fylket",
		"{found} was never in the county that is given; it can be {choice}: correct the municipality or the county"},
	RuleIdentityNumber: {
		"cellen inneholder et fødselsnummer eller D-nummer, som verken vises eller lagres; fjern nummeret i kilden og les filen inn på nytt",
		"cella inneheld eit fødselsnummer eller D-nummer, som verken blir vist eller lagra; fjern nummeret i kjelda og les fila inn på nytt",
		"the cell holds a national identity number or D-number, which is neither shown nor stored; remove the number at the source and load the file again"},
	RulePersonal: {
		"{found} ser ut til å peke på en person; i {field} skal det stå noe slikt som «{allowed}», ikke personnavn, e-postadresse, telefonnummer, gateadresse eller lenke: rett cellen i kilden",
		"{found} ser ut til å peike på ein person; i {field} skal det stå noko slikt som «{allowed}», ikkje personnamn, e-postadresse, telefonnummer, gateadresse eller lenkje: rett cella i kjelda",
		"{found} seems to point at a person; {field} takes something such as “{allowed}”, not the name of a person, an e-mail address, a telephone number, a street address or a link: correct the cell at the source"},
	RuleCellError: {
		"cellen inneholder regnearkfeilen {found}; rett formelen eller skriv inn verdien",
		"cella inneheld reknearkfeilen {found}; rett formelen eller skriv inn verdien",
		"the cell holds the spreadsheet error {found}; correct the formula or write the value"},
	RuleCellLost: {
		"cellen har tegnet �, som står der en bokstav gikk tapt før filen kom hit; rett teksten i kilden og eksporter filen på nytt, helst i UTF-8",
		"cella har teiknet �, som står der ein bokstav gjekk tapt før fila kom hit; rett teksten i kjelda og eksporter fila på nytt, helst i UTF-8",
		"the cell has the character �, which stands where a letter was lost before the file came here; correct the text at the source and export the file again, best in UTF-8"},
	RuleCellFormula: {
		"cellen har en formel uten beregnet verdi; åpne filen i Excel, lagre den og les den inn på nytt",
		"cella har ein formel utan utrekna verdi; opne fila i Excel, lagre henne og les henne inn på nytt",
		"the cell has a formula without a calculated value; open the file in Excel, save it and load it again"},
	RuleRowShort: {
		"raden har færre celler enn overskriftsraden ({allowed}); se etter linjeskift eller skilletegn som mangler",
		"rada har færre celler enn overskriftsrada ({allowed}); sjå etter linjeskift eller skiljeteikn som manglar",
		"the row has fewer cells than the header row ({allowed}); look for a line break or a delimiter that is missing"},
	RuleRowLong: {
		"raden har innhold etter den siste overskriften; sett tekst som inneholder skilletegnet, i anførselstegn",
		"rada har innhald etter den siste overskrifta; set tekst som inneheld skiljeteiknet, i hermeteikn",
		"the row has content beyond the last header; put text that contains the delimiter in quotation marks"},
	RuleQuote: {
		"et anførselstegn står midt i en celle, så raden kan ikke deles sikkert; sett hele teksten i anførselstegn og doble dem som er inni",
		"eit hermeteikn står midt i ei celle, så rada kan ikkje delast sikkert; set heile teksten i hermeteikn og doble dei som er inni",
		"a quotation mark stands in the middle of a cell, so the row cannot be divided with certainty; put the whole text in quotation marks and double those inside"},
	RuleMultiSeveral: {
		"{found} er flere svar ({allowed}), men {field} har plass til ett; la ett svar stå, eller gi svarene samme betydning under values: {field} i kilden",
		"{found} er fleire svar ({allowed}), men {field} har plass til eitt; la eitt svar stå, eller gje svara same tyding under values: {field} i kjelda",
		"{found} is several answers ({allowed}), but {field} holds one; leave one answer, or give the answers the same meaning under values: {field} of the source"},
}

package ingest

// noticeSentences are of the notices.
var noticeSentences = map[string]sentence{
	NoticeColumnNew: {
		"kolonner som ikke er satt opp ({allowed}), leses ikke: {found}; legg dem inn under columns eller ignore i kilden",
		"kolonnar som ikkje er sette opp ({allowed}), blir ikkje lesne: {found}; legg dei inn under columns eller ignore i kjelda",
		"columns that are not set up ({allowed}) are not read: {found}; add them under columns or ignore of the source"},
	NoticeColumnMissing: {
		"ingen kolonne heter {allowed}, så {field} er ukjent i alle radene; rett columns i kilden hvis kolonnen har fått et nytt navn",
		"ingen kolonne heiter {allowed}, så {field} er ukjend i alle radene; rett columns i kjelda dersom kolonnen har fått eit nytt namn",
		"no column is called {allowed}, so {field} is unknown in all rows; correct columns of the source if the column has a new name"},
	NoticeCountyMissing: {
		"ingen kolonne heter {allowed}, så fylket kan ikke skille kommuner med samme navn i {field}; rett county_columns i kilden hvis kolonnen har fått et nytt navn",
		"ingen kolonne heiter {allowed}, så fylket kan ikkje skilje kommunar med same namn i {field}; rett county_columns i kjelda dersom kolonnen har fått eit nytt namn",
		"no column is called {allowed}, so the county cannot tell municipalities of the same name in {field} apart; correct county_columns of the source if the column has a new name"},
	NoticeTotal: {
		"raden begynner med {found} og er ikke lest, fordi totals under format i kilden sier at slike rader er summer",
		"rada byrjar med {found} og er ikkje lesen, fordi totals under format i kjelda seier at slike rader er summar",
		"the row begins with {found} and is not read, because totals under format of the source says that such rows are totals"},
	NoticeFirstDay: {
		"{found} og andre datoer uten dag er lest som den første dagen i måneden eller årstiden (vår 1. mars, sommer 1. juni, høst 1. september); skriv dagen, eller legg formen inn under dates i kilden hvis en annen dag er ment",
		"{found} og andre datoar utan dag er lesne som den første dagen i månaden eller årstida (vår 1. mars, sommar 1. juni, haust 1. september); skriv dagen, eller legg forma inn under dates i kjelda dersom ein annan dag er meint",
		"{found} and other dates without a day are read as the first day of the month or season (spring 1 March, summer 1 June, autumn 1 September); write the day, or add the form under dates of the source if another day is meant"},
	NoticeWaiting: {
		"{found} finnes ikke i {allowed} ennå, så raden venter og regnes ikke med; les inn filen med {allowed} der den står, eller rett {field} hvis den er skrevet feil",
		"{found} finst ikkje i {allowed} enno, så rada ventar og blir ikkje rekna med; les inn fila med {allowed} der han står, eller rett {field} dersom han er feil skriven",
		"{found} is not in {allowed} yet, so the row waits and does not count; load the file of {allowed} that has it, or correct {field} if it is misspelt"},
	NoticeSheetEmpty: {
		"arket er tomt og er hoppet over",
		"arket er tomt og er hoppa over",
		"the sheet is empty and was passed over"},
}

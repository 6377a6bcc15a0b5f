// Package ingest turns the files of a source into records of a feed, or into
// the Problem found in their place.
//
// In comes a csv or xlsx file as people really have it, and a Mapping that says
// which of its columns are which fields of the feed. Out goes, for every row
// with content, either a Record whose values keep the feed's contract or all
// the problems of that row, each with its file, sheet, row and column.
//
// What is promised:
//   - No row is lost without a word: rows = records + rejected rows. Rows of
//     totals, by words that the mapping names, are counted apart.
//   - Nothing is guessed. 31.02 is not a date, 69.500 is not a number, Herøy is
//     not a municipality until somebody says which of the two.
//   - Columns that no field is mapped to are not read into anything. That one
//     is new, or missing, is told as a Notice or refuses the file, as the
//     mapping's Policy says.
//   - Identifiers of persons leave only as pseudonyms. Every cell is searched
//     for identity numbers; a number found costs its row, several cost the
//     file, and no problem or error repeats it.
//   - A file that is damaged, oversized or not what it says gives one error of
//     type Refused that names it, in bounded memory.
//
// A csv file of applications
//
//	Søknadsnr;Søker;Kull;Dato;Kjønn
//	17;A-4;2009;01.03.2009;Kvinne
//	18;A-5;2009;31.02.2009;Mann
//
// with the mapping
//
//	columns: {application_id: Søknadsnr, applicant_id: Søker, cohort: Kull, submitted_on: Dato, gender: Kjønn}
//	values:  {gender: {Kvinne: f, Mann: m}}
//
// gives one record and one problem: in row 3, column D, "31.02.2009" is not a
// valid date.
//
// The files tell it in the order in which it happens. read takes a file; csv,
// xlsx and xml give its rows; header finds the columns; checker comes to a
// verdict on a row, column reads a cell, by number, date, cohort, kommune and
// identity; account counts; problem and text say what is wrong, and harmless
// what of it may be repeated.
//
// Inspect proposes a mapping for a file that has none yet, by the words in the
// folder inspect. What is known of the exports of some tools is in the folder
// presets. The contracts of the feeds are in the folder feeds, the
// municipalities and their history in the folder kommune; ImportKommuner makes
// a newer list of what Statistics Norway answers.
package ingest

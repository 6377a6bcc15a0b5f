// Package queries holds the SQL and nothing else.
//
// A figure is made in steps. known/ asks which facts count, as of a date and known at a batch, and gives plain tables named
// like the feeds, and what several indicators need: residence, anniversaries, spells. indicators/ asks of those who counts and
// what became of each: one row per subject with its outcome. What follows is the same for every indicator: kept.sql leaves out
// programmes that have a definition of their own, subject/ puts the outcome into a form that can be compared, standing.sql
// finds each subject once, recurrent.sql those who are in several periods, part.sql says where each counts, by/ how many are
// alike in each category, pool.sql in three periods in a row, and cell.sql puts them into their cells. person/ says what each
// brings to a figure, and count.sql, mean.sql, breadth.sql and curve.sql add that up; persons.sql and trace/ tell who is
// behind a figure, and on which facts it rests. schema.sql is the model under them, load/ how rows come into it.
//
// In the statements of load/ the words {feed}, {fields} and {key} stand for names from a feed's contract; values are
// parameters always.
package queries

import (
	"embed"
	"encoding/csv"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.sql *.csv known/*.sql subject/*.sql by/*.sql person/*.sql trace/*.sql load/*.sql indicators/*.sql
var files embed.FS

// Known names the tables of known/ in the order in which they are made: a later one may ask an earlier one. Before them
// stand the tables that the asker fills: moment, region, undecided, year_end, pool and centrality,
// and left_out where programmes are left out.
var Known = []string{
	"applications", "applicants", "companies", "finances", "activities", "trainees", "placements", "hosts", "sessions", "offers",
	"employments", "surveys", "importance", "residency", "sightings", "residence", "anniversaries", "spells", "reported",
}

// Within names those tables of Known that are made again when another region is asked about: where people live. What a person
// was at the beginning, such as a newcomer, is told of the programme's own region always.
var Within = []string{"residency", "sightings", "residence", "anniversaries", "spells"}

// Identifiers are the fields of all feeds that hold the pseudonym of a person, or of her application or offer.
var Identifiers = []string{"applicant_id", "trainee_id", "respondent_id", "application_id", "offer_id"}

// Age says whom the rows of a feed are about, and by which date a record of it grows old.
type Age struct{ Person, Date string }

// Aging are the feeds of which a source may keep nobody for longer than a while. In the others no one date says when a record
// is old.
var Aging = map[string]Age{
	"applications": {Person: "coalesce(applicant_id, application_id)", Date: "submitted_on"},
	"offers":       {Person: "coalesce(trainee_id, offer_id)", Date: "offered_on"},
	"residency":    {Person: "trainee_id", Date: "observed_on"},
	"trainees":     {Person: "trainee_id", Date: "ended_on"},
}

// Traits says for each unit of which breakdowns its subjects have a category, in the view known/<unit>_trait.sql
// and in by/<unit>.sql.
var Traits = map[string][]string{
	"applicant": {"gender", "education", "field", "mobility", "channel"},
	"trainee":   {"gender", "education", "field", "mobility", "host_sector", "centrality", "origin", "residence"},
	"placement": {"host_sector", "centrality"},
	"company":   {"sector", "centrality"},
	"activity":  {"kind"},
	"visit":     {"kind"},
}

// Text returns the statement of a file such as "count.sql" or "known/trainees.sql". A name that is not there is a fault of
// the program, and panics.
func Text(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(content)
}

// Indicators returns the indicators that come with the program: id -> statement.
func Indicators() map[string]string {
	found := map[string]string{}
	names, err := fs.Glob(files, "indicators/*.sql")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		found[strings.TrimSuffix(path.Base(name), ".sql")] = Text(name)
	}
	return found
}

// Centrality returns how central each municipality is: kommune, name, class 1 to 6, index, and the days from and until which
// that holds, empty where it has no end. Where they come from stands in the file.
func Centrality() [][]string {
	reader := csv.NewReader(strings.NewReader(Text("centrality.csv")))
	reader.Comma, reader.Comment = ';', '#'
	rows, err := reader.ReadAll()
	if err != nil {
		panic(err)
	}
	return rows[1:]
}

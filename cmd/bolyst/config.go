package main

import (
	"time"

	"bolyst/ingest"
	"bolyst/metrics"
)

// Config is bolyst.yaml: one installation, said in one file. What stands here has been read strictly and checked against
// itself, see loadConfig.
type Config struct {
	Name       string      `key:"name,required"`
	Language   Language    `key:"language"`  // of editions and messages
	TimeZone   string      `key:"time_zone"` // of schedules
	Data       string      `key:"data"`      // as written; DataFolder resolves it
	KeyFile    string      `key:"key_file"`  // as written; KeyPath resolves it
	Programmes []Programme `key:"programmes,required"`
	Regions    []Region    `key:"region_definitions"`
	Goals      []Goal      `key:"goals"`
	Targets    []Target    `key:"targets"`
	Rebases    []Rebase    `key:"rebase"`
	Commentary string      `key:"commentary"` // the file with Comments, as written
	Sources    []Source    `key:"sources"`
	Editions   Editions    `key:"editions"`
	Deliver    []Delivery  `key:"deliver"`
	Jobs       Upkeep      `key:"jobs"`
	Backup     *Backup     `key:"backup"` // nil: none
	Server     Server      `key:"server"`
	SignIn     *SignIn     `key:"signin"` // nil: only this machine is served

	Comments []Comment // read from the file Commentary

	file     string // as the person named it, for mistakes
	folder   string // absolute: what the paths in the file start from
	content  []byte
	comments []byte // the content of the file Commentary
	own      []*ownIndicator
	places   places
	kommuner *ingest.KommuneList // nil: the list that is shipped
}

// Text is a text by language.
type Text map[string]string

// In is the text in that language, or else in the first language that has one.
func (t Text) In(l Language) string {
	for _, l := range append([]Language{l}, Languages()...) {
		if s := t[string(l)]; s != "" {
			return s
		}
	}
	return ""
}

// Programme is one regional trainee scheme.
type Programme struct {
	ID      string   `key:"id,required"`
	Name    string   `key:"name,required"`
	Started int      `key:"started"` // year, 0 when not said
	Facts   Facts    `key:"facts"`
	Profile Profile  `key:"profile"`
	Region  []Member `key:"region,required"`
}

// Facts are what a programme says of itself. They are shown as stated, never computed with; nil is "not stated".
type Facts struct {
	DurationMonths *int     `key:"duration_months"`
	Modules        *int     `key:"modules"`
	ModuleMonths   *int     `key:"module_months"`
	Seminars       *int     `key:"seminars"`
	SeminarDays    *int     `key:"seminar_days"`
	StaffPositions *float64 `key:"staff_positions"`
	StaffOperation *float64 `key:"staff_operation"`
	StaffCoaching  *float64 `key:"staff_coaching"`
	Funding        Text     `key:"funding"`
	Coaching       Text     `key:"coaching"`
}

// Member is a municipality that belongs to a programme's region from one day until another.
type Member struct {
	Kommune Code      `key:"kommune,required"` // code of 2024
	From    time.Time `key:"from,required"`
	To      time.Time `key:"to"` // the first day it no longer belongs; zero: it still does
}

// Code is a number that is a name: leading zeros count, so the file must quote it.
type Code string

// Goal is what indicators speak to.
type Goal struct {
	ID    string `key:"id,required"`
	Title Text   `key:"title,required"`
	Text  Text   `key:"text"`
}

// Source is a file, or files of one kind, that fill a feed.
type Source struct {
	ID          string                       `key:"id,required"`
	Feed        string                       `key:"feed,required"`
	Programme   string                       `key:"programme"`   // empty when a column tells it
	Path        string                       `key:"path"`        // a file, or a pattern for several
	URL         string                       `key:"url"`         // or a file at an https address,
	Token       Secret                       `key:"token"`       // with a secret to show there
	AllowHosts  []string                     `key:"allow_hosts"` // that may be private addresses
	Postgres    *Database                    `key:"postgres"`    // or a question to a database
	Teamtailor  *Recruitment                 `key:"teamtailor"`  // or the applications of a recruitment system
	Settle      *int                         `key:"settle"`      // seconds that a file must have lain still; nil: see settle
	Format      Format                       `key:"format"`
	Preset      string                       `key:"preset"` // what is known of the tool's files already
	Columns     map[string][]string          `key:"columns"`
	Values      map[string]map[string]string `key:"values"`
	Constants   map[string]string            `key:"constants"`
	Dates       []string                     `key:"dates"`
	Multi       map[string]string            `key:"multi"`  // what stands between several answers
	Ignore      []string                     `key:"ignore"` // headers that are left unread on purpose
	Policy      Policy                       `key:"policy"` // when a file's columns are not these
	Aliases     map[string]string            `key:"aliases"`
	County      map[string]string            `key:"county"`
	CountyBy    map[string][]string          `key:"county_columns"`
	Mode        string                       `key:"mode"` // append: a row that is missing later still counts; snapshot: it is gone
	MaxRejected int                          `key:"max_rejected"`
	MaxRemoved  *int                         `key:"max_removed"` // rows that a snapshot may lack at once; nil: half of them
	Schedule    string                       `key:"schedule"`
	Retention   string                       `key:"retention"` // such as 5y or 18m: for how long a person is kept; empty: for ever
}

// Format is how a source's files are written.
type Format struct {
	Type      string `key:"type"` // by the ending of the path when not said
	Delimiter string `key:"delimiter"`
	Encoding  string `key:"encoding"`
	Sheet     string `key:"sheet"`

	HeaderRows int      `key:"header_rows"`
	Totals     []string `key:"totals"`
}

// Policy is what becomes of a file whose columns are not those of the mapping.
type Policy struct {
	New     string `key:"new"`
	Missing string `key:"missing"`
	Type    string `key:"type"`
}

// Editions is who gets what is published, and in which languages.
type Editions struct {
	Audiences Audiences  `key:"audiences"`
	Languages []Language `key:"languages"`
	// KeyIndicators are the few that a board looks at first, in its own order.
	KeyIndicators []string `key:"key_indicators"`
	Schedule      string   `key:"schedule"`
	// Differencing is what is done with a figure whose change since an earlier edition tells what became of a few persons.
	Differencing string      `key:"differencing"`
	SignOff      SignOffs    `key:"sign_off"`
	OpenData     *OpenData   `key:"open_data"`   // nil: none
	Meetings     []time.Time `key:"meetings"`    // of the board: an edition is made before each
	DaysBefore   int         `key:"days_before"` // so many days
}

// Audiences are the three who read an edition, and everybody where open data are published.
type Audiences struct {
	Board  Audience  `key:"board"`
	Centre Audience  `key:"centre"`
	Staff  Audience  `key:"staff"`
	Public *Audience `key:"public"` // nil: no open data
}

// Audience is a group of readers. Under Floor persons no rate is shown to it.
type Audience struct {
	Floor int `key:"floor"`
}

// everyone is the id that no programme may have: it stands for all of them together, and for all periods.
const everyone = "all"

// defaults is a Config before its file is read.
func defaults() *Config {
	return &Config{
		Language: Norwegian,
		TimeZone: "Europe/Oslo",
		Data:     "data",
		KeyFile:  "secrets/pseudonym.key",
		Editions: Editions{Audiences: Audiences{Board: Audience{5}, Centre: Audience{5}, Staff: Audience{1}}, Differencing: hideDifferences, DaysBefore: 10},
		Jobs:     Upkeep{CatchUp: 10, Verify: "0 4 * * 0"},
		Server:   Server{Listen: "127.0.0.1:8421", Log: "text"},
	}
}

// audienceNames are the audiences who have a page, in the order in which they are shown.
func audienceNames() []string { return []string{"board", "centre", "staff"} }

// Names are the audiences of the editions, the public last.
func (a Audiences) Names() []string {
	if a.Public == nil {
		return audienceNames()
	}
	return append(audienceNames(), metrics.Public)
}

// Floor is the audience's floor; ok is false when there is no such audience.
func (a Audiences) Floor(audience string) (floor int, ok bool) {
	switch audience {
	case "board":
		return a.Board.Floor, true
	case "centre":
		return a.Centre.Floor, true
	case "staff":
		return a.Staff.Floor, true
	case metrics.Public:
		if a.Public != nil {
			return a.Public.Floor, true
		}
	}
	return 0, false
}

// Programme is the programme of that id.
func (c *Config) Programme(id string) (Programme, bool) {
	for _, p := range c.Programmes {
		if p.ID == id {
			return p, true
		}
	}
	return Programme{}, false
}

// ProgrammeIDs lists the ids of the programmes.
func (c *Config) ProgrammeIDs() []string {
	var ids []string
	for _, p := range c.Programmes {
		ids = append(ids, p.ID)
	}
	return ids
}

// Source is the source of that id.
func (c *Config) Source(id string) (Source, bool) {
	for _, s := range c.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

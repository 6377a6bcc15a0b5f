package ingest

import (
	"cmp"
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// InspectOptions say what is known of a file before it is looked at. Nothing
// need be known.
type InspectOptions struct {
	Source    string // the id of the source; "" is made of the file's name
	Programme string // the programme's id
	Path      string // the path as the configuration is to say it; "" is the file's name
	Feed      string // the feed; "" is the one that fits best
	Sheet     string // xlsx: the sheet; "" is the one that fits best
}

// Proposal is a mapping for a file that nobody has mapped yet, as far as its
// headers and what stands below them tell. It is for a person to read and
// correct, and holds nothing of what stands in a column that is not read.
type Proposal struct {
	Mapping Mapping
	Path    string
	File    string   // the file's name
	Others  []string // feeds that the file could be of as well, best first
	Preset  string   // the preset that knows most of the headers, or ""
	Sheets  []string // the sheets that fill a feed

	HeaderRow int
	Rows      int // that were looked at
	Columns   []ProposedColumn
	Missing   []string // fields that must have a value, and for which nothing was found
	// Guessed are the constants that were made from the name of the file or the
	// kind of feed.
	Guessed []string
}

// ProposedColumn is one column of the file.
type ProposedColumn struct {
	Letter, Header string
	Field          string // "" when it is not read
	Reason         string // why it is not read, one of the reasons below
	// Unknown are words of the column that mean no value of the field yet.
	Unknown []SeenWord
	// Dates are the forms seen in a column of dates, Either a form that reads
	// the same texts as other days.
	Dates  []string
	Either string
}

// SeenWord is a word of a file and how often it stands there.
type SeenWord struct {
	Word  string
	Times int
}

// Why a column is not read. The first ones are of columns that point at
// persons; no cell of theirs is repeated.
const (
	ReasonName      = "name"
	ReasonEmail     = "email"
	ReasonPhone     = "phone"
	ReasonAddress   = "address"
	ReasonIdentity  = "identity"
	ReasonBirthDate = "birth_date"
	ReasonLink      = "link"
	ReasonFreeText  = "free_text"
	ReasonNoField   = "no_field" // the feed has no such field
	ReasonTaken     = "taken"    // another column fits the field better
	ReasonValues    = "values"   // the header fits a field, what stands below it does not
	ReasonEmpty     = "empty"    // nothing stands in it
	ReasonTwice     = "twice"    // the same header stands over several columns
	ReasonCounty    = "county"   // not a field, but decides between municipalities
)

// Inspect proposes a mapping for a file: how it is written, where its header
// is, which feed it fills, and which column is which field. Columns that hold
// names, addresses, free text or identity numbers are never mapped.
func Inspect(ctx context.Context, path string, o InspectOptions) (Proposal, error) {
	file := filepath.Base(path)
	if holdsIdentityNumber(file) {
		return Proposal{}, Refused{Problem{File: hideDigits(file), Rule: RuleIdentityName, Masked: true}}
	}
	format, err := foundFormat(path)
	if err != nil {
		return Proposal{}, atFile(file, "", err)
	}
	feeds := contracts()
	if o.Feed != "" {
		feed, ok := FeedNamed(o.Feed)
		if !ok {
			return Proposal{}, Mapping{}.Check()[0]
		}
		feeds = []Feed{feed}
	}
	if format.Type == "xlsx" {
		format.Sheet = cmp.Or(o.Sheet, "*")
	}
	tables, err := inspectTables(ctx, path, &format)
	if err != nil {
		return Proposal{}, atFile(file, "", err)
	}
	best, others := bestFit(tables, feeds, file)
	if best.table == nil {
		return Proposal{}, Refused{Problem{File: file, Sheet: o.Sheet, Rule: RuleHeaderNone}}
	}
	p := best.proposal(format)
	p.File, p.Path, p.Others = file, cmp.Or(o.Path, file), others
	p.Mapping.Source, p.Mapping.Programme = cmp.Or(o.Source, sourceID(file)), o.Programme
	for i := range tables {
		if f, _ := bestFit(tables[i:i+1], feeds, file); tables[i].sheet != "" && len(f.missing) == 0 {
			p.Sheets = append(p.Sheets, tables[i].sheet)
		}
	}
	if pattern := sheetPattern(tables, best); o.Sheet == "" && format.Type == "xlsx" && pattern != "" {
		p.Mapping.Format.Sheet = pattern
	}
	return p, nil
}

// bestFit is the table and the feed that fit each other best, and the other
// feeds that the table could fill.
func bestFit(tables []inspectedTable, feeds []Feed, file string) (best fit, others []string) {
	for i := range tables {
		for _, feed := range feeds {
			f := fitTable(&tables[i], feed, file)
			if best.table == nil || f.score > best.score {
				best = f
			}
		}
	}
	var also []fit
	for _, feed := range feeds {
		if best.table != nil && feed.Name != best.feed.Name {
			if f := fitTable(best.table, feed, file); len(f.missing) == 0 {
				also = append(also, f)
			}
		}
	}
	slices.SortStableFunc(also, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
	for _, f := range also {
		others = append(others, f.feed.Name)
	}
	return best, others
}

// sourceID is an id of the kind the configuration takes.
func sourceID(file string) string {
	name := strings.ToLower(strings.TrimSuffix(file, filepath.Ext(file)))
	name = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "a\u030a", "a", "ö", "o", "ä", "a").Replace(name)
	name = strings.Trim(notInID.ReplaceAllString(name, "-"), "-_")
	if name == "" || !programmePattern.MatchString(name) {
		name = strings.Trim("kilde-"+name, "-")
	}
	return name
}

var notInID = regexp.MustCompile(`[^a-z0-9_]+`)

// presetOf is the preset that knows most of the headers, if it knows three, one
// of them as a field of the feed. Of two, it is the one for this kind of file: a
// workbook may be saved as csv.
func presetOf(headers []string, feed, kind string) (Preset, bool) {
	var best Preset
	most := 2
	for _, p := range presets() {
		var fields []string
		for _, names := range p.Feeds[feed].Columns {
			fields = append(fields, names...)
		}
		n, read := 0, false
		for _, h := range headers {
			read = read || accepts(fields, h)
			if accepts(fields, h) || accepts(p.Ignore, h) {
				n++
			}
		}
		if !read {
			continue
		}
		if n > most || n == most && n > 2 && p.Format.Type == kind {
			best, most = p, n
		}
	}
	return best, most > 2
}

package fetch

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// applicationHeaders are the columns of the file, in this order for good:
// mappings name them.
var applicationHeaders = []string{
	"id", "created-at", "changed-stage-at", "rejected-at", "stage", "stage-type",
	"candidate-id", "sourced", "referring-site", "reject-reason", "job-id", "job-title", "tags",
}

// page is what is read of a page in JSON:API. What is not named here is not
// read, and so cannot be written.
type page struct {
	Data     *[]resource `json:"data"`
	Included []resource  `json:"included"`
	Links    struct {
		Next string `json:"next"`
	} `json:"links"`
	Meta struct {
		Count *int `json:"record-count"`
	} `json:"meta"`
}

type resource struct {
	reference
	Attributes struct {
		// of an application
		CreatedAt      string `json:"created-at"`
		ChangedStageAt string `json:"changed-stage-at"`
		RejectedAt     string `json:"rejected-at"`
		Sourced        *bool  `json:"sourced"`
		ReferringSite  string `json:"referring-site"`

		Tags            []string `json:"tags"`                   // of a candidate
		Title           string   `json:"title"`                  // of a job
		Name            string   `json:"name"`                   // of a stage
		StageType       string   `json:"stage-type"`             // of a stage
		LegacyStageType string   `json:"legacy-stage-type-name"` // the same, in newer versions
		Reason          string   `json:"reason"`                 // of a reject reason
	} `json:"attributes"`
	Relationships struct {
		Candidate relation `json:"candidate"`
		Job       relation `json:"job"`
		Stage     relation `json:"stage"`
		Reason    relation `json:"reject-reason"`
	} `json:"relationships"`
}

// relation is what an application points to. Nothing (null) is an answer; no
// word of it is none.
type relation struct {
	Data linkage `json:"data"`
}

type linkage struct {
	stated bool
	to     *reference
}

func (l *linkage) UnmarshalJSON(text []byte) error {
	l.stated = true
	return json.Unmarshal(text, &l.to)
}

type reference struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

// applications are the rows found so far.
type applications struct {
	host     string
	rows     [][]string
	ids      map[string]bool
	counts   []int // of all applications, as each page states it
	repeated bool  // an application stood on two pages
}

func newApplications(host string) *applications {
	return &applications{host: host, ids: map[string]bool{}}
}

// add takes up one page and says where the next is.
func (a *applications) add(text []byte, number int) (next string, err error) {
	broken := func(code string) error {
		return &Fault{Code: code, Asked: a.host, Found: strconv.Itoa(number)}
	}
	var p page
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &p); err != nil || p.Data == nil {
		return "", broken(CodeForm)
	}
	included := map[reference]resource{}
	for _, r := range p.Included {
		included[r.reference] = r
	}
	for _, r := range *p.Data {
		if r.Type != "job-applications" || r.ID == "" {
			return "", broken(CodeForm)
		}
		row, ok := flatten(r, included)
		if !ok {
			return "", broken(CodePartial)
		}
		a.repeated = a.repeated || a.ids[r.ID]
		a.ids[r.ID] = true
		a.rows = append(a.rows, row)
	}
	if p.Meta.Count != nil {
		a.counts = append(a.counts, *p.Meta.Count)
	}
	return p.Links.Next, nil
}

// complete says whether the pages make one list. They do not when somebody
// applied meanwhile: then what was on one page is on the next, or on none.
func (a *applications) complete() error {
	whole := !a.repeated
	for _, count := range a.counts {
		whole = whole && count == len(a.rows)
	}
	if !whole {
		return &Fault{Code: CodeChanged, Asked: a.host, Passing: true}
	}
	return nil
}

// table is the file: the headers, then the rows by id.
func (a *applications) table() [][]string {
	slices.SortFunc(a.rows, func(x, y []string) int {
		return cmp.Or(cmp.Compare(len(x[0]), len(y[0])), cmp.Compare(x[0], y[0])) // 9 before 10
	})
	return append([][]string{applicationHeaders}, a.rows...)
}

// flatten makes one row of an application and what it points to. It is not ok
// when a page points to something that it was asked to bring along, and did not.
func flatten(r resource, included map[reference]resource) (row []string, ok bool) {
	ok = true
	get := func(r relation, kind string) resource {
		if !r.Data.stated && kind != "reject-reasons" { // which older accounts do not have
			ok = false
		}
		if r.Data.to == nil {
			return resource{}
		}
		found, here := included[*r.Data.to]
		ok = ok && here && found.Type == kind
		return found
	}
	candidate, job := get(r.Relationships.Candidate, "candidates"), get(r.Relationships.Job, "jobs")
	stage, reason := get(r.Relationships.Stage, "stages"), get(r.Relationships.Reason, "reject-reasons")
	sourced := ""
	if r.Attributes.Sourced != nil {
		sourced = strconv.FormatBool(*r.Attributes.Sourced)
	}
	return []string{
		r.ID, day(r.Attributes.CreatedAt), day(r.Attributes.ChangedStageAt), day(r.Attributes.RejectedAt),
		stage.Attributes.Name, cmp.Or(stage.Attributes.StageType, stage.Attributes.LegacyStageType),
		candidate.ID, sourced, withoutAddress(r.Attributes.ReferringSite), reason.Attributes.Reason,
		job.ID, job.Attributes.Title, tags(candidate.Attributes.Tags),
	}, ok
}

// day is the date of a point in time, by the clock it is written in. What is
// no point in time stays as it is, for ingest to refuse with its place.
func day(text string) string {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return withoutAddress(text)
	}
	return t.Format(time.DateOnly)
}

// tags are labels that people give. One that is an e-mail address is left out.
func tags(all []string) string {
	var kept []string
	for _, tag := range all {
		if tag = strings.TrimSpace(strings.ReplaceAll(tag, ";", ",")); withoutAddress(tag) != "" {
			kept = append(kept, tag)
		}
	}
	slices.Sort(kept)
	return strings.Join(slices.Compact(kept), ";")
}

func withoutAddress(text string) string {
	if strings.Contains(text, "@") {
		return ""
	}
	return text
}

package fetch

import (
	"cmp"
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

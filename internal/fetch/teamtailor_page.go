package fetch

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strconv"
)

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

// follow is where the next page lies, nil after the last. It must be the same
// host, since the key goes along.
func follow(at *url.URL, next string) (*url.URL, error) {
	if next == "" {
		return nil, nil
	}
	to, err := at.Parse(next)
	if err != nil || !askable(to) || to.Host != at.Host {
		f := &Fault{Code: CodeNext, Asked: at.Host}
		if err == nil {
			f.Found = clean(to.Scheme + "://" + to.Host)
		}
		return nil, f
	}
	return to, nil
}

// memory is a page of limited size.
type memory struct {
	bytes.Buffer
	most int
}

func (m *memory) Write(p []byte) (int, error) {
	if m.Len()+len(p) > m.most {
		return 0, &Fault{Code: CodeLarge, Allowed: size(int64(m.most))}
	}
	return m.Buffer.Write(p)
}

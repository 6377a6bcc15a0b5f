package ingest

import "encoding/json"

// Type is the kind of value a field holds.
type Type string

// The types of the contracts. In a Record they are a string, an int64, a
// float64, a bool and a time.Time at midnight UTC.
const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
	Date    Type = "date"
)

// Field is one field of a contract.
type Field struct {
	Name     string
	Title    map[string]string // by language, nb and en
	Type     Type
	Format   string
	Required bool
	// RequiredWhen makes the field required in the records where another
	// field has a certain value: the municipality of one who is resident. The
	// value * is any: the date of an age.
	RequiredWhen     Condition
	Enum             []string
	Minimum, Maximum *float64
	Pattern          string

	Pseudonym bool   // the value is an identifier of a person or of her case
	Kind      string // of the pseudonym: the same id and kind give the same pseudonym
	Kommune   bool   // the value is a municipality and becomes its code of today
	KommuneOn string // the date of the record that decides what a reused name meant
	OrgNo     bool   // the value is an organisation number
	Cohort    bool   // the value is the year a cohort began, also written as 2019/2021
	Text      Text   // of a field that is stored as it stands
	Example   string // of what may stand in such a field
}

// Text is what a text says that is stored as it stands. All of them are searched
// for what points at a person.
type Text string

// The texts of the contracts.
const (
	Label Text = "label" // a word for several persons, such as a field of study
	Title Text = "title" // the name of a company, or what is said of a figure: it may have a person's name in it
	Code  Text = "code"  // a number that somebody gave
)

// Condition is met by a record in which Field has the value Value, or any
// value when Value is *. The zero condition is never met.
type Condition struct{ Field, Value string }

// UnmarshalJSON reads a field descriptor of Table Schema.
func (f *Field) UnmarshalJSON(text []byte) error {
	var d struct {
		Name        string            `json:"name"`
		Title       map[string]string `json:"title"`
		Type        Type              `json:"type"`
		Format      string            `json:"format"`
		Constraints struct {
			Required bool     `json:"required"`
			Enum     []string `json:"enum"`
			Minimum  *float64 `json:"minimum"`
			Maximum  *float64 `json:"maximum"`
			Pattern  string   `json:"pattern"`
		} `json:"constraints"`
		Kind         string            `json:"bolyst:pseudonym"`
		Kommune      bool              `json:"bolyst:kommune"`
		KommuneOn    string            `json:"bolyst:kommuneOn"`
		OrgNo        bool              `json:"bolyst:orgno"`
		Cohort       bool              `json:"bolyst:cohort"`
		Text         Text              `json:"bolyst:text"`
		Example      string            `json:"example"`
		RequiredWhen map[string]string `json:"bolyst:requiredWhen"`
	}
	if err := json.Unmarshal(text, &d); err != nil {
		return err
	}
	*f = Field{
		Name: d.Name, Title: d.Title, Type: d.Type, Format: d.Format,
		Required: d.Constraints.Required, Enum: d.Constraints.Enum,
		Minimum: d.Constraints.Minimum, Maximum: d.Constraints.Maximum,
		Pattern:   d.Constraints.Pattern,
		Pseudonym: d.Kind != "", Kind: d.Kind, Kommune: d.Kommune, KommuneOn: d.KommuneOn, OrgNo: d.OrgNo, Cohort: d.Cohort,
		Text: d.Text, Example: d.Example,
	}
	for field, value := range d.RequiredWhen { // one entry at most, a test holds it
		f.RequiredWhen = Condition{Field: field, Value: value}
	}
	return nil
}

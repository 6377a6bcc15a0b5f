package ingest

import (
	"encoding/json"
	"path"
	"slices"
	"testing"
)

// The feeds of the domain, with their keys.
var keys = map[string][]string{
	"activities":   {"programme", "activity_id"},
	"applications": {"programme", "application_id"},
	"companies":    {"programme", "org_no"},
	"employments":  {"programme", "trainee_id", "company", "started_on"},
	"finances":     {"programme", "year", "item"},
	"offers":       {"programme", "offer_id"},
	"placements":   {"programme", "trainee_id", "module"},
	"reported":     {"programme", "indicator", "period", "source"},
	"residency":    {"programme", "trainee_id", "observed_on", "source"},
	"sessions":     {"programme", "trainee_id", "kind", "held_on"},
	"surveys":      {"programme", "respondent_id", "answered_on"},
	"trainees":     {"programme", "trainee_id"},
}

func TestEveryFeedOfTheDomainHasItsContract(t *testing.T) {
	if got, want := len(Feeds()), len(keys); got != want {
		t.Errorf("got %d feeds, want %d", got, want)
	}
	for name, want := range keys {
		feed, ok := FeedNamed(name)
		if !ok {
			t.Errorf("no feed %s", name)
			continue
		}
		if !slices.Equal(feed.Key, want) {
			t.Errorf("%s: got key %v, want %v", name, feed.Key, want)
		}
		for _, field := range feed.Key {
			if f, ok := feed.Field(field); !ok || !f.Required {
				t.Errorf("%s: key field %s is not a required field", name, field)
			}
		}
	}
	if _, ok := FeedNamed("people"); ok {
		t.Error("got a feed people, want none")
	}
}

func TestEveryTitleIsInBothLanguages(t *testing.T) {
	for _, feed := range Feeds() {
		titles := map[string]map[string]string{"": feed.Title}
		for _, f := range feed.Fields {
			titles[f.Name] = f.Title
		}
		for name, title := range titles {
			if title["nb"] == "" || title["en"] == "" {
				t.Errorf("%s.%s: got title %v, want nb and en", feed.Name, name, title)
			}
		}
	}
}

func TestFieldsAreOfKnownTypesAndConsistent(t *testing.T) {
	for _, feed := range Feeds() {
		if feed.Fields[0].Name != "programme" {
			t.Errorf("%s: got first field %s, want programme", feed.Name, feed.Fields[0].Name)
		}
		seen := map[string]bool{}
		for _, f := range feed.Fields {
			at := feed.Name + "." + f.Name
			if seen[f.Name] {
				t.Errorf("%s: twice", at)
			}
			seen[f.Name] = true
			if !slices.Contains([]Type{String, Integer, Number, Boolean, Date}, f.Type) {
				t.Errorf("%s: unknown type %q", at, f.Type)
			}
			if text := f.Pseudonym || f.Kommune || f.OrgNo || len(f.Enum) > 0 || f.Pattern != ""; text && f.Type != String {
				t.Errorf("%s: got type %s, want string", at, f.Type)
			}
			if (f.Minimum != nil || f.Maximum != nil) && f.Type != Integer && f.Type != Number {
				t.Errorf("%s: bounds on a %s", at, f.Type)
			}
			if f.KommuneOn != "" {
				if on, ok := feed.Field(f.KommuneOn); !ok || on.Type != Date || !f.Kommune {
					t.Errorf("%s: its date is %s, which is no date of the feed", at, f.KommuneOn)
				}
			}
			if when := f.RequiredWhen; when.Field != "" {
				if other, ok := feed.Field(when.Field); !ok || when.Value != "*" && !slices.Contains(other.Enum, when.Value) {
					t.Errorf("%s: required when %s is %s, which it never is", at, when.Field, when.Value)
				}
			}
		}
	}
}

// The same person has the same pseudonym in every feed, because the kind
// belongs to the field's name.
func TestIdentifiersOfPersonsBecomePseudonyms(t *testing.T) {
	kinds := map[string]string{
		"applicant_id": "applicant", "trainee_id": "trainee",
		"application_id": "application_id", "offer_id": "offer_id",
		"respondent_id": "trainee", // a trainee answers under the number of the trainee list
	}
	for _, feed := range Feeds() {
		var personal []string
		for _, f := range feed.Fields {
			if f.Kind != kinds[f.Name] {
				t.Errorf("%s.%s: got kind %q, want %q", feed.Name, f.Name, f.Kind, kinds[f.Name])
			}
			if f.Pseudonym {
				personal = append(personal, f.Name)
			}
		}
		if !slices.Equal(feed.Personal, personal) {
			t.Errorf("%s: got personal %v, want %v", feed.Name, feed.Personal, personal)
		}
	}
}

func TestForeignKeysLeadToFieldsOfTheSameType(t *testing.T) {
	for _, feed := range Feeds() {
		for _, key := range feed.ForeignKeys {
			other, ok := FeedNamed(key.Reference.Feed)
			if !ok || len(key.Fields) != len(key.Reference.Fields) {
				t.Errorf("%s: foreign key to %q does not fit", feed.Name, key.Reference.Feed)
				continue
			}
			for i, name := range key.Fields {
				f, ok := feed.Field(name)
				g, found := other.Field(key.Reference.Fields[i])
				if !ok || !found || f.Type != g.Type || f.Kind != g.Kind {
					t.Errorf("%s.%s does not fit %s.%s", feed.Name, name, other.Name, key.Reference.Fields[i])
				}
			}
		}
	}
}

// What Table Schema does not know must be named as ours, or a misspelt
// constraint would be passed over without a word.
func TestContractsUseOnlyKnownProperties(t *testing.T) {
	known := map[string][]string{
		"feed":        {"name", "title", "fields", "primaryKey", "foreignKeys"},
		"field":       {"name", "title", "type", "format", "constraints", "bolyst:pseudonym", "bolyst:kommune", "bolyst:kommuneOn", "bolyst:orgno", "bolyst:cohort", "example", "bolyst:text", "bolyst:requiredWhen"},
		"constraints": {"required", "enum", "minimum", "maximum", "pattern"},
	}
	check := func(at, kind string, object map[string]json.RawMessage) {
		for property := range object {
			if !slices.Contains(known[kind], property) {
				t.Errorf("%s: unknown property %s", at, property)
			}
		}
	}
	for name := range keys {
		text, err := feedFiles.ReadFile(path.Join("feeds", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var feed map[string]json.RawMessage
		var fields []map[string]json.RawMessage
		if err := json.Unmarshal(text, &feed); err != nil {
			t.Fatal(err)
		}
		check(name, "feed", feed)
		if err := json.Unmarshal(feed["fields"], &fields); err != nil {
			t.Fatal(err)
		}
		for _, field := range fields {
			at := name + "." + string(field["name"])
			check(at, "field", field)
			var constraints map[string]json.RawMessage
			if field["constraints"] != nil {
				if err := json.Unmarshal(field["constraints"], &constraints); err != nil {
					t.Fatal(err)
				}
			}
			check(at, "constraints", constraints)
		}
	}
}

package ingest

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"sync"
)

// feedFiles are the contracts, in the Table Schema standard of Frictionless
// Data. What the standard has no word for is named with the prefix "bolyst:".
//
//go:embed feeds/*.json
var feedFiles embed.FS

// Feed is the contract of one kind of record: which fields it has, what may
// stand in them, and which of them together name one record.
type Feed struct {
	Name        string            `json:"name"`
	Title       map[string]string `json:"title"` // by language, nb and en
	Fields      []Field           `json:"fields"`
	Key         []string          `json:"primaryKey"`
	ForeignKeys []ForeignKey      `json:"foreignKeys"`
	// Personal are the fields that point at a person. Their values become
	// pseudonyms as they are read, and no problem repeats them.
	Personal []string `json:"-"`
}

// ForeignKey says that some fields of a feed name a record of another feed.
type ForeignKey struct {
	Fields    []string `json:"fields"`
	Reference struct {
		Feed   string   `json:"resource"`
		Fields []string `json:"fields"`
	} `json:"reference"`
}

// Feeds are all contracts, sorted by name.
func Feeds() []Feed { return slices.Clone(contracts()) }

// FeedNamed is the contract of that name, and whether there is one.
func FeedNamed(name string) (Feed, bool) {
	for _, f := range contracts() {
		if f.Name == name {
			return f, true
		}
	}
	return Feed{}, false
}

// Field is the field of that name, and whether the feed has it.
func (f Feed) Field(name string) (Field, bool) {
	i := slices.IndexFunc(f.Fields, func(field Field) bool { return field.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return f.Fields[i], true
}

// contracts are parsed once, and only by a program that asks for them. The
// files are part of the program: one that does not parse is a fault of the
// program, and a test holds that none does.
var contracts = sync.OnceValue(func() []Feed {
	names, err := feedFiles.ReadDir("feeds")
	if err != nil {
		panic(err)
	}
	feeds := make([]Feed, 0, len(names))
	for _, n := range names { // ReadDir sorts, and the file is named as its feed
		text, err := feedFiles.ReadFile(path.Join("feeds", n.Name()))
		if err != nil {
			panic(err)
		}
		feed, err := parseFeed(text)
		if err != nil {
			panic(fmt.Sprintf("feeds/%s: %v", n.Name(), err))
		}
		feeds = append(feeds, feed)
	}
	return feeds
})

func parseFeed(text []byte) (Feed, error) {
	var feed Feed
	if err := json.Unmarshal(text, &feed); err != nil {
		return Feed{}, err
	}
	for _, field := range feed.Fields {
		if field.Pseudonym {
			feed.Personal = append(feed.Personal, field.Name)
		}
		if _, err := regexp.Compile(field.Pattern); err != nil {
			return Feed{}, fmt.Errorf("field %s: %w", field.Name, err)
		}
	}
	return feed, nil
}

package ingest

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

// presetFiles are what is known of the exports of some tools: their fixed
// columns, and how they write dates and answers.
//
//go:embed presets/*.json
var presetFiles embed.FS

// Preset is what is known of the files of one tool. Form tools have few fixed
// columns, and those mean different things in different feeds.
type Preset struct {
	Name   string            `json:"-"`
	Title  map[string]string `json:"title"` // by language, nb and en
	Note   map[string]string `json:"note"`  // what the files do not tell, so that the source must
	Known  map[string]string `json:"known"` // where this is known from, and what of it nobody has seen in a file
	Format Format            `json:"format"`
	Dates  []string          `json:"dates"`
	Ignore []string          `json:"ignore"`
	// Separator stands between the answers where several may be chosen.
	Separator string `json:"separator"`
	// Values are by field, for all feeds that have it.
	Values map[string]map[string]string `json:"values"`
	Feeds  map[string]PresetFeed        `json:"feeds"`
}

// PresetFeed is what of a tool's files belongs to one feed.
type PresetFeed struct {
	Columns   map[string][]string `json:"columns"`
	Constants map[string]string   `json:"constants"`
}

// PresetNames are the names of all presets, sorted.
func PresetNames() []string {
	names := make([]string, len(presets()))
	for i, p := range presets() {
		names[i] = p.Name
	}
	return names
}

// PresetNamed is the preset of that name, and whether there is one.
func PresetNamed(name string) (Preset, bool) {
	i := slices.IndexFunc(presets(), func(p Preset) bool { return p.Name == name })
	if i < 0 {
		return Preset{}, false
	}
	return presets()[i], true
}

// presets are parsed once. The files are part of the program: one that does
// not parse is a fault of the program, and a test holds that none does.
var presets = sync.OnceValue(func() []Preset {
	names, err := presetFiles.ReadDir("presets")
	if err != nil {
		panic(err)
	}
	all := make([]Preset, 0, len(names))
	for _, n := range names { // ReadDir sorts, and the file is named as its preset
		text, err := presetFiles.ReadFile(path.Join("presets", n.Name()))
		if err != nil {
			panic(err)
		}
		p := Preset{Name: strings.TrimSuffix(n.Name(), ".json")}
		if err := json.Unmarshal(text, &p); err != nil {
			panic(fmt.Sprintf("presets/%s: %v", n.Name(), err))
		}
		all = append(all, p)
	}
	return all
})

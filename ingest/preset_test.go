package ingest

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestPresets(t *testing.T) {
	want := []string{"alumni-excel", "google-forms-csv", "google-forms-nb", "ms-forms-en", "ms-forms-nb", "nettskjema", "offentlig-sokerliste", "recman"}
	if got := PresetNames(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, name := range PresetNames() {
		p, ok := PresetNamed(name)
		if !ok || p.Name != name || p.Title["nb"] == "" || p.Title["en"] == "" || p.Note["nb"] == "" || p.Note["en"] == "" || p.Known["nb"] == "" || p.Known["en"] == "" || len(p.Feeds) == 0 {
			t.Errorf("%s: got %v, %q", name, ok, p.Title)
		}
	}
	if _, ok := PresetNamed("excel"); ok {
		t.Error("excel: got a preset, want none")
	}
}

// What a preset says of a feed keeps the feed's contract. What it does not
// know, the source must say: no other fault is left.
func TestPresetsKeepTheContracts(t *testing.T) {
	for _, name := range PresetNames() {
		p, _ := PresetNamed(name)
		for _, feedName := range slices.Sorted(maps.Keys(p.Feeds)) {
			feed, ok := FeedNamed(feedName)
			if !ok {
				t.Errorf("%s: no feed %s", name, feedName)
				continue
			}
			m := Mapping{Programme: "kom", Feed: feed}
			for _, f := range feed.Fields { // so that the words for every field are checked
				if _, ok := p.Values[f.Name]; ok {
					m.Columns = with(m.Columns, f.Name, []string{f.Name})
				}
			}
			for _, err := range m.With(p).Check() {
				var fault Fault
				if errors.As(err, &fault); fault.Rule != FaultUnmapped {
					t.Errorf("%s, %s: %v", name, feedName, err)
				}
			}
		}
		for field := range p.Values {
			known := func(f Feed) bool { _, ok := f.Field(field); return ok }
			if !slices.ContainsFunc(Feeds(), known) {
				t.Errorf("%s: no feed has the field %s", name, field)
			}
		}
	}
}

func TestTheMappingsOwnWordHolds(t *testing.T) {
	feed, _ := FeedNamed("residency")
	p := Preset{
		Format: Format{Type: "xlsx", Sheet: "Ark1", Totals: []string{"Sum"}}, Dates: []string{"d.m.yy"}, Separator: ";",
		Ignore: []string{"Navn", "E-post", "Bor i"},
		Values: map[string]map[string]string{"status": {"Bosatt": "resident", "Utflyttet": "emigrated"}, "works_in_region": {"Pendler": "Ja"}},
		Feeds: map[string]PresetFeed{"residency": {
			Columns:   map[string][]string{"trainee_id": {"Nr"}, "observed_on": {"Sjekket"}, "kommune": {"Bor i"}},
			Constants: map[string]string{"status": "resident", "source": "programme"},
		}},
	}
	m := Mapping{
		Programme: "kom", Feed: feed, Format: Format{Sheet: "Kull *"},
		Columns:   map[string][]string{"trainee_id": {"e-post"}, "status": {"Status"}},
		Constants: map[string]string{"observed_on": "2010-12-31"},
		Values:    map[string]map[string]string{"status": {"bosatt ": "unknown"}},
		Ignore:    []string{"Adresse"},
	}
	before := m.Hash()
	got := m.With(p)
	want := Mapping{
		Programme: "kom", Feed: feed, Format: Format{Type: "xlsx", Sheet: "Kull *", Totals: []string{"Sum"}}, Dates: []string{"d.m.yy"},
		Columns:   map[string][]string{"trainee_id": {"e-post"}, "status": {"Status"}, "kommune": {"Bor i"}},
		Constants: map[string]string{"observed_on": "2010-12-31", "source": "programme"},
		Values:    map[string]map[string]string{"status": {"bosatt ": "unknown", "Utflyttet": "emigrated"}},
		Multi:     map[string]string{"status": ";"},
		Ignore:    []string{"Adresse", "Navn"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if m.Hash() != before || len(p.Feeds["residency"].Columns) != 3 {
		t.Error("the mapping or the preset was changed")
	}
	csv := Mapping{Feed: feed, Format: Format{Type: "csv"}}.With(p)
	if csv.Format.Sheet != "" || csv.Format.Type != "csv" || len(csv.Format.Totals) != 1 {
		t.Errorf("got %+v, want what holds for files of any type", csv.Format)
	}
}

// Names, addresses and the like are among what presets leave unread, so that a
// notice of new columns is about columns that are new.
func TestPresetsReadNoNames(t *testing.T) {
	for _, name := range PresetNames() {
		p, _ := PresetNamed(name)
		for feed, known := range p.Feeds {
			for field, headers := range known.Columns {
				for _, h := range headers {
					if key := headerKey(h); strings.Contains(key, "navn") || strings.Contains(key, "name") || strings.Contains(key, "post") || strings.Contains(key, "mail") {
						t.Errorf("%s, %s: %s is read from %q", name, feed, field, h)
					}
				}
			}
		}
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"
)

func TestTextThatPointsAtAPersonIsKnown(t *testing.T) {
	for _, text := range []string{
		"kari.eksempel@example.no", "Hørte det fra kari@example.no", "91234567", "912 34 567", "912\u00a034\u00a0567", "9123\u200b4567", "９１２３４５６７", "91 23 45 67", "+47 91234567", "0047 912 34 567",
		"tlf. 912.34.567", "+46 70 123 45 67", "Ola Nordmann", "Nordmann, Ola", "OLA NORDMANN", "Ola Nordmann, Storgata 5, 91234567", "tips fra Kari Eksempel (nabo)",
		"Anne-Marie Eksempel", "Storgata 5", "storgata 5 B", "Kirkeveien 12, 6509 Kristiansund", "Nordre gate 3", "Solbakken 7",
		"https://example.no/kari", "www.example.no/kari", "mailto:kari",
	} {
		if !Label.pointsAtPerson(text) {
			t.Errorf("%q: got no, want yes", text)
		}
	}
}

func TestWordsForSeveralPointAtNobody(t *testing.T) {
	for _, text := range []string{
		"", "Økonomi", "Økonomi og administrasjon", "Human Resources", "Computer Science", "Business Administration", "Helse- og sosialfag",
		"FINN.no", "framtidsfylket.no", "LinkedIn", "Sosiale Medier", "Google Ads", "NTNU Trondheim", "Karrieredag", "Venn / kollega", "Kari", "Erik Arnesen AS",
		"Frøya Lund", "Møre og Romsdal Fylkeskommune", "Veg 2019", "E39", "Gate 5", "Bygg & anlegg 2010–2012", "Kull 20190801", "31122019", "25 000 000 kr",
		"2012–2014", "Norges teknisk-naturvitenskapelige universitet", "Siv ing Bygg", "St. Olavs Hospital", "Stand @ NTNU", "Modul 3", "Lærer 1–7", "5.–10. trinn",
	} {
		if Label.pointsAtPerson(text) {
			t.Errorf("%q: got yes, want no", text)
		}
	}
}

// A company may bear the name of a person, and a number that somebody gave may look like a telephone number.
func TestTitlesAndCodesMayLookLikeMore(t *testing.T) {
	for text, kind := range map[string]Text{
		"Ola Nordmann": Title, "Kari Eksempel Regnskap": Title, "https://example.no/rapport.pdf": Title, "91234567": Code, "2012–2014": Code,
	} {
		if kind.pointsAtPerson(text) {
			t.Errorf("%s %q: got yes, want no", kind, text)
		}
	}
	for _, text := range []string{"post@example.no", "Havn AS, 912 34 567", "Havn AS, Storgata 5"} {
		if !Title.pointsAtPerson(text) {
			t.Errorf("%q: got no, want yes", text)
		}
	}
}

func TestEveryTextThatIsStoredSaysWhatItIs(t *testing.T) {
	for _, feed := range Feeds() {
		for _, f := range feed.Fields {
			stored := f.Type == String && len(f.Enum) == 0 && f.Pattern == "" && !f.Pseudonym
			known := f.Text == Label || f.Text == Title || f.Text == Code
			if stored != known || stored && (f.Example == "" || f.Text.pointsAtPerson(f.Example)) {
				t.Errorf("%s.%s: got text %q with the example %q", feed.Name, f.Name, f.Text, f.Example)
			}
		}
	}
}

// A few are slips, and cost their rows; many say what the column is for.
func TestColumnThatPointsAtPersonsCostsTheFile(t *testing.T) {
	feed, _ := FeedNamed("applications")
	m := Mapping{Source: "test", Programme: "kom", Feed: feed, Format: Format{Type: "csv"}, Columns: map[string][]string{
		"application_id": {"Nr"}, "applicant_id": {"Søker"}, "cohort": {"Kull"}, "submitted_on": {"Dato"}, "field": {"Felt"}}}
	for _, c := range []struct {
		personal, others int
		refused          bool
	}{{1, 0, false}, {2, 1, false}, {3, 1, true}, {3, 12, false}, {4, 15, true}} {
		text := "Nr;Søker;Kull;Dato;Felt\n"
		for i := range c.personal + c.others {
			field := "Økonomi"
			if i < c.personal {
				field = fmt.Sprintf("kari%d@example.no", i)
			}
			text += fmt.Sprintf("%d;A-%d;2009;01.03.2009;%s\n", i, i, field)
		}
		got := told(t, writeSource(t, "soknader.csv", []byte(text)), m)
		if strings.Contains(got, "refused: ") != c.refused || strings.Contains(got, "kari") {
			t.Errorf("%d of %d: got %s", c.personal, c.personal+c.others, got)
		}
		if want := fmt.Sprintf("%d rejected", c.personal); !c.refused && !strings.Contains(got, want) {
			t.Errorf("%d of %d: got %s, want %s", c.personal, c.personal+c.others, got, want)
		}
	}
}

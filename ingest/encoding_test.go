package ingest

import (
	"os"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestMacRomanIsSeenByItsLettersWithinWords(t *testing.T) {
	for _, c := range []struct {
		text string
		as   *charmap.Charmap
		want bool
	}{
		{"Søker;Kjønn\n", charmap.Macintosh, true},
		{"Navn;Årstall\n", charmap.Macintosh, true},
		{"Søker;Kjønn\n", charmap.Windows1252, false},
		{"Søker;Merke\n1;Bosch®\n", charmap.Windows1252, false},
		{"Brand\nBosch®\n1¾\n¿Que?\n", charmap.Windows1252, false},
		{"Ren tekst\n", charmap.Windows1252, false},
	} {
		data, err := c.as.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(writeSource(t, "a.csv", data))
		if err != nil {
			t.Fatal(err)
		}
		if got := looksMacintosh(f); got != c.want {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
		f.Close()
	}
}

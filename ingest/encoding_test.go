package ingest

import (
	"errors"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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

// A copy that stopped in the middle of a character is no whole file, whatever its rows look like.
func TestUTF16CutWithinACharacterIsRefused(t *testing.T) {
	text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Søknadsnr;Søker;Kull;Søkt dato\n1;A-1;2009;01.03.2009\n2;A-2;2009;01.03.2009")
	if err != nil {
		t.Fatal(err)
	}
	m := applications()
	if got := told(t, writeSource(t, "hel.csv", []byte(text)), m); !strings.Contains(got, "2 records") {
		t.Fatalf("the whole file: got %s", got)
	}
	_, err = Read(t.Context(), writeSource(t, "kuttet.csv", []byte(text[:len(text)-1])), m, testKey, nil, nil)
	var refused Refused
	if !errors.As(err, &refused) || refused.Rule != RuleFileCut {
		t.Errorf("got %v, want refused as cut off", err)
	}
}

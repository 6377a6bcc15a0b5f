package ingest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// longList is a list of many blocks, in which every hundredth row has a fault,
// some rows are totals, and those of hits hold an identity number.
func longList(hits ...int) string {
	var text strings.Builder
	text.WriteString("Søknadsnr;Søker;Kull;Søkt dato;Kjønn;Bosted\n")
	for i := range 20 * blockRows {
		switch {
		case len(hits) > 0 && i == hits[0]:
			fmt.Fprintf(&text, "%d;01819000049;2009;01.03.2009;;\n", i)
			hits = hits[1:]
		case i%100 == 50:
			fmt.Fprintf(&text, "%d;A-%d;i fjor;31.02.2009;;Herøy\n", i, i)
		case i%1000 == 70:
			fmt.Fprintf(&text, "Sum %d;;;;;\n", i)
		default:
			fmt.Fprintf(&text, "%d;A-%d;%d;%02d.03.2009;;Kristiansund\n", i, i, 2005+i%9, 1+i%28)
		}
	}
	return text.String()
}

// handedOver is everything that is handed over, in its order, as a hash, and
// what Read says in the end.
func handedOver(t *testing.T, path string) string {
	t.Helper()
	m := applications()
	m.Format.Totals = []string{"Sum"}
	all := sha256.New()
	rows := 0
	summary, err := Read(context.Background(), path, m, testKey,
		func(r Record) error { rows++; _, err := fmt.Fprintln(all, r); return err },
		func(p []Problem, _ []any) error { rows++; _, err := fmt.Fprintln(all, p); return err })
	return fmt.Sprintf("%d rows %x, %d totals %v, %v", rows, all.Sum(nil)[:8], summary.Ignored, summary.Notices, err)
}

func TestManyCheckersHandOverTheSameAsOne(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for name, c := range map[string]struct{ text, want string }{
		"no hit":               {longList(), "10229 rows"}, // 10240 without eleven totals
		"one hit":              {longList(3000), "10229 rows"},
		"two hits far apart":   {longList(3000, 9000), "8991 rows"}, // those before the second
		"cut in a quoted cell": {longList() + "\"1;", "10229 rows"},
	} {
		path := writeSource(t, "soknader.csv", []byte(c.text))
		runtime.GOMAXPROCS(1)
		alone := handedOver(t, path)
		if !strings.HasPrefix(alone, c.want) {
			t.Errorf("%s: got %.20s, want %s", name, alone, c.want)
		}
		runtime.GOMAXPROCS(8)
		for range 3 {
			if many := handedOver(t, path); many != alone {
				t.Errorf("%s: many gave %s, one %s", name, many, alone)
			}
		}
	}
}

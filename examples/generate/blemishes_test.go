package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// spoilt are the rows that the files get wrong on purpose: file, row and column as a spreadsheet names them, and the rule.
var spoilt = map[string][]string{
	"kom": {
		"soknader-2007.csv 144 N kommune.unknown",
		"soknader-2008.csv 42 A superseded",
		"soknader-2009.csv 182 I type.date",
		"soknader-2010.csv 169 T identity_number",
		"jobbtilbud.csv 16 I enum",
		"bedrifter.xlsx 20 A orgno",
	},
	"nine": {
		"soknader-innlandet.csv 419 G type.date",
		"soknader-framtidsfylket.csv 460 K kommune.ambiguous",
		"innsamling.xlsx 171 I enum",
	},
}

func TestOnlyTheseRowsAreSpoilt(t *testing.T) {
	got := map[string][]string{}
	for example, files := range examples() {
		for _, f := range files {
			for _, tab := range f.tables {
				for i, r := range tab.rows {
					if r.blemish != nil {
						got[example] = append(got[example], fmt.Sprintf("%s %d %s %s", f.name, tab.firstRow()+i, column(tab, r.blemish.Header), r.blemish.Rule))
					}
				}
			}
		}
	}
	if diff := cmp.Diff(spoilt, got); diff != "" {
		t.Errorf("spoilt rows (-want +got):\n%s", diff)
	}
}

func TestReadmeNamesEverySpoiltRow(t *testing.T) {
	for example, rows := range spoilt {
		readme, err := os.ReadFile(filepath.Join("..", example, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range rows {
			parts := strings.Fields(s)
			if line := fmt.Sprintf("| `%s` | %s | %s |", parts[0], parts[1], parts[2]); !strings.Contains(string(readme), line) {
				t.Errorf("%s/README.md has no line that begins with %s", example, line)
			}
		}
	}
}

func TestIdentityNumberIsATestNumber(t *testing.T) {
	got := syntheticIdentityNumber(15, 3, 1984, 412)
	if got[2:4] != "83" {
		t.Errorf("month of %s: got %s, want 83, which no person has", got, got[2:4])
	}
	for _, weights := range [][]int{{3, 7, 6, 1, 8, 9, 4, 5, 2, 1}, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}} {
		sum := 0
		for i, w := range weights {
			sum += w * int(got[i]-'0')
		}
		if sum%11 != 0 {
			t.Errorf("check digit %d of %s is wrong", len(weights)-9, got)
		}
	}
}

// column is the letter of the named column; of the first column when no cell is wrong in itself.
func column(t table, header string) string {
	for i, h := range t.header {
		if h == header {
			return string(rune('A' + i))
		}
	}
	return "A"
}

package ingest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// All numbers here belong to nobody: the months are raised by 80, or they are
// the examples of Skatteetaten for the numbers of 2032.
func TestIdentityNumbersAreFoundHoweverTheyAreWritten(t *testing.T) {
	for _, text := range []string{
		"02013299997", "30108299920", "30108299939", // examples, the last by the rule of 2032 only
		"01819000049", "01819000057", "01819000065", "01819000073", // first check digit off by 0, 1, 2, 3
		"41819000032",                                                       // D-number
		"018190 00049", "018190.00049", "018190-00049", "018190\u00a000049", // as people write them
		"fnr:01819000049.", "Ring (01819000049) i dag", "A01819000049B", "01819000049\n",
		"1819000049", " 1819000049 ", // a spreadsheet dropped the zero
		"01.81.90 00049", "01.81.90-00049", "01/81/90 00049", "01 81 90 000 49", "018190  00049", "018190/00049", "018190 - 00049", // as dates
		"1.81.90 00049", "01.81.1990 00049", "018190 000 49", "f. 01.81.90-00049, Averøy",
		"12, 01819000049", "tlf 71717171 / 018190 00049",
		"018190\u200b00049", "018190\u200c00049", "018190\u200d00049", "018190\u206000049", "018190\ufeff00049", "018190\u00ad00049", // not seen
		"018190_00049", "018190:00049", "018190 00 049", "0 1 8 1 9 0 0 0 0 4 9", "0-1-8-1-9-0-0-0-0-4-9", "018190 0 0 0 4 9", "01 81 90 00 049",
		"０１８１９０００049", "０１８１９０ ０００４９", "٠١٨١٩٠٠٠٠٤٩", "०१८१९००००४९", "𝟎𝟏𝟖𝟏𝟗𝟎𝟎𝟎𝟎𝟒𝟗", "1.819000049E+09", "1,819000049E+9", "1.8190000490E+09", "4.1819000032e10",
	} {
		if !holdsIdentityNumber(text) {
			t.Errorf("%q: got none, want one", text)
		}
	}
}

func TestOtherNumbersAreNoIdentityNumbers(t *testing.T) {
	for _, text := range []string{
		"", "01819000050", "01819000048", // check digits
		"00819000049", "32819000049", "01939000049", "01009000049", // no such day or month
		"018190000490", "101819000049", "018190 000490", "01.81.90 00050", "01.03.2009 6509 Kristiansund", "01.03.09 6509", "01.03.2009, 12345",
		"ref 1819000049",                            // ten digits only when alone
		"4748123456", "+4748123456", "004748123456", // telephones
		"123456785", "310 000 310", "2010-12-31", "31.12.2010 12:11:03", "1 112 000",
		"１２３４５", "1 2 3 4 5 6 7 8 9 10 11", "1.5E+09", "Averøy – Smøla, 1.–2. modul 2009–2010 (9 av 11)",
	} {
		if holdsIdentityNumber(text) {
			t.Errorf("%q: got one, want none", text)
		}
	}
}

// Web forms write the moment of an answer into every row.
func TestMomentsOfFormsAreNoIdentityNumbers(t *testing.T) {
	for at := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2020; at = at.Add(7*time.Hour + 11*time.Minute + 13*time.Second) {
		for _, form := range []string{"02.01.2006 15:04:05", "2.1.2006 15.04", "02.01.06 15:04:05", "2006-01-02T15:04:05.000", "2006-01-02 15:04", "1/2/06 15:04:05", "20060102 15:04:05", "02.01.2006 15:04"} {
			if text := at.Format(form); holdsIdentityNumber(text) {
				t.Fatalf("%q: got one, want none", text)
			}
		}
	}
}

func TestNoErrorOrProblemRepeatsAnIdentityNumber(t *testing.T) {
	const number = "01819000049"
	written := []string{number, "018190 00049", "018190-00049", number[1:], "Kari " + number + "!"}
	m := applications()
	header := "Søknadsnr;Søker;Kull;Søkt dato;Kjønn;Bosted;Merknad\n"
	good := "1;A-1;2009;01.03.2009;f;Smøla;\n"
	for _, id := range written {
		for column := range 7 {
			cells := strings.Split("9;A-9;2009;01.03.2009;f;Smøla;", ";")
			cells[column] = id
			row := strings.Join(cells, ";") + "\n"
			for name, text := range map[string]string{
				"one":            header + strings.Repeat(good, 5) + row,
				"several":        header + row + row,
				"short file":     header + row,
				"above the data": row + header + good,
				"broken row":     header + strings.Repeat(good, 5) + "\"" + row,
				"ragged row":     header + strings.Repeat(good, 5) + ";;;" + row,
				"no header":      row + row,
			} {
				path := writeSource(t, "soknader.csv", []byte(text))
				var said []string
				_, err := Read(context.Background(), path, m, testKey,
					func(r Record) error {
						said = append(said, valuesText(m.Feed, r.Values))
						return nil
					},
					func(problems []Problem, _ []any) error {
						for _, p := range problems {
							said = append(said, p.Text("nb"), p.Text("en"), p.Found, p.Allowed, p.Header)
						}
						return nil
					})
				if err != nil {
					said = append(said, err.Error())
				}
				for _, s := range said {
					if strings.Contains(s, number[1:]) || strings.Contains(s, "00049") {
						t.Errorf("%s, %q in column %d: said %s", name, id, column, s)
					}
				}
			}
		}
	}
}

func TestFileNamedAfterAPersonIsRefusedWithoutItsName(t *testing.T) {
	path := writeSource(t, "018190 00049.csv", []byte("Søknadsnr;Søker;Kull;Søkt dato\n1;A-1;2009;01.03.2009\n"))
	_, err := Read(context.Background(), path, applications(), testKey, nil, nil)
	var refused Refused
	if !errors.As(err, &refused) || refused.Rule != RuleIdentityName {
		t.Fatalf("got %v, want refused for its name", err)
	}
	if got, want := refused.File, "•••••• •••••.csv"; got != want {
		t.Errorf("got file %q, want %q", got, want)
	}
}

// applications is a mapping of the most usual list.
func applications() Mapping {
	feed, _ := FeedNamed("applications")
	return Mapping{
		Source: "soknader", Programme: "kom", Feed: feed, Format: Format{Type: "csv"},
		Columns: map[string][]string{
			"application_id": {"Søknadsnr"}, "applicant_id": {"Søker"}, "cohort": {"Kull"},
			"submitted_on": {"Søkt dato"}, "gender": {"Kjønn"}, "kommune": {"Bosted"},
		},
	}
}

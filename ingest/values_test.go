package ingest

import (
	"math"
	"testing"
	"time"
)

func TestDateForms(t *testing.T) {
	for _, c := range []struct{ form, text, want string }{
		{"dd.mm.yyyy", "01.08.2009", "2009-08-01"},
		{"dd.mm.yyyy", "1.8.2009", ""}, // two digits are two digits
		{"dd.mm.yyyy", "01.08.09", ""},
		{"dd.mm.yyyy", "01.08.20099", ""},
		{"dd.mm.yyyy", "31.02.2009", ""}, // no such day, and it is not the 3 March
		{"dd.mm.yyyy", "29.02.2008", "2008-02-29"},
		{"dd.mm.yyyy", "29.02.1900", ""},
		{"dd.mm.yyyy", "00.01.2009", ""},
		{"dd.mm.yyyy", "01/08/2009", ""},
		{"dd.mm.yyyy", "01.08.2009 12:00", ""},
		{"dd.mm.yyyy", "aug 2009", ""},
		{"dd.mm.yyyy", "", ""},
		{"d.m.yy", "1.8.09", "2009-08-01"},
		{"d.m.yy", "31.12.49", "2049-12-31"}, // the border of the century is fixed
		{"d.m.yy", "1.1.50", "1950-01-01"},
		{"d.m.yyyy", "01.08.2009", "2009-08-01"},
		{"yyyy-mm-dd", "2009-08-01", "2009-08-01"},
		{"yyyy-mm-dd", "2009-8-1", ""},
		{"mm/dd/yyyy", "08/13/2009", "2009-08-13"},
		{"mm/dd/yyyy", "13/08/2009", ""},
		{"ddmmyyyy", "01082009", "2009-08-01"},
		{"dd.mm.yyyy hh:mm", "06.09.2010 15:37", "2010-09-06"}, // mm after hh are minutes
		{"dd.mm.yyyy hh:mm", "06.09.2010 15:61", ""},
		{"yyyy-mm-ddThh:mm:ss", "2010-09-06T15:37:20", "2010-09-06"},
		{"yyyy-mm", "2009-08", "2009-08-01"}, // the first day of the month
		{"mm/yyyy", "13/2009", ""},
		{"mmm yyyy", "aug 2009", "2009-08-01"},
		{"mmm yyyy", "Aug. 2009", "2009-08-01"},
		{"mmm yyyy", "mars\u00a02009", "2009-03-01"},
		{"mmm yyyy", "august 2009", ""}, // that is mmmm
		{"mmm yyyy", "aug2009", ""},
		{"mmmyy", "des09", "2009-12-01"},
		{"d. mmmm yyyy", "1. AUGUST 2009", "2009-08-01"},
		{"mmmm d, yyyy", "February 29, 2008", "2008-02-29"},
		{"mmmm d, yyyy", "February 29, 2009", ""},
		{"season yyyy", "høst 2009", "2009-09-01"},
		{"season yyyy", "ho\u0308st 2009", ""},          // ö is another letter
		{"season yyyy", "va\u030ar 2009", "2009-03-01"}, // å in two characters
		{"season yyyy", "vinter 2009", ""},
		{"seasonyyyy", "H2009", "2009-09-01"},
		{"semesteryy", "V09", "2009-01-01"},
		{"yyyy season", "2009 haust", "2009-09-01"},
		{"yyyy/mm/dd h:mm:ss am/pm zone", "2017/05/02 9:11:03 AM GMT+02:00", "2017-05-02"},
		{"yyyy-mm-ddThh:mm:ssoffset", "2023-08-29T10:52:11.828301592+02:00", "2023-08-29"},
		{"yyyy-mm-ddThh:mm:ssoffset", "2023-08-29T10:52:11Z", "2023-08-29"},
		{"yyyy-mm-ddThh:mm:ssoffset", "2023-08-29T10:52:11.5", ""},
		{"yyyy-mm-ddThh:mmoffset", "2023-08-29T00:00+02:00", "2023-08-29"},
		{"dd.mm.yyyy kl. hh.mm.ss", "06.09.2010 kl. 15.37.20", "2010-09-06"},
	} {
		form, err := parseDateForm(c.form)
		if err != nil {
			t.Errorf("%s: %v", c.form, err)
			continue
		}
		got := ""
		if day, ok := form.parse(c.text); ok {
			got = day.Format("2006-01-02")
		}
		if got != c.want {
			t.Errorf("%q as %s: got %q, want %q", c.text, c.form, got, c.want)
		}
	}
}

func TestWhatIsNoDateFormIsRefused(t *testing.T) {
	for _, form := range []string{"", "dd.mm", "yyyy", "dd.mm.yyy", "ddd.mm.yyyy", "dd.dd.yyyy", "dmyyyy", "dd.mm.åååå", "02.01.2006", "season", "season mm yyyy", "mmmmm yyyy"} {
		if _, err := parseDateForm(form); err == nil {
			t.Errorf("%q: got a form, want an error", form)
		}
	}
}

func TestSerialDates(t *testing.T) {
	for _, c := range []struct {
		serial   float64
		date1904 bool
		want     string
	}{
		{1, false, "1900-01-01"},
		{59, false, "1900-02-28"},
		{60, false, ""}, // the day that spreadsheets count and that did not exist
		{61, false, "1900-03-01"},
		{40026, false, "2009-08-01"},
		{40026.99999, false, "2009-08-01"}, // a time of day does not round up
		{38564, true, "2009-08-01"},        // 1 462 days less
		{0, true, "1904-01-01"},
		{0, false, ""},
		{-1, false, ""},
		{1e9, false, ""},
		{math.NaN(), false, ""},
	} {
		got := ""
		if day, ok := serialDate(c.serial, c.date1904); ok {
			got = day.Format("2006-01-02")
			if day != day.Truncate(24*time.Hour) {
				t.Errorf("%v: got %v, want midnight", c.serial, day)
			}
		}
		if got != c.want {
			t.Errorf("%v (1904: %v): got %q, want %q", c.serial, c.date1904, got, c.want)
		}
	}
}

func TestIntegers(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "2009": 2009, "+7": 7, "-7": -7, "\u22127": -7, "–7": -7,
		"1 234": 1234, "1\u00a0234\u00a0567": 1234567, "69\u202f500": 69500,
		"1995,0": 1995, "1995.0": 1995, "1 995,00": 1995, "kr 1.234.567,-": 1234567, "NOK 500": 500, "500,-": 500, "500 kr": 500,
	} {
		if got, ok := parseInteger(text); !ok || got != want {
			t.Errorf("%q: got %d, %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "2009,5", "2009.", "1.234", "1,000", "1.23.456", ",0", "kr", "1 23", "12 34", "1234 567", "1e3", "0x10", "1_000", "7 a", "9223372036854775808", "１２"} {
		if got, ok := parseInteger(text); ok {
			t.Errorf("%q: got %d, want none", text, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]float64{
		"0,7": 0.7, "0.7": 0.7, "69500": 69500, "69 500,50": 69500.5, "1\u00a0112\u00a0000": 1112000,
		"\u221212,5": -12.5, "0.700": 0.7, "-0.125": -0.125, "1234.567": 1234.567, "1,234": 1.234, ",5": 0.5,
		"kr 1.234.567,-": 1234567, "NOK 500": 500, "kr 300": 300, "Kr. 69.500,50": 69500.5, "1.234,5": 1234.5, "-1.234.567": -1234567,
	} {
		if got, ok := parseNumber(text); !ok || got != want {
			t.Errorf("%q: got %v, %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", "-", "69.500", "-1.234", "kr 1.234", "1.23,5", "12.34.567", "1,234.5", "1.234,-5", "1,2,3", "1e3", "NaN", "Inf", "0x1p-2", "1_000",
		"12 34", "1 234 5", "1,5 0", "kr", "eur 300", "72 %", ",", "1-2",
	} {
		if got, ok := parseNumber(text); ok {
			t.Errorf("%q: got %v, want none", text, got)
		}
	}
}

// 123456785: 1·3 + 2·2 + 3·7 + 4·6 + 5·5 + 6·4 + 7·3 + 8·2 = 138, 138 mod 11 = 6, 11 − 6 = 5.
func TestOrganisationNumbers(t *testing.T) {
	for _, text := range []string{"123456785", "123 456 785", "123\u00a0456\u00a0785", "NO 123 456 785 MVA", "no123456785mva", "123.456.785"} {
		if got, ok := ValidOrgNo(text); !ok || got != "123456785" {
			t.Errorf("%q: got %q, %v, want 123456785", text, got, ok)
		}
	}
	for _, text := range []string{"", "123456784", "12345678", "1234567850", "SE123456785", "12345678a", "NOMVA"} {
		if got, ok := ValidOrgNo(text); ok {
			t.Errorf("%q: got %s, want none", text, got)
		}
	}
}

func TestNumbersOfASheetAreWholeOrNot(t *testing.T) {
	for x, want := range map[float64]bool{2009: true, -3: true, 2009.5: false, 1e17: false, math.Inf(1): false} {
		if _, ok := wholeNumber(x); ok != want {
			t.Errorf("%v: got %v, want %v", x, ok, want)
		}
	}
}

func TestColumnLetters(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnLetter(column); got != want {
			t.Errorf("%d: got %s, want %s", column, got, want)
		}
		if got, row, ok := divideReference([]byte(want + "7")); !ok || got != column || string(row) != "7" {
			t.Errorf("%s7: got %d, row %s, %v, want %d, row 7", want, got, row, ok, column)
		}
	}
}

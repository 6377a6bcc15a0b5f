package main

import (
	"testing"
	"time"
)

func TestWhatIsKeptBeginsOnTheSameDayYearsOrMonthsBefore(t *testing.T) {
	tests := []struct{ retention, asOf, want string }{
		{"5y", "2027-03-01", "2022-03-01"},
		{"18m", "2027-03-01", "2025-09-01"},
		{"1m", "2027-01-15", "2026-12-15"},
		{"1m", "2027-03-31", "2027-02-28"}, // February has no 31
		{"1m", "2028-03-30", "2028-02-29"},
		{"1m", "2027-07-31", "2027-06-30"},
		{"6m", "2027-08-30", "2027-02-28"},
		{"1y", "2028-02-29", "2027-02-28"}, // three years of four have no 29 February
		{"4y", "2028-02-29", "2024-02-29"},
		{"999y", "2027-03-01", "1028-03-01"},
	}
	for _, test := range tests {
		asOf, err := time.Parse(dateForm, test.asOf)
		if err != nil {
			t.Fatal(err)
		}
		if got := (Source{Retention: test.retention}).keptFrom(asOf).Format(dateForm); got != test.want {
			t.Errorf("%s as of %s: got %s, want %s", test.retention, test.asOf, got, test.want)
		}
	}
}

func TestARetentionIsAWholeNumberOfYearsOrMonths(t *testing.T) {
	for _, text := range []string{"", "y", "5", "5d", "5Y", "0y", "00m", "05y", "-5y", "+5y", "5.5y", "5 y", "1000y", "99999999999999999999y"} {
		if years, months, ok := span(text); ok {
			t.Errorf("%q: got %d years and %d months, want none", text, years, months)
		}
	}
}

package main

import (
	"fmt"
	"strconv"
	"time"

	"bolyst/internal/batch"
	"bolyst/internal/store"
)

// dateForm is how a date is written on the command line and in machine output.
const dateForm = "2006-01-02"

// timeForms are how a time is written on the command line: in the zone that it names, or else in that of the configuration.
var timeForms = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}

// momentFlags ask for figures as of a date and known at a batch, on every command that shows figures.
type momentFlags struct {
	AsOf    string `placeholder:"${date_word_help}" help:"${as_of_help}"`
	KnownAt string `placeholder:"${known_at_word_help}" help:"${known_at_help}"`
}

// asked is the moment asked for on the command line: today and the newest batch where nothing is said.
func (in *installation) asked(flags momentFlags) (store.Moment, error) {
	date, err := in.today()
	if err != nil {
		return store.Moment{}, err
	}
	if flags.AsOf != "" {
		if date, err = time.Parse(dateForm, flags.AsOf); err != nil {
			return store.Moment{}, misused{in.language.Say("use.date", flags.AsOf)}
		}
	}
	knownAt, err := in.knownAt(flags.KnownAt)
	if err != nil {
		return store.Moment{}, err
	}
	if in.store.Ledger().Last() == 0 {
		fmt.Fprintln(in.err, in.language.Say("figures.no_batches"))
	}
	return in.moment(date, knownAt), nil
}

// knownAt is the batch that the words mean: a number, or the last one that had been loaded by a time. A date means the end of
// that day. Nothing said is the newest.
func (in *installation) knownAt(asked string) (int, error) {
	batches := in.store.Ledger().Batches()
	if asked == "" {
		return len(batches), nil
	}
	if number, err := strconv.Atoi(asked); err == nil {
		if number < 1 || number > len(batches) {
			return 0, misused{in.language.Say("use.known_at", number, len(batches))}
		}
		return number, nil
	}
	zone, err := time.LoadLocation(in.config.TimeZone)
	if err != nil {
		return 0, err
	}
	before, ok := endOf(asked, zone)
	if !ok {
		return 0, misused{in.language.Say("use.known_at_form", asked)}
	}
	known := lastLoadedBefore(batches, before)
	if known == 0 && len(batches) > 0 {
		return 0, misused{in.language.Say("use.known_at_early", asked, batches[0].LoadedAt.In(zone).Format(timeForms[4]))}
	}
	return known, nil
}

// endOf is the first moment after the day, the minute or the second that the words name.
func endOf(words string, zone *time.Location) (time.Time, bool) {
	if day, err := time.ParseInLocation(dateForm, words, zone); err == nil {
		return day.AddDate(0, 0, 1), true
	}
	for _, form := range timeForms {
		if at, err := time.ParseInLocation(form, words, zone); err == nil {
			if form == "2006-01-02T15:04" || form == "2006-01-02 15:04" {
				return at.Add(time.Minute), true
			}
			return at.Add(time.Second), true
		}
	}
	return time.Time{}, false
}

// lastLoadedBefore is the number of the last batch before the first that was loaded later, 0 when there is none. What was
// known grows by batches: after a clock that was set back, a batch counts only when all before it do.
func lastLoadedBefore(batches []batch.Batch, before time.Time) int {
	for i, b := range batches {
		if !b.LoadedAt.Before(before) {
			return i
		}
	}
	return len(batches)
}

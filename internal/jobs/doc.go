// Package jobs says when something is due.
//
// In comes a cron expression of five fields, or a descriptor such as @monthly,
// and the name of a time zone. Out comes a [Schedule], which answers when it
// next strikes after a given moment. What cannot be followed is refused with an
// [ExpressionError] or a [ZoneError]: they carry which field is at fault, what
// stood there and what may stand there, so that the program can say it in the
// reader's language.
//
// A schedule is an alarm clock and no more. On the day the clocks go forward in
// Oslo nothing strikes between 02:00 and 03:00, on the day they go back the same
// time strikes twice, and a strike that was slept through never comes again.
// Whoever runs work by it must therefore keep a record of what has been done for
// which period.
//
//	s, err := jobs.ParseSchedule("0 6 * * 1-5", "Europe/Oslo")
//	s.Next(friday) // Monday at six in the morning, Oslo time
package jobs

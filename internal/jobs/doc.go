// Package jobs says what is due, and keeps the record of what has been done for which period.
//
// In comes a [Plan]: jobs, each with a [Timetable] of cron expressions and days. A [Runner] does what is due, one job at a
// time, and writes every step to the [Ledger], a file of lines that are flushed before they count. The ledger decides, never
// the clock: a period is named by the wall clock (2026-10-25T02:30), and what has been done for that name is not done again,
// whether the clocks of Oslo show half past two twice that night, somebody sets the clock back, or the program is killed and
// starts anew. In the night in which half past two does not come, the period is due when the clocks go forward.
//
// Promised: each period of a timetable is done once; what somebody asks for is done whenever they ask. Periods that were slept through are done in order, oldest first, the newest of them
// when they are too many, and those passed over are in the ledger. What failed is tried again after a while, but never once
// something has left the house ([Run.Delivering]). What has not happened within its grace is a [Finding].
//
// One process writes: the caller holds the lock of the data folder. There is no personal data in a ledger: a failure is kept
// as a key, such as "source".
//
//	s, err := jobs.ParseSchedule("0 6 * * 1-5", "Europe/Oslo")
//	Timetable{Schedules: []Schedule{s}}.Strikes(friday, oslo) // Monday at six in the morning
package jobs

// Package store is the only home of the database.
//
// In come checked rows of one file; they are compared with what is known, written as a batch and taken into DuckDB. Out come
// the tallies of an indicator, as of a date and known at a batch. The batches are the record and the database is a cache of
// them: when it opens, what it lacks is applied, and when it does not fit its batches, its schema or its own checksums, it
// is moved aside and made anew. The statements are those of package queries.
//
// What is promised: a batch is taken in whole or not at all; one process at a time; after Open no statement can read or
// write outside the data folder, load an extension or change a setting but the memory and the threads it takes.
package store

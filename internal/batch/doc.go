// Package batch keeps the record: what was loaded, from which file, and what became of every row.
//
// A batch is one load of one source file: a folder
//
//	batches/000004-<sha256 of the file>/accepted.parquet   the rows that count, in the order of the file
//	                                    rejects.parquet    the faults found, with their places
//	                                    batch.json         the row balance
//
// and one line in ledger.jsonl, which is only ever appended to. The folder is written under a temporary name, its files are
// flushed to the disk, and it is renamed; then the line is appended and flushed. Only the line makes the batch count: a
// folder without one is what a crash left behind, and is swept away. The database is a cache of these folders, and can be
// thrown away at any time.
package batch

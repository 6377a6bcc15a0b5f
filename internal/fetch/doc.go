// Package fetch brings what a source holds to a local file that ingest can read.
//
// In comes where the source is, the secret that opens it and the State kept
// from the last time. Out goes a File in a private folder, or a *Fault that
// says in one sentence what was asked, what came and what to do.
//
// There are three kinds of source:
//   - HTTPS: a file at an address.
//   - Postgres: the rows of one SELECT, as a csv file.
//   - Teamtailor: the job applications of a recruitment system that speaks
//     JSON:API, page by page, as a csv file.
//
// What is promised:
//   - The file is whole or not there. It is written under a temporary name,
//     flushed and renamed; a transfer that was cut, a page that was missing or
//     a query that failed half-way leaves nothing.
//   - Only the user of this program can read it: folder 0700, file 0600.
//   - A name that leads to a private, loopback or otherwise reserved address
//     is refused when the connection is made, unless the caller names the
//     host. A look-up that answers differently the second time gains nothing.
//   - Secrets go to the host they were meant for, and into no error. Neither
//     do values of the data.
//   - It ends: time, bytes, rows, pages and tries all have a limit.
//
// A folder belongs to one source, and one fetch at a time; what an interrupted
// fetch left there is swept away by the next.
//
// The applications of an agency, asked for every morning:
//
//	source := fetch.HTTPS{URL: "https://byraa.example/eksport/soknader.csv", Token: token}
//	file, err := source.Fetch(ctx, "data/fetched/soknader", last)
//	var fault *fetch.Fault
//	switch {
//	case errors.As(err, &fault):
//		fmt.Println(fault.Text("nb"))
//	case err != nil:
//		return err // the caller's own context ended
//	case file.Unchanged:
//		return nil // nothing new since last
//	}
//	// read file.Path; keep file.State once its rows are in the record
package fetch

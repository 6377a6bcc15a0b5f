// Package metrics says what a figure means.
//
// In come the definitions of the indicators (the front matter of queries/indicators/*.sql) and plain tallies per cell: so many
// count, of so many, so many unknown, so many immature. Out comes one Table per audience: every figure with its value, its
// interval, its sign and its target, and with everything hidden that the audience must not see. The Table is the only thing
// that reports and dashboards accept, so what is hidden here is hidden in every workbook, page, file and mail.
//
//	draft := metrics.Draft{Definitions: definitions, Tallies: tallies, AsOf: asOf, KnownAt: batch}
//	table := draft.For(metrics.Audience{Name: "board", Floor: 5})
//	fmt.Println(table.Total("job_offer_rate").Text(metrics.Norwegian)) // 18 av 21 = 85,7 % (65,4–95,0 %)
//
// What is promised: a total is counted anew from the persons, never averaged; a hidden figure holds no number; the same
// counts give the same Table, in the same order.
package metrics

// Package reports writes the figures of one audience as workbooks that can be handed on as they are.
//
// In comes a metrics.Table, in which everything that the audience must not see is already hidden; out goes an xlsx file. Board
// is what a board reads before it decides: the goals, a few key indicators and what was decided on one A4 page, and a sheet for
// each of the indicators. Annual is what an annual meeting is shown of the year. Evaluation is what an evaluator works with:
// every indicator with its chart and table, and every figure as one long table. Words come in the language asked for.
//
//	err := reports.Board(file, draft.For(metrics.Audience{Name: "board", Floor: 5}), metrics.Norwegian)
//
// Two more workbooks go to those who deliver data: Template is the one that they fill in for a feed, and Marked is the one that
// they sent, with every fault marked in its place. Fill puts figures into a workbook of the programme's own, and Lock puts a
// password on any of them.
//
// What is promised: a number in a workbook is the table's number, and a live formula beside it gives the same; a figure that
// is hidden shows the sign : and is nowhere in the file; no text becomes a formula; charts are native and can be edited; the
// same table gives the same bytes, whenever and wherever it is written.
//
// # Where things are
//
// Each file is about one thing, and its first word tells which layer it belongs to, from what is asked for to the bytes:
//
//   - a workbook and its own sheets: board, annual, evaluation (with funnel, staying, curve, unknowns and run), template, marked, fill
//   - sheets that several have: keyfigures, indicator, definitions, quality, data, said, about
//   - what stands on a sheet: figuretable and figurecolumn, figurecell, series, whiskers, published, signs, lines
//   - what every sheet can do: sheet, page, cell, style, chart, chartdata, scatter, names, words
//   - the file: workbook begins and ends it, flow streams long sheets, parts makes its bytes the same each time, lock encrypts it
//   - files of others: original reads one, joins sheets of ours to it and writes back only what has changed, over xmlnode; marker
//     marks the faults in them
package reports

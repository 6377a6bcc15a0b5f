// Package dashboards writes what people open: the pages of one audience, the three doors of an edition, and the figures as data
// files, with what says what is in them.
//
// In comes a metrics.Table, in which everything that the audience must not see is already without a number. Out come files:
//
//	dashboards.Pages(table, metrics.Norwegian, beside) // index.html, indicator/*.html, programme/*.html and others, by name
//	dashboards.CSV(w, table, metrics.Norwegian)       // data/figures.csv
//	dashboards.JSON(w, table)                         // data/figures.json
//	dashboards.DataFiles()                            // every file in data/, with its title for a link
//	dashboards.Rows(table, metrics.Norwegian)         // the long form, for data/figures-long.csv and data/figures.parquet
//	dashboards.Assets(write)                          // assets/: script, style, ECharts and its licence
//
// What is promised: every chart has a real table beside it, and without JavaScript every chart and table is there; no script or
// style stands inside the page, and nothing is asked of another host, so that it works under a strict Content-Security-Policy as well
// as by a double click; text from a source is never more than text; the same table gives the same bytes.
//
// What a reader looks at first is drawn as SVG by the page itself (plot). Over the charts of series, funnels and ways lies one of
// ECharts, for what stands under the pointer: built with go-echarts, it travels as JSON. Its Render is never used: that puts labels
// into live script and loads ECharts from a public host. What is chosen stands in the address after #, which works from a folder
// as well as from a server.
//
// Rows and texts that tell a figure name it in data-f, so that a test can hold every number to the figures of the edition.
package dashboards

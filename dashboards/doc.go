// Package dashboards writes what people open: the page of one audience, the three doors of an edition, and the figures as data
// files, with what says what is in them.
//
// In comes a metrics.Table, in which everything that the audience must not see is already without a number. Out come files:
//
//	dashboards.Page(w, table, metrics.Norwegian, nil) // index.html
//	dashboards.CSV(w, table, metrics.Norwegian)       // data/figures.csv
//	dashboards.JSON(w, table)                         // data/figures.json
//	dashboards.DataFiles()                            // every file in data/, with its title for a link
//	dashboards.Rows(table, metrics.Norwegian)         // the long form, for data/figures-long.csv and data/figures.parquet
//	dashboards.Assets(write)                          // assets/: script, style, ECharts and its licence
//
// What is promised: every chart has a real table beside it and the page says everything without JavaScript; no script or style
// stands inside the page, and nothing is asked of another host, so that it works under a strict Content-Security-Policy as well
// as by a double click; text from a source is never more than text; the same table gives the same bytes.
//
// The charts are built with go-echarts and travel as JSON. Its Render is never used: that puts labels into live script and
// loads ECharts from a public host.
package dashboards

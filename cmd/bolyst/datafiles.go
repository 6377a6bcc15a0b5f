package main

import (
	"context"
	"io"

	"bolyst/dashboards"
	"bolyst/internal/store"
	"bolyst/metrics"
)

// writeData writes the figures of a table in one of the formats of the data files.
func (in *installation) writeData(ctx context.Context, w io.Writer, format string, table metrics.Table, l metrics.Language) error {
	switch format {
	case "csv-excel":
		return dashboards.CSV(w, table, l)
	case "csv":
		return dashboards.LongCSV(w, table, l)
	case "json-stat":
		return dashboards.JSONStat(w, table, l)
	case "parquet":
		return in.writeParquet(ctx, w, table, l)
	}
	return dashboards.JSON(w, table)
}

// parquetTypes are the engine's types of the columns.
var parquetTypes = map[dashboards.ColumnType]string{
	dashboards.TextColumn: "VARCHAR", dashboards.IntegerColumn: "INTEGER", dashboards.NumberColumn: "DOUBLE", dashboards.DateColumn: "DATE",
}

func (in *installation) writeParquet(ctx context.Context, w io.Writer, table metrics.Table, l metrics.Language) error {
	rows, err := dashboards.Rows(table, l)
	if err != nil {
		return err
	}
	var columns []store.ParquetColumn
	for _, c := range dashboards.Columns() {
		columns = append(columns, store.ParquetColumn{Name: c.Name, Type: parquetTypes[c.Type]})
	}
	return in.store.WriteParquet(ctx, w, columns, rows)
}

// dataFiles are the files with figures behind a door, and those that say what they are; behind the open door the page with links
// to them too, and in the first language what catalogues of open data read.
func (in *installation) dataFiles(ctx context.Context, table metrics.Table, d door, languages []metrics.Language) files {
	var open *dashboards.OpenData
	behind := files{}
	if d.isOpen() {
		open = in.config.openData()
		behind["index.html"] = func(w io.Writer) error {
			return dashboards.OpenPage(w, table, d.language, *open, d.others(languages))
		}
		if d.language == d.first {
			behind[dashboards.CatalogueName] = func(w io.Writer) error { return dashboards.Catalogue(w, table, *open, languages) }
		}
	}
	behind["data/"+dashboards.DictionaryName] = dashboards.Dictionary
	behind["data/"+dashboards.ReadMeName(d.language)] = func(w io.Writer) error {
		return dashboards.ReadMe(w, table, d.language, d.folder(), open)
	}
	for _, f := range dashboards.DataFiles() {
		behind["data/"+f.Name] = func(w io.Writer) error { return in.writeData(ctx, w, f.Format, table, d.language) }
	}
	return behind
}

package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"

	"github.com/xuri/excelize/v2"
)

// workbook writes an .xlsx file that looks as its owner left it.
func (f file) workbook() ([]byte, error) {
	x := excelize.NewFile()
	defer x.Close()
	for i, t := range f.tables {
		if i == 0 {
			if err := x.SetSheetName("Sheet1", t.sheet); err != nil {
				return nil, err
			}
		} else if _, err := x.NewSheet(t.sheet); err != nil {
			return nil, err
		}
		if err := t.sheetInto(x); err != nil {
			return nil, err
		}
	}
	owner := cmp.Or(f.owner, kom.name)
	const saved = "2010-12-15T09:00:00Z"
	if err := x.SetDocProps(&excelize.DocProperties{Creator: owner + " (oppdiktet eksempel)", LastModifiedBy: owner,
		Created: saved, Modified: saved, Language: "nb-NO"}); err != nil {
		return nil, err
	}
	x.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &plainZip{w: w} })
	var out bytes.Buffer
	err := x.Write(&out)
	return out.Bytes(), err
}

// sheetInto writes title, header and rows, with the widths and colours that make it a list someone keeps.
func (t table) sheetInto(x *excelize.File) error {
	look, err := newLook(x, t.form)
	if err != nil {
		return err
	}
	var faults []error
	set := func(column, row int, value any, style int) {
		name, err := excelize.CoordinatesToCellName(column+1, row)
		faults = append(faults, err, x.SetCellValue(t.sheet, name, value), x.SetCellStyle(t.sheet, name, name, style))
	}
	for i, line := range t.title {
		style := look.note
		if i == 0 {
			style = look.title
		}
		set(0, i+1, line, style)
	}
	top := t.firstRow() - 1
	for column, name := range t.header {
		set(column, top, name, look.header)
	}
	for i, r := range t.rows {
		for column := range t.header {
			value := t.cell(r, column)
			set(column, top+1+i, value, look.of(value, r.shaded))
		}
	}
	for column, width := range t.widths {
		name, err := excelize.ColumnNumberToName(column + 1)
		faults = append(faults, err, x.SetColWidth(t.sheet, name, name, width))
	}
	if len(t.header) == 0 {
		return errors.Join(faults...)
	}
	first, _ := excelize.CoordinatesToCellName(1, top)
	last, _ := excelize.CoordinatesToCellName(len(t.header), top+len(t.rows))
	below, _ := excelize.CoordinatesToCellName(1, top+1)
	landscape, fit, wide, tall := "landscape", true, 1, 0
	faults = append(faults,
		x.AutoFilter(t.sheet, first+":"+last, nil),
		x.SetPanes(t.sheet, &excelize.Panes{Freeze: true, YSplit: top, TopLeftCell: below, ActivePane: "bottomLeft"}),
		x.SetSheetProps(t.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		x.SetPageLayout(t.sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	height := 20.0
	if t.form {
		height = 64
	}
	faults = append(faults, x.SetRowHeight(t.sheet, top, height))
	return errors.Join(faults...)
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"bolyst/metrics"
	"bolyst/reports"
)

// fill is the programme's own workbook with the figures in the cells that it has named. A workbook that is half filled would be
// read as if it were whole, so a name that cannot be filled stops it, and all of them are said.
func (in *installation) fill(template string, table metrics.Table) ([]byte, error) {
	file, err := os.Open(template)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	filled, left, err := reports.Fill(&out, file, info.Size(), table, metrics.Language(in.language))
	switch {
	case errors.Is(err, reports.ErrMacros):
		return nil, told(in.language.Say("fill.macros", template))
	case errors.Is(err, reports.ErrCannotMark):
		return nil, told(in.language.Say("fill.unreadable", template))
	case err != nil:
		return nil, err
	case len(left) > 0:
		return nil, in.unfilled(template, left, table)
	case filled == 0:
		return nil, told(in.language.Say("fill.none", template, reports.NamePrefix))
	}
	return out.Bytes(), nil
}

// unfilled says of each name why it was not filled, and what may stand there.
func (in *installation) unfilled(template string, left []reports.Unfilled, table metrics.Table) error {
	var names []string
	for _, n := range reports.Names(table, metrics.Language(in.language)) {
		names = append(names, n.Name)
	}
	var f failure
	for _, u := range left {
		place := template
		if u.Where != "" {
			place += ", " + u.Where
		}
		line := in.language.Say("fill."+u.Why, place, u.Name)
		if u.Why == reports.UnknownName {
			if near := closest(u.Name, names); near != "" {
				line += " " + in.language.Say("fill.meant", near)
			} else {
				line += " " + in.language.Say("fill.form", reports.NamePrefix, in.language.List(reports.Aspects()))
			}
		}
		f.lines = append(f.lines, printable(line))
	}
	f.lines = append(f.lines, in.language.Say("fill.nothing_written"))
	return f
}

// sayNames writes the names that the cells of a template may have, and what would stand there.
func (in *installation) sayNames(table metrics.Table) error {
	for _, n := range reports.Names(table, metrics.Language(in.language)) {
		if _, err := fmt.Fprintf(in.out, "%s\t%s\n", n.Name, n.Shows); err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"
)

// table prints the rows in columns, all to the left. See columns for rows with figures.
func (c *console) table(rows [][]string) error {
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, strings.Join(row, "\t"))
	}
	return w.Flush()
}

// document prints what machines read.
func (c *console) document(content any) error {
	encoder := json.NewEncoder(c.out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(content)
}

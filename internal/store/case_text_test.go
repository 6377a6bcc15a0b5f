package store

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/queries"
)

// definition is what an indicator says of itself.
func definition(id string) metrics.Definition {
	d, err := metrics.ParseDefinition(id, queries.Indicators()[id])
	if err != nil {
		panic(err)
	}
	return d
}

// counts prints what is counted of an indicator in one cut, in the way of its kind.
func counts(ctx context.Context, question *Question, id string, cut Cut) (string, error) {
	indicator, p := queries.Indicators()[id], &printer{by: len(cut.breakdowns) > 0}
	switch kind := definition(id).Kind; kind {
	case metrics.Score:
		means, err := question.Means(ctx, indicator, cut)
		p.head("period known sum squares unknown immature")
		for _, m := range means {
			p.row(m.Cell, m.Period, m.Known, m.Sum, m.Squares, m.Unknown, m.Immature)
		}
		return p.text.String(), err
	case metrics.Breadth:
		breadths, err := question.Breadths(ctx, indicator, cut)
		p.head("period unknown immature sorts")
		for _, b := range breadths {
			values := []any{b.Period, b.Unknown, b.Immature}
			for _, sort := range b.Sorts {
				values = append(values, fmt.Sprintf("%s:%.0f", sort.Name, sort.Persons))
			}
			p.row(b.Cell, values...)
		}
		return p.text.String(), err
	case metrics.Duration:
		curves, err := question.Spells(ctx, indicator, cut)
		p.head("months left persons")
		for _, c := range curves {
			for _, spell := range c.Spells {
				p.row(c.Cell, spell.Months, spell.Left, spell.Persons)
			}
			p.row(c.Cell, "-", "unknown", c.Unknown)
			p.row(c.Cell, "-", "immature", c.Immature)
		}
		return p.text.String(), err
	default:
		how := "count"
		if kind == metrics.Ratio {
			how = "sum"
		}
		tallies, err := question.Count(ctx, indicator, how, cut)
		p.head("period numerator denominator unknown immature")
		for _, c := range tallies {
			p.row(c.Cell, c.Period, c.Numerator, c.Denominator, c.Unknown, c.Immature)
		}
		return p.text.String(), err
	}
}

// printer writes rows with a space between the cells, the category first where there is one.
type printer struct {
	by   bool
	text strings.Builder
}

func (p *printer) head(columns string) {
	if p.by {
		columns = "category programme " + columns
	} else {
		columns = "programme " + columns
	}
	fmt.Fprintln(&p.text, columns)
}

func (p *printer) row(c Cell, values ...any) {
	if p.by {
		fmt.Fprint(&p.text, c.Category, " ")
	}
	fmt.Fprint(&p.text, c.Programme)
	for _, value := range values {
		if number, ok := value.(float64); ok {
			value = rounded(number, 6)
		}
		fmt.Fprint(&p.text, " ", value)
	}
	fmt.Fprintln(&p.text)
}

func rounded(number float64, decimals int) string {
	scale := math.Pow10(decimals)
	return strconv.FormatFloat(math.Round(number*scale)/scale, 'f', -1, 64)
}

// subjects prints the rows that the indicator gives.
func subjects(t *testing.T, question *Question, id string) (string, error) {
	t.Helper()
	rows, err := question.store.conn.QueryContext(t.Context(), "SELECT programme, period, subject, outcome, weight, mature FROM ("+
		queries.Indicators()[id]+") ORDER BY 1, 2, 3, 4")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	text := "programme period subject outcome weight mature\n"
	for rows.Next() {
		var programme, period, subject string
		var outcome, weight any
		var mature bool
		if err := rows.Scan(&programme, &period, &subject, &outcome, &weight, &mature); err != nil {
			return "", err
		}
		text += fmt.Sprintln(programme, period, strings.ReplaceAll(subject, " ", "_"), cell(outcome), cell(weight), mature)
	}
	return text, rows.Err()
}

// cell is a value as a case writes it.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return "-"
	case float64:
		return rounded(v, 4)
	default:
		return fmt.Sprint(v)
	}
}

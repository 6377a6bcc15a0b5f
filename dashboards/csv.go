package dashboards

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"bolyst/metrics"
)

// byteOrderMark makes Excel read the file as UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes every figure of the table for spreadsheets, one row per figure. Norwegian: semicolons and decimal commas, which is
// what Excel in Norway opens by a double click; English: commas and points.
func CSV(w io.Writer, table metrics.Table, language metrics.Language) error {
	words, err := wordsIn(language)
	if err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if language != metrics.English {
		out.Comma = ';'
	}
	signs := newSignColumns(words, table)
	out.Write(append([]string{ // the first error is kept, and Error returns it
		words.Say("csv_indicator_id"), words.Say("indicator"), words.Say("version"), words.Say("csv_kind"), words.Say("unit"),
		words.Say("csv_programme_id"), words.Say("programme"), words.Say("period"), words.Say("region"), words.Say("breakdown"), words.Say("category"),
		words.Say("numerator"), words.Say("denominator"), words.Say("unknown"), words.Say("immature"),
		words.Say("value"), words.Say("low"), words.Say("high"), words.Say("sign"), words.Say("as_of"), words.Say("known_at"), words.Say("audience"),
	}, signs.heads()...))
	for _, f := range table.Figures {
		i := indicator{words, table, table.Definition(f.Indicator)}
		out.Write(append([]string{
			harmless(f.Indicator), harmless(i.title()), strconv.Itoa(f.Version), words.Say("kind_" + string(f.Kind)), words.Say("unit_" + f.Unit),
			harmless(f.Programme), harmless(table.Whose(f, language)), harmless(i.periodInData(f.Period)), harmless(table.RegionName(f.Cell, language)), harmless(f.Breakdown), harmless(f.Category),
			plain(f.Numerator, language), plain(f.Denominator, language), plain(f.Unknown, language), plain(f.Immature, language),
			plain(f.Value, language), plain(f.Low, language), plain(f.High, language), string(f.Sign),
			table.AsOf.Format(time.DateOnly), strconv.Itoa(table.KnownAt), words.Say("audience_" + table.Audience.Name),
		}, signs.of(f)...))
	}
	out.Flush()
	return out.Error()
}

// periodInData writes the period so that a pivot table can tell totals from periods.
func (i indicator) periodInData(period string) string {
	if period == metrics.All {
		return i.Say("all_periods")
	}
	return period
}

// plain writes a number as a spreadsheet reads it: all digits, nothing between them; "" where there is none.
func plain(n metrics.Number, language metrics.Language) string {
	if !n.Given() {
		return ""
	}
	text := strconv.FormatFloat(n.Float(), 'f', -1, 64)
	if language != metrics.English {
		return strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// harmless keeps a spreadsheet from taking text for a formula: the characters that begin one are preceded by an apostrophe.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}

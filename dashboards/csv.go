package dashboards

import (
	"fmt"
	"io"
	"regexp"
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
	out := &csvRows{to: w, comma: ';'}
	if language == metrics.English {
		out.comma = ','
	}
	signs := newSignColumns(words, table)
	out.write(append([]string{
		words.Say("csv_indicator_id"), words.Say("indicator"), words.Say("version"), words.Say("csv_kind"), words.Say("unit"),
		words.Say("csv_programme_id"), words.Say("programme"), words.Say("period"), words.Say("period_kind"), words.Say("region"), words.Say("breakdown"), words.Say("category"),
		words.Say("numerator"), words.Say("denominator"), words.Say("unknown"), words.Say("immature"),
		words.Say("value"), words.Say("low"), words.Say("high"), words.Say("sign"), words.Say("as_of"), words.Say("known_at"), words.Say("audience"),
	}, signs.heads()...))
	for _, f := range table.Figures {
		i := indicator{words, table, table.Definition(f.Indicator), metrics.All}
		out.write(append([]string{
			harmless(f.Indicator), harmless(i.title()), strconv.Itoa(f.Version), words.Say("kind_" + string(f.Kind)), words.Say("unit_" + f.Unit),
			harmless(f.Programme), harmless(table.Whose(f, language)), harmless(i.periodInData(f.Period)), words.Say("period_kind_" + told{f, i}.periodKind()), harmless(table.RegionName(f.Cell, language)), harmless(f.BreakdownName(language)), harmless(table.CategoryName(f.Cell, language)),
			plain(f.Numerator, language), plain(f.Denominator, language), plain(f.Unknown, language), plain(f.Immature, language),
			plain(f.Value, language), plain(f.Low, language), plain(f.High, language), string(f.Sign),
			table.AsOf.Format(time.DateOnly), strconv.Itoa(table.KnownAt), words.Say("audience_" + table.Audience.Name),
		}, signs.of(f)...))
	}
	return out.err
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

// formula is text that a spreadsheet would take for one. Full-width signs count as the plain ones where they are typed so.
var formula = regexp.MustCompile(`^'*[=+\-@\t\r\n＝＋－＠]`)

// harmless keeps a spreadsheet from taking text for a formula: it is preceded by an apostrophe. So is text that looks as if that
// had been done, and whoever takes one apostrophe away has the text again.
func harmless(text string) string {
	if formula.MatchString(text) {
		return "'" + text
	}
	return text
}

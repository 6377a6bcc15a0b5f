package dashboards

import (
	"fmt"
	"io"
	"strings"

	"bolyst/metrics"
)

// ReadMe writes what lies in the folder of data files, for somebody who sees it for the first time: what the figures are, which
// file to open, what the signs and columns mean. It is plain text, which opens everywhere by a double click. folder is that of
// the audience and language in the edition; open is nil but for the public.
func ReadMe(w io.Writer, table metrics.Table, language metrics.Language, folder string, open *OpenData) error {
	words, err := wordsIn(language)
	if err != nil {
		return fmt.Errorf("read me: %w", err)
	}
	l := metrics.Language(words)
	text := &plainText{words: words}
	text.title(words.Say("data_title", table.Name))
	for _, paragraph := range introduction(words, table, open) {
		text.paragraph(paragraph)
	}
	address := words.Say("read_me_address", folder)
	if open != nil {
		address = open.Address + inLanguage(folder) + "data/figures.csv"
	}

	text.head("read_me_files")
	for _, f := range DataFiles() {
		text.item(f.Name, f.Title(l))
	}
	text.item(DictionaryName, words.Say("read_me_dictionary"))
	if open == nil {
		text.blank()
		text.say("read_me_workbooks")
	}

	text.head("read_me_excel")
	text.say("read_me_excel_open")
	text.say("read_me_excel_ask", address)
	text.head("read_me_rows")
	text.say("read_me_row")
	text.say("read_me_sums")
	text.say("read_me_formula")

	text.head("signs")
	for _, s := range []metrics.Sign{metrics.NotPossible, metrics.Missing, metrics.Hidden} {
		text.item(string(s), words.sentence("sign_"+string(s)))
	}
	text.head("indicators")
	for _, d := range table.Definitions {
		text.item(d.Title.In(l)+" ("+d.ID+")", d.Meaning.In(l))
	}
	text.head("read_me_columns")
	text.say("read_me_headings")
	for _, c := range dictionary() {
		name := c.name
		if c.head != "" {
			name += " (" + words.Say(c.head) + ")"
		}
		text.item(name, words.Say("column_"+c.name))
	}
	_, err = io.WriteString(w, text.String())
	return err
}

// introduction says which figures these are, what is not told, and what may be done with them.
func introduction(w words, table metrics.Table, open *OpenData) []string {
	said := []string{w.Say("read_me_about", metrics.Language(w).Date(table.AsOf), fmt.Sprint(table.KnownAt), w.Say("audience_"+table.Audience.Name), table.Edition)}
	if table.Audience.Floor > 1 {
		said = append(said, w.Say("about_floor", fmt.Sprint(table.Audience.Floor)))
	}
	said = append(said, w.Say(readMeFor(table.Audience)))
	if open != nil {
		said = append(said, w.Say("read_me_open", open.Licence.Name, open.Licence.Address, open.Publisher, open.Contact, open.Email))
	}
	return said
}

// inLanguage is the folder of the language within the audience's: nothing for the first, or en/.
func inLanguage(folder string) string {
	if _, language, below := strings.Cut(folder, "/"); below {
		return language + "/"
	}
	return ""
}

// readMeFor is the key of what the audience may do with the files.
func readMeFor(a metrics.Audience) string {
	switch {
	case a.Name == metrics.Public:
		return "read_me_public"
	case a.Floor > 1:
		return "read_me_shown"
	}
	return "read_me_staff"
}

// plainText is a text in lines of moderate length, its headings underlined. Its lines end as Windows wants them.
type plainText struct {
	words
	strings.Builder
}

const lineLength = 88

func (t *plainText) title(text string) { t.underlined(text, "=") }

func (t *plainText) head(key string) {
	t.blank()
	t.underlined(t.Say(key), "-")
}

// blank leaves a line empty, unless one is.
func (t *plainText) blank() {
	if !strings.HasSuffix(t.String(), "\r\n\r\n") {
		t.WriteString("\r\n")
	}
}

func (t *plainText) underlined(text, with string) {
	text = oneLine(text)
	t.WriteString(text + "\r\n" + strings.Repeat(with, len([]rune(text))) + "\r\n")
}

func (t *plainText) say(key string, args ...any) { t.paragraph(t.Say(key, args...)) }

func (t *plainText) paragraph(text string) {
	t.wrap(text, "")
	t.WriteString("\r\n")
}

// item is a name with what it stands for, below it.
func (t *plainText) item(name, text string) {
	t.WriteString(oneLine(name) + "\r\n")
	t.wrap(text, "    ")
}

func (t *plainText) wrap(text, indent string) {
	line := indent
	for _, word := range strings.Fields(text) {
		if len([]rune(line))+1+len([]rune(word)) > lineLength && line != indent {
			t.WriteString(line + "\r\n")
			line = indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	t.WriteString(line + "\r\n")
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

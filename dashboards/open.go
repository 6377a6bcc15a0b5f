package dashboards

import (
	"fmt"
	"io"

	"bolyst/metrics"
)

// OpenPage writes the front of the open data: what they are, what may be done with them, and a link to each file. It has
// neither script nor style, so that the folder can be put anywhere.
func OpenPage(w io.Writer, table metrics.Table, language metrics.Language, open OpenData, others []Link) error {
	words, err := wordsIn(language)
	if err != nil {
		return fmt.Errorf("open data: %w", err)
	}
	page := openPage{words: words, Title: words.Say("data_title", table.Name), Introduction: introduction(words, table, &open), Others: others}
	for _, f := range DataFiles() {
		page.Files = append(page.Files, Link{Text: f.Title(language), Address: "data/" + f.Name})
	}
	page.Files = append(page.Files, Link{Text: words.Say("read_me_dictionary"), Address: "data/" + DictionaryName},
		Link{Text: words.Say("read_me_link"), Address: "data/" + ReadMeName(language)})
	return templates.ExecuteTemplate(w, "open.html", page)
}

// openPage is what its template shows.
type openPage struct {
	words
	Title         string
	Introduction  []string
	Files, Others []Link
}

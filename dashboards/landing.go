package dashboards

import (
	"fmt"
	"io"

	"bolyst/metrics"
)

// Door leads from the edition to the page of one audience.
type Door struct {
	Audience string // board, centre or staff
	Address  string // relative to the landing page: board/index.html
}

// Landing writes the page that an edition opens with: its doors, and no figures. It has no assets of its own and takes its
// style from behind the first door, whose assets lie in that folder.
func Landing(w io.Writer, name, edition, assets string, language metrics.Language, doors []Door, others ...Link) error {
	words, err := wordsIn(language)
	if err != nil {
		return fmt.Errorf("landing page: %w", err)
	}
	view := landing{words: words, Name: name, Edition: edition, Style: assets + "/style.css", Others: others}
	for _, door := range doors {
		view.Doors = append(view.Doors, shownDoor{
			Name: words.Say("audience_" + door.Audience), Text: words.Say("door_" + door.Audience), Address: door.Address,
		})
	}
	return templates.ExecuteTemplate(w, "landing.html", view)
}

type landing struct {
	words
	Name, Edition, Style string
	Doors                []shownDoor
	Others               []Link
}

type shownDoor struct{ Name, Text, Address string }

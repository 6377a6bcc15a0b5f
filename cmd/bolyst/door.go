package main

import (
	"io"
	"path"
	"path/filepath"

	"bolyst/dashboards"
	"bolyst/metrics"
)

// door is the folder of one audience and language in an edition: board for the first language, board/en for another. Each
// links only within its audience, whose folder can be sent to its readers alone.
type door struct {
	audience string
	language metrics.Language
	first    metrics.Language
}

func (d door) folder() string {
	if d.language == d.first {
		return d.audience
	}
	return path.Join(d.audience, string(d.language))
}

// isOpen says whether everybody may come in: there are files with data, and a page that leads to them.
func (d door) isOpen() bool { return d.audience == metrics.Public }

// others are the same pages in the other languages.
func (d door) others(languages []metrics.Language) []dashboards.Link {
	var links []dashboards.Link
	for _, l := range languages {
		if l == d.language {
			continue
		}
		to, _ := filepath.Rel(d.folder(), door{d.audience, l, d.first}.folder())
		links = append(links, dashboards.Link{Text: Language(l).Say("language." + string(l)), Address: filepath.ToSlash(to) + "/index.html", Language: l})
	}
	return links
}

// beside says what lies beside the pages behind the door: the assets, which the languages of an audience share, the folders of
// the same pages in the other languages, and the workbooks.
func (d door) beside(languages []metrics.Language) dashboards.Beside {
	beside := dashboards.Beside{Assets: "assets", Others: d.others(languages), Workbooks: d.downloads()}
	if d.language != d.first {
		beside.Assets = "../assets"
	}
	for at := range beside.Others {
		beside.Others[at].Address = path.Dir(beside.Others[at].Address)
	}
	return beside
}

// landing writes the page with the doors of the edition, in every language.
func (in *installation) landing(root string, draft metrics.Draft, languages []metrics.Language) error {
	address := func(l metrics.Language) string {
		if l == languages[0] {
			return "index.html"
		}
		return "index." + string(l) + ".html"
	}
	pages := files{}
	for _, l := range languages {
		var doors []dashboards.Door
		for _, name := range audienceNames() {
			doors = append(doors, dashboards.Door{Audience: name, Address: door{name, l, languages[0]}.folder() + "/index.html"})
		}
		var others []dashboards.Link
		for _, other := range languages {
			if other != l {
				others = append(others, dashboards.Link{Text: Language(other).Say("language." + string(other)), Address: address(other), Language: other})
			}
		}
		pages[address(l)] = func(w io.Writer) error {
			return dashboards.Landing(w, draft.Name, draft.Edition, audienceNames()[0]+"/assets", l, doors, others...)
		}
	}
	return write(root, "", pages)
}

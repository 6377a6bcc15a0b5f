package dashboards

import (
	"encoding/json"
	"fmt"
	"io"

	"bolyst/metrics"
)

// JSONStat writes the figures as JSON-stat 2.0: a collection with a dataset for each indicator, whole, so that one file is
// enough. Only a few cells of a cube exist, so values and signs are told by the number of their cell; a figure without a
// number is null, and has its sign as the status, in every measure that it lacks. The dimensions, in this order:
//
//	region     0, or another region that residence is told in
//	programme  all, then each programme
//	period     all, then cohorts or years, and several taken together
//	group      total, or breakdown:category
//	measure    value, low, high, numerator, denominator, unknown, immature, target
func JSONStat(w io.Writer, table metrics.Table, language metrics.Language) error {
	words, err := wordsIn(language)
	if err != nil {
		return fmt.Errorf("json-stat: %w", err)
	}
	collection := statCollection{Version: "2.0", Class: "collection", Label: words.Say("data_title", table.Name), Source: table.Name}
	collection.Link.Item = []statDataset{}
	for _, definition := range table.Definitions {
		i := indicator{words, table, definition, metrics.All}
		if cube := newCube(i); len(cube.figures) > 0 {
			collection.Link.Item = append(collection.Link.Item, cube.dataset())
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	return encoder.Encode(collection)
}

type statCollection struct {
	Version string `json:"version"`
	Class   string `json:"class"`
	Label   string `json:"label"`
	Source  string `json:"source"`
	Link    struct {
		Item []statDataset `json:"item"`
	} `json:"link"`
}

// statDataset is the cube of one indicator. The cells are numbered with the last dimension running fastest.
type statDataset struct {
	Version   string                   `json:"version"`
	Class     string                   `json:"class"`
	Label     string                   `json:"label"`
	Source    string                   `json:"source"`
	Note      []string                 `json:"note"`
	ID        []string                 `json:"id"`
	Size      []int                    `json:"size"`
	Role      map[string][]string      `json:"role"`
	Dimension map[string]statDimension `json:"dimension"`
	Value     map[int]metrics.Number   `json:"value"`
	Status    map[int]metrics.Sign     `json:"status,omitempty"`
	Extension statExtension            `json:"extension"`
}

type statDimension struct {
	Label    string       `json:"label"`
	Category statCategory `json:"category"`
}

type statCategory struct {
	Index []string            `json:"index"`
	Label map[string]string   `json:"label"`
	Unit  map[string]statUnit `json:"unit,omitempty"`
}

type statUnit struct {
	Base string `json:"base"`
}

// statExtension is what the standard has no place for: which figures these are, and what the signs mean.
type statExtension struct {
	Indicator string                  `json:"indicator"`
	Kind      metrics.Kind            `json:"kind"`
	Unit      string                  `json:"unit"`
	Version   int                     `json:"version"`
	Edition   string                  `json:"edition"`
	AsOf      string                  `json:"as_of"`
	KnownAt   int                     `json:"known_at"`
	Audience  string                  `json:"audience"`
	Signs     map[metrics.Sign]string `json:"signs"`
}

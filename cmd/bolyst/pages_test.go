package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
)

// TestEveryNumberOnEveryPageIsInTheFiguresOfItsEdition walks every page of both examples: each row of a table, each card, each
// figure in a sentence and each point of a chart that names a figure says what figures.json of the same edition and audience says
// of it, written in the way of the page. The quick run walks what the board is given of the first example.
func TestEveryNumberOnEveryPageIsInTheFiguresOfItsEdition(t *testing.T) {
	kom, _ := demo()
	folders, audiences := []string{kom}, []string{"board"}
	if thorough {
		nine, _ := demoNine()
		folders, audiences = append(folders, nine), audienceNames()
	}
	for _, folder := range folders {
		definitions := definitionsByID(t, folder)
		for _, audience := range audiences {
			root := filepath.Join(editionOf(t, folder), audience)
			said := figuresOfEdition(t, filepath.Join(root, "data", "figures.json"), definitions)
			checked := 0
			err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
				if err == nil && filepath.Ext(path) == ".html" {
					checked += said.check(t, path)
					if info, err := e.Info(); err != nil || info.Size() > 1_000_000 {
						t.Errorf("%s: got a page over 1 MB, %v", path, err)
					}
				}
				return err
			})
			if info, err := os.Stat(filepath.Join(root, "index.html")); err != nil || info.Size() > 100_000 {
				t.Errorf("%s: got a front door that weighs too much, %v", root, err)
			}
			if err != nil || checked < 500 {
				t.Errorf("%s: got %d figures checked, %v; want many", root, checked, err)
			}
		}
	}
}

// newestEdition is the folder of the only edition of an example.
func editionOf(t *testing.T, folder string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "data", "editions", "*", "manifest.json"))
	if err != nil || len(found) == 0 {
		t.Fatalf("got the editions %v, %v", found, err)
	}
	return filepath.Dir(found[0])
}

func definitionsByID(t *testing.T, folder string) map[string]metrics.Definition {
	t.Helper()
	c := &console{out: io.Discard, err: io.Discard, config: filepath.Join(folder, "bolyst.yaml"), now: scriptClock}
	in, err := c.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	byID := map[string]metrics.Definition{}
	for _, definition := range in.definitions {
		byID[definition.ID] = definition
	}
	return byID
}

// saidFigures are the figures of one edition and audience by the key that pages name them with, and what may be written of each.
type saidFigures struct {
	byKey   map[string][]string
	texts   map[string]bool // of any figure, on one line
	figures map[string]metrics.Figure
	earlier map[string]saidFigures // of the editions that are put beside this one
}

func figuresOfEdition(t *testing.T, path string, definitions map[string]metrics.Definition) saidFigures {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, figures, err := metrics.ReadFigures(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	const l = metrics.Norwegian
	said := saidFigures{map[string][]string{}, map[string]bool{"": true}, map[string]metrics.Figure{}, map[string]saidFigures{}}
	for at := range figures {
		figures[at].Kind = definitions[figures[at].Indicator].Kind
	}
	for _, f := range figures {
		all := []string{f.Amount(l), f.OfHowMany(l), f.Interval(l), string(f.Sign), f.OfHowMany(l) + " (" + f.Amount(l) + ")", f.Text(l)}
		for _, n := range []metrics.Number{f.Numerator, f.Denominator, f.Unknown, f.Immature} {
			if n.Given() {
				count := l.Number(n.Float(), 0)
				all = append(all, count, count+" "+l.Named("unit_", f.Unit), count+" fulgt så lenge")
			}
		}
		for _, share := range append([]metrics.Number{f.Coverage()}, bounds(f)...) {
			if share.Given() {
				all = append(all, l.Percent(share.Float(), 1))
			}
		}
		key := strings.Join([]string{f.Indicator, f.Programme, f.Period, f.Breakdown, f.Category, f.Region}, "|")
		said.byKey[key], said.figures[key] = all, f
		for _, one := range all {
			said.texts[one] = true
		}
	}
	said.places(figures)
	var document struct {
		Funnels []metrics.Funnel `json:"funnels"`
	}
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	for _, funnel := range document.Funnels {
		for _, dot := range funnel.Points {
			key := fmt.Sprintf("%s|%s|all|||", funnel.Indicator, dot.Programme)
			said.byKey[key] = append(said.byKey[key], l.Number(100*dot.Limits.Low95.Float(), 1)+"–"+l.Percent(dot.Limits.High95.Float(), 1))
		}
	}
	return said
}

// places adds what is written of the municipalities: each of the total, and those together that are not drawn by themselves.
func (s saidFigures) places(figures []metrics.Figure) {
	const l, drawn = metrics.Norwegian, 15
	totals, apart := map[metrics.Cell]metrics.Figure{}, map[metrics.Cell][]float64{}
	for _, f := range figures {
		if f.Breakdown == "" {
			totals[f.Cell] = f
		}
	}
	for _, f := range figures {
		if !f.IsPlace() {
			continue
		}
		total := f.Cell
		total.Breakdown, total.Category = "", ""
		s.texts[l.Say("k_of_n", f.Amount(l), totals[total].Amount(l))] = true
		if total.Breakdown = f.Breakdown; !f.IsOthers() && f.Category != "unknown" {
			apart[total] = append(apart[total], f.Value.Float())
		}
	}
	for _, each := range apart {
		slices.Sort(each)
		rest := 0.0
		for _, n := range each[:max(0, len(each)-drawn)] {
			rest += n
		}
		s.texts[l.Number(rest, 0)] = true
	}
}

func bounds(f metrics.Figure) []metrics.Number {
	lowest, highest := f.Bounds()
	return []metrics.Number{lowest, highest}
}

var (
	hasDigit  = regexp.MustCompile(`[0-9]`)
	chartName = regexp.MustCompile(`"name":"((?:[^"\\]|\\.)*)","value":`)
)

// check reads a page and compares what it says of each figure that it names; it returns how many there were.
func (s saidFigures) check(t *testing.T, path string) (checked int) {
	t.Helper()
	page, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer page.Close()
	reader := xml.NewDecoder(page)
	reader.Strict, reader.AutoClose, reader.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var key, class, element, text string // the figure that is told, the class of its cell, and what stands there
	told, edition, before := s, "", ""   // whose figure it is: of this edition, or of an earlier one, and of which the row above was
	for {
		token, err := reader.Token()
		if err == io.EOF {
			return checked
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if name == "tr" {
				told, before, edition = s, edition, attribute(token, "data-edition")
				if edition != "" {
					told = s.earlier[edition]
				}
			}
			if named := attribute(token, "data-f"); named != "" {
				key = named
				if _, there := told.byKey[key]; !there {
					t.Errorf("%s: got %s, which is no figure of the edition", path, key)
				}
				checked++
			} else if name == "tr" || name == "p" || name == "a" {
				key = ""
			}
			if name == "td" || name == "p" || name == "a" || name == "text" || name == "script" {
				element, class, text = name, attribute(token, "class"), ""
			}
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			name := token.Name.Local
			switch {
			case name == "script":
				s.checkChart(t, path, text)
			case name == "text" && strings.HasPrefix(class, "value"):
				if alone, _, _ := strings.Cut(text, " ("); !s.texts[text] && !s.texts[alone] {
					t.Errorf("%s: a chart says %q, which no figure does", path, text)
				}
			case name == element && class == "step":
				if want := s.step(key, edition, before); text != want {
					t.Errorf("%s: of %s the page says that it has changed by %q since %s; want %q", path, key, text, edition+before, want)
				}
			case name == element && key != "" && hasDigit.MatchString(text) && class != "prose" && class != "published" && class != "name":
				if !slices.Contains(told.byKey[key], text) {
					t.Errorf("%s: of %s the page says %q; want one of %q", path, key, text, told.byKey[key])
				}
			}
			if name == "tr" || name == "p" && element == "p" || name == "a" && element == "a" {
				key = ""
			}
			if name == element {
				element, text = "", ""
			}
		}
	}
}

// step is by how much the figure differs from that of an earlier edition, which the row above told, or which only that one has.
func (s saidFigures) step(key, edition, before string) string {
	const l = metrics.Norwegian
	now, has := s.figures[key]
	was, had := s.earlier[before].figures[key]
	step := metrics.Change{Before: was, After: now}.Step(l)
	switch {
	case edition != "" && !has:
		return "ikke med nå"
	case edition != "": // the row of this edition says it
		return ""
	case !had:
		return "ny"
	case step == "" && was.Denominator.Given() && was.Denominator == now.Denominator && was.Numerator == now.Numerator:
		return "uendret"
	}
	return step
}

// checkChart compares what stands under the pointer of a chart.
func (s saidFigures) checkChart(t *testing.T, path, option string) {
	t.Helper()
	for _, found := range chartName.FindAllStringSubmatch(option, -1) {
		var name string
		if err := json.Unmarshal([]byte(`"`+found[1]+`"`), &name); err != nil {
			t.Fatal(err)
		}
		_, text, told := strings.Cut(name, ": ")
		text, _, _ = strings.Cut(text, ". ") // after it the place on a funnel
		if told && !s.texts[text] {
			t.Errorf("%s: a chart says %q, which no figure does", path, name)
		}
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

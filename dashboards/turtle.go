package dashboards

import (
	"fmt"
	"strings"

	"bolyst/metrics"
)

// turtle writes things and what is said of them in Turtle, the way of writing RDF that people can read.
type turtle struct{ strings.Builder }

func (t *turtle) prefixes() {
	for _, p := range [][2]string{
		{"adms", "http://www.w3.org/ns/adms#"},
		{"dcat", "http://www.w3.org/ns/dcat#"},
		{"dct", "http://purl.org/dc/terms/"},
		{"foaf", "http://xmlns.com/foaf/0.1/"},
		{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
		{"vcard", "http://www.w3.org/2006/vcard/ns#"},
		{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	} {
		fmt.Fprintf(t, "@prefix %s: <%s> .\n", p[0], p[1])
	}
}

// begin begins to say something of a thing; end ends it.
func (t *turtle) begin(thing, class string) { fmt.Fprintf(t, "\n%s a %s", named(thing), class) }

func (t *turtle) end() { t.WriteString(" .\n") }

func (t *turtle) say(what, value string) { fmt.Fprintf(t, " ;\n  %s %s", what, value) }

func (t *turtle) resource(what, name string) { t.say(what, named(name)) }

func (t *turtle) node(what, said string) { t.say(what, "[ "+said+" ]") }

// literal is a text in a language, or in none.
func (t *turtle) literal(what, text, language string) {
	if language != "" {
		language = "@" + language
	}
	t.say(what, quoted(text)+language)
}

// texts is the same text in each language.
func (t *turtle) texts(what string, languages []metrics.Language, text func(words) string) {
	for _, l := range languages {
		t.literal(what, text(words(l)), string(l))
	}
}

// named is the name of a thing; what may not stand in one is written as its code.
func named(name string) string {
	var out strings.Builder
	for _, r := range name {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&out, "%%%02X", r)
			continue
		}
		out.WriteRune(r)
	}
	return "<" + out.String() + ">"
}

// quoted is a text in quotation marks; what would end it, or be seen by nobody, is written as its code.
func quoted(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteString(`\` + string(r))
		case r < ' ' || r == 0x7f || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&out, `\u%04X`, r)
		default:
			out.WriteRune(r)
		}
	}
	return `"` + out.String() + `"`
}

func dated(day string) string { return quoted(day) + "^^xsd:date" }

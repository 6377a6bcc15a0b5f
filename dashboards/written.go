package dashboards

import (
	"html/template"
	"strings"
)

// What a page has thousands of, the rows of long tables and the marks of charts, is written here: the template takes four times
// as long. Whatever comes from a source or a configuration goes through escape.
var escape = template.HTMLEscapeString

// Body writes the rows of a compact table.
func (t twin) Body() template.HTML {
	var to strings.Builder
	attribute := func(name, value string) {
		if value != "" {
			to.WriteString(" " + name + `="` + escape(value) + `"`)
		}
	}
	for _, r := range t.Rows {
		to.WriteString("<tr")
		attribute("data-f", r.Key)
		attribute("data-edition", r.Edition)
		if r.Total {
			attribute("class", "total")
		}
		to.WriteString(">")
		for at, head := range r.Heads {
			to.WriteString(`<th scope="row">`)
			if at == 0 && r.Link != "" {
				to.WriteString("<a")
				attribute("href", r.Link)
				to.WriteString(">" + escape(head) + "</a></th>")
			} else {
				to.WriteString(escape(head) + "</th>")
			}
		}
		for _, c := range r.Cells {
			to.WriteString("<td")
			attribute("data-f", c.Key)
			switch {
			case c.Shade != "":
				attribute("class", "shade-"+c.Shade)
			case c.Strong:
				attribute("class", "strong")
			case c.Left:
				attribute("class", "name")
			case c.Quiet:
				attribute("class", "quiet")
			case c.Step:
				attribute("class", "step")
			}
			to.WriteString(">" + escape(c.Text) + "</td>")
		}
		to.WriteString("</tr>\n")
	}
	return template.HTML(to.String())
}

// Drawn writes the marks of a plot.
func (p plot) Drawn() template.HTML {
	var to strings.Builder
	for _, m := range p.Marks {
		class := ` class="` + escape(m.Class) + `"`
		switch m.Tag {
		case "line":
			to.WriteString("<line" + class + ` x1="` + m.X + `" y1="` + m.Y + `" x2="` + m.X2 + `" y2="` + m.Y2 + `"/>`)
		case "rect":
			to.WriteString("<rect" + class + ` x="` + m.X + `" y="` + m.Y + `" width="` + m.X2 + `" height="` + m.Y2 + `"/>`)
		case "dot":
			to.WriteString("<circle" + class + ` cx="` + m.X + `" cy="` + m.Y + `" r="5"/>`)
		case "square":
			to.WriteString(`<svg x="` + m.X + `" y="` + m.Y + `" overflow="visible"><path` + class + ` d="M-5-5H5V5H-5Z"/></svg>`)
		case "cap":
			to.WriteString(`<svg x="` + m.X + `" y="` + m.Y + `" overflow="visible"><path class="whisker" d="M-5 0H5"/></svg>`)
		case "text":
			to.WriteString("<text" + class + ` x="` + m.X + `" y="` + m.Y + `">` + escape(m.Text) + "</text>")
		}
	}
	return template.HTML(to.String())
}

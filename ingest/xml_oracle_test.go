package ingest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// scanned is what the scanner reads, as lines of tokens; adjoining texts are one.
func scanned(in io.Reader) (string, error) {
	var out tokenLines
	x := newXMLScanner(in)
	for {
		token, err := x.next()
		if err != nil {
			return "", err
		}
		switch token {
		case xmlEnd:
			return out.String(), nil
		case xmlOpen:
			var attrs []string
			for _, a := range x.attrs {
				value, err := readEntities(nil, a.value)
				if err != nil {
					return "", err
				}
				attrs = append(attrs, fmt.Sprintf("%s=%q", localName(a.name), value))
			}
			out.add("<" + string(x.name) + " " + strings.Join(attrs, " "))
		case xmlClose:
			out.add(">" + string(x.name))
		case xmlText:
			out.text.Write(x.text)
		}
	}
}

// decoded is what encoding/xml reads of the same, as far as the scanner tells it.
func decoded(in io.Reader) (string, error) {
	var out tokenLines
	d := xml.NewDecoder(in)
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			var attrs []string
			for _, a := range t.Attr {
				attrs = append(attrs, fmt.Sprintf("%s=%q", a.Name.Local, a.Value))
			}
			out.add("<" + t.Name.Local + " " + strings.Join(attrs, " "))
		case xml.EndElement:
			depth--
			out.add(">" + t.Name.Local)
		case xml.CharData:
			if depth > 0 {
				out.text.Write(t)
			}
		}
	}
}

type tokenLines struct{ lines, text strings.Builder }

func (l *tokenLines) add(line string) {
	if l.text.Len() > 0 {
		fmt.Fprintf(&l.lines, "%q\n", l.text.String())
		l.text.Reset()
	}
	l.lines.WriteString(line + "\n")
}

func (l *tokenLines) String() string { return l.lines.String() }

var soundXML = []string{
	`<a/>`,
	"\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n<a>\n</a>\n<!-- end -->",
	`<x:a xmlns:x="u" b='1' c = "&lt;&#229;&#xE5;&quot;'"><x:b x:d="2"/>å &amp; &#10; ]] ></x:a>`,
	"<a>one\r\ntwo\rthree<![CDATA[<b>&amp;]]]]>]]&gt;</a>",
	`<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1&gt;"x"</f><v>1.5</v></c></row>`,
	`<a><!-- - <b> & -->x<?pi <b> ?>y</a>`,
}

// What the scanner takes, encoding/xml reads in the same way.
func TestScannerAgreesWithEncodingXML(t *testing.T) {
	for _, text := range soundXML {
		want, err := decoded(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for name, in := range map[string]io.Reader{
			"whole": strings.NewReader(text), "byte by byte": iotest.OneByteReader(strings.NewReader(text)),
			"error with the last byte": iotest.DataErrReader(strings.NewReader(text)),
		} {
			if got, err := scanned(in); err != nil || got != want {
				t.Errorf("%s, %s: got %s%v\nwant %s", text, name, got, err, want)
			}
		}
	}
}

func TestScannerRefusesWhatIsNotWellFormed(t *testing.T) {
	for _, text := range []string{
		``, ` `, `text`, `<a>`, `<a></b>`, `<a></a></a>`, `<a/><b/>`, `<a/>x`, `<a><b></a></b>`, `</a>`, `<a`, `<a b`, `<a b=`, `<a b="`, `<a b="1`, `<a b="1"`,
		`<a b=1/>`, `<a b/>`, `<a b="1"c="2"/>`, `<a b="<"/>`, `<:a/>`, `<a:/>`, `<a:b:c/>`, `<a :b="1"/>`, `<1 / >`, `< a/>`, `<a/ >`, `<>`, `<a><`, `<a></`, `<a></a`,
		`<a>&x;</a>`, `<a>&amp</a>`, `<a>&;</a>`, `<a>&#0;</a>`, `<a>&#x110000;</a>`, `<a>&#-1;</a>`, `<a>&#;</a>`, `<a>&#xD800;</a>`, `<a>]]></a>`,
		"<a>\x00</a>", "<a>\x1b</a>", "<a>\xff</a>", "<a>\uffff</a>", "<a>\xc3</a>",
		`<!DOCTYPE a><a/>`, `<a><!ENTITY x "y"></a>`, `<a><!-- -- --></a>`, `<a><!-- `, `<a><![CDATA[x`, `<![CDATA[x]]><a/>`, `<a><![CDAT[x]]></a>`,
		`<?xml version="1.0" encoding="UTF-16"?><a/>`, `<?xml version="1.0" encoding="ISO-8859-1"?><a/>`, `<?xml`,
		"\xff\xfe<\x00a\x00/\x00>\x00", strings.Repeat("<a>", maxOpen+1) + strings.Repeat("</a>", maxOpen+1),
		`<a b="` + strings.Repeat("x", maxToken) + `"/>`,
	} {
		if got, err := scanned(strings.NewReader(text)); err == nil {
			t.Errorf("%.60q: got %q, want an error", text, got)
		}
	}
}

// Text of any length is read in pieces; nothing is lost where they meet.
func TestTextIsWholeAcrossTheBuffer(t *testing.T) {
	for _, piece := range []string{"å&amp;", "x]]\r\n", "&#229;ab", "]"} {
		text := strings.Repeat(piece, 300_000/len(piece))
		for shift := range 5 {
			in := "<a>" + strings.Repeat("x", shift) + text + "</a>"
			want, err := decoded(strings.NewReader(in))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := scanned(strings.NewReader(in)); err != nil || got != want {
				t.Errorf("%q, %d: got %d bytes, %v, want %d", piece, shift, len(got), err, len(want))
			}
		}
	}
}

func FuzzXML(f *testing.F) {
	for _, text := range soundXML {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := scanned(bytes.NewReader(text))
		slow, slowErr := scanned(iotest.OneByteReader(bytes.NewReader(text)))
		if got != slow || (err == nil) != (slowErr == nil) {
			t.Errorf("got %q, %v and byte by byte %q, %v", got, err, slow, slowErr)
		}
		if err != nil {
			return
		}
		if want, err := decoded(bytes.NewReader(text)); err == nil && got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	})
}

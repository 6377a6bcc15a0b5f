package dashboards

import (
	"fmt"
	"io"
	"strings"

	"bolyst/metrics"
)

// OpenData is what a catalogue of open data says besides the figures: where they lie, who answers for them, and what may be
// done with them.
type OpenData struct {
	Address        string // where the folder of the public lies, with a slash at the end
	Publisher      string
	OrgNo          string
	Contact, Email string
	Licence        Licence
	Places         []Place // that the programmes are for
}

// Licence says what others may do with the data.
type Licence struct {
	Name    string
	Address string // for people
	URI     string // as catalogues name it
}

// Licences are those that open data can have, by the words of the configuration.
var Licences = map[string]Licence{
	"NLOD-2.0":  {"Norsk lisens for offentlige data (NLOD) 2.0", "https://data.norge.no/nlod/no/2.0", authority + "licence/NLOD_2_0"},
	"CC-BY-4.0": {"Creative Commons Navngivelse 4.0 (CC BY 4.0)", "https://creativecommons.org/licenses/by/4.0/deed.no", authority + "licence/CC_BY_4_0"},
}

// Place is a municipality.
type Place struct{ Code, Name string }

// CatalogueName is the file that catalogues of open data, such as data.norge.no, read.
const CatalogueName = "catalogue.ttl"

const (
	authority  = "http://publications.europa.eu/resource/authority/"
	mediaTypes = "https://www.iana.org/assignments/media-types/"
	orgNumbers = "https://data.brreg.no/enhetsregisteret/api/enheter/"
)

// fileTypes and languageNames are the European Union's words for formats and languages.
var (
	fileTypes     = map[string]string{"text/csv": "CSV", "application/json": "JSON", "application/vnd.apache.parquet": "PARQUET"}
	languageNames = map[metrics.Language]string{metrics.Norwegian: "NOB", metrics.Nynorsk: "NNO", metrics.English: "ENG"}
)

// Catalogue describes the open data as DCAT-AP-NO 3 asks for, in Turtle: a catalogue with one dataset, and a distribution for
// each file in each language. The files of the first language lie at the address itself, those of another in a folder below.
func Catalogue(w io.Writer, table metrics.Table, open OpenData, languages []metrics.Language) error {
	t := &turtle{}
	folders := make([]string, len(languages))
	for i, l := range languages[1:] {
		folders[i+1] = string(l) + "/"
	}
	t.prefixes()
	at := open.Address + CatalogueName
	publisher := orgNumbers + open.OrgNo
	asOf := func(l metrics.Language) string { return l.Date(table.AsOf) }

	t.begin(at+"#catalogue", "dcat:Catalog")
	t.texts("dct:title", languages, func(w words) string { return w.Say("catalogue_title", table.Name) })
	t.texts("dct:description", languages, func(w words) string { return w.Say("catalogue_about", table.Name) })
	t.resource("dct:publisher", publisher)
	t.resource("dcat:contactPoint", at+"#contact")
	t.resource("dct:license", open.Licence.URI)
	t.resource("dcat:dataset", at+"#figures")
	t.end()

	t.begin(at+"#figures", "dcat:Dataset")
	t.texts("dct:title", languages, func(w words) string { return w.Say("data_title", table.Name) })
	t.texts("dct:description", languages, func(w words) string {
		return w.Say("dataset_about", table.Name, asOf(metrics.Language(w)), fmt.Sprint(table.Audience.Floor))
	})
	t.literal("dct:identifier", at+"#figures", "")
	t.resource("dcat:landingPage", open.Address)
	t.literal("dcat:version", table.Edition, "")
	t.resource("dct:publisher", publisher)
	t.resource("dcat:contactPoint", at+"#contact")
	t.resource("dcat:theme", authority+"data-theme/SOCI")
	t.resource("dcat:theme", authority+"data-theme/REGI")
	for _, word := range []string{"keyword_trainee", "keyword_settling", "keyword_district"} {
		t.texts("dcat:keyword", languages, func(w words) string { return w.Say(word) })
	}
	t.resource("dct:accessRights", authority+"access-right/PUBLIC")
	t.resource("dct:accrualPeriodicity", authority+"frequency/IRREG")
	t.resource("dct:spatial", authority+"country/NOR")
	for _, p := range open.Places {
		t.node("dct:spatial", "a dct:Location ; dct:identifier "+quoted(p.Code)+" ; rdfs:label "+quoted(p.Name)+"@nb")
	}
	t.node("dct:temporal", "a dct:PeriodOfTime ; dcat:startDate "+dated(firstDay(table))+" ; dcat:endDate "+dated(day(table.AsOf)))
	for _, l := range languages {
		t.resource("dct:language", authority+"language/"+languageNames[l])
	}
	for i := range languages {
		for _, f := range DataFiles() {
			t.resource("dcat:distribution", distribution(at, folders[i], f))
		}
	}
	t.end()

	for i, l := range languages {
		for _, f := range DataFiles() {
			t.begin(distribution(at, folders[i], f), "dcat:Distribution")
			t.texts("dct:title", []metrics.Language{l}, func(words) string { return f.Title(l) })
			t.resource("dcat:accessURL", open.Address+folders[i]+"data/"+ReadMeName(l))
			t.resource("dcat:downloadURL", open.Address+folders[i]+"data/"+f.Name)
			t.resource("dct:format", authority+"file-type/"+fileTypes[f.MediaType])
			t.resource("dcat:mediaType", mediaTypes+f.MediaType)
			if f.Format == "json-stat" {
				t.resource("dct:conformsTo", "https://json-stat.org/full/")
			}
			t.resource("dct:license", open.Licence.URI)
			t.resource("adms:status", authority+"distribution-status/COMPLETED")
			t.resource("dct:language", authority+"language/"+languageNames[l])
			t.end()
		}
	}

	t.begin(publisher, "foaf:Agent")
	t.literal("foaf:name", open.Publisher, "nb")
	t.literal("dct:identifier", open.OrgNo, "")
	t.end()
	t.begin(at+"#contact", "vcard:Organization")
	t.literal("vcard:fn", open.Contact, "nb")
	t.resource("vcard:hasEmail", "mailto:"+open.Email)
	t.end()
	_, err := io.WriteString(w, t.String())
	return err
}

// distribution names a file in the catalogue: #figures.csv-en.
func distribution(catalogue, folder string, f DataFile) string {
	name := catalogue + "#" + f.Name
	if folder != "" {
		name += "-" + strings.TrimSuffix(folder, "/")
	}
	return name
}

// firstDay is the day on which the first period begins.
func firstDay(table metrics.Table) string {
	first := table.AsOf.Format("2006")
	for _, f := range table.Figures {
		if len(f.Period) >= len(first) && f.Period[:1] <= "9" && f.Period[:len(first)] < first {
			first = f.Period[:len(first)]
		}
	}
	return first + "-01-01"
}

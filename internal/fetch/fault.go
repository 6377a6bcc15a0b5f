package fetch

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Fault is why a source could not be fetched. It holds no secret and no value
// of the data: an address is named by its host alone, since the rest may be
// what opens it.
type Fault struct {
	Source  string        // https, postgres or teamtailor
	Code    string        // one of the codes of this package
	Asked   string        // a host, a database at a host, or a folder
	Found   string        // what came
	Allowed string        // what may come, or how much
	Tries   int           // how often it was tried; 0 is once
	Wait    time.Duration // how long the other side asks us to stay away
	Passing bool          // may be over by itself: worth another try later
}

// Error is the fault's sentence in Norwegian, the language of the house.
func (f *Fault) Error() string { return f.Text("nb") }

// Text is the fault as one sentence: what was asked, what came and what to do.
// The languages are nb and en; any other is nb.
func (f *Fault) Text(language string) string {
	say, ok := sentence(f.Code)
	switch {
	case !ok:
		say = webSentences[CodeOther]
	case f.Code == CodeCut && f.Allowed == "":
		say = cutOpen
	}
	text, tries, wait := say.nb, " (forsøkt %d ganger)", " De ber oss vente %s."
	if language == "en" {
		text, tries, wait = say.en, " (tried %d times)", " They ask us to wait %s."
	}
	fill := strings.NewReplacer("{asked}", f.Asked, "{found}", f.Found, "{allowed}", f.Allowed)
	text = fill.Replace(text)
	if f.Tries > 1 {
		text += fmt.Sprintf(tries, f.Tries)
	}
	text += "."
	if f.Wait > 0 {
		text += fmt.Sprintf(wait, span(f.Wait))
	}
	return text
}

// asked names who was asked in a fault that came from where nobody knew.
func asked(whom string, err error) error {
	if f, ok := errors.AsType[*Fault](err); ok && f.Asked == "" {
		f.Asked = whom
	}
	return err
}

// said is one sentence in both languages, without its full stop.
type said struct{ nb, en string }

func sentence(code string) (said, bool) {
	for _, table := range []map[string]said{webSentences, postgresSentences, teamtailorSentences} {
		if say, ok := table[code]; ok {
			return say, true
		}
	}
	return said{}, false
}

// span is a length of time in words that are the same in both languages.
func span(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	case d < 2*time.Minute:
		return fmt.Sprintf("%d s", int64(d.Seconds()))
	}
	return fmt.Sprintf("%d min", int64(d.Minutes()))
}

func size(bytes int64) string {
	switch {
	case bytes < 10_000:
		return strconv.FormatInt(bytes, 10) + " B"
	case bytes < 10_000_000:
		return strconv.FormatInt(bytes/1000, 10) + " kB"
	}
	return strconv.FormatInt(bytes/1_000_000, 10) + " MB"
}

// clean is a text of the other side, fit to stand in a sentence.
func clean(text string) string {
	const longest = 120
	var b strings.Builder
	for _, r := range text {
		switch {
		case b.Len() >= longest:
			return b.String() + "…"
		case !unicode.IsPrint(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

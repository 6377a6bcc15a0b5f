package fetch

import (
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unnamed is a file whose source gives it no name.
const unnamed = "fil"

// fileName is what an answer's file is called: what the server says, else the
// last part of the address that was asked for or, when that has no ending, of
// the one it led to.
func fileName(asked *url.URL, answer *http.Response) string {
	first, last := path.Base(asked.Path), path.Base(answer.Request.URL.Path)
	name := first
	if path.Ext(first) == "" && path.Ext(last) != "" {
		name = last
	}
	if _, params, err := mime.ParseMediaType(answer.Header.Get("Content-Disposition")); err == nil && params["filename"] != "" {
		name = params["filename"] // of filename and filename*, the latter wins
	}
	name = safeName(name)
	if path.Ext(name) == "" {
		name += ending(answer.Header.Get("Content-Type"))
	}
	return name
}

// ending is that of the types a source may have, "" for all others.
func ending(contentType string) string {
	kind, _, _ := mime.ParseMediaType(contentType)
	switch kind {
	case "text/csv":
		return ".csv"
	case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
		return ".xlsx"
	}
	return ""
}

// safeName makes one part of a path of whatever was sent: no folders, nothing
// hidden, nothing a file system or a terminal reads anything into.
func safeName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, !unicode.IsPrint(r), strings.ContainsRune(`<>:"|?*`, r):
			return '_'
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	name = shorten(name, 120)
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3": // devices on Windows
		name = "_" + name
	case "":
		name = unnamed
	}
	return name
}

// shorten keeps the ending, and whole letters.
func shorten(name string, most int) string {
	if len(name) <= most {
		return name
	}
	end := path.Ext(name)
	if len(end) > 10 {
		end = ""
	}
	cut := most - len(end)
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return strings.TrimRight(name[:cut], " .") + end
}

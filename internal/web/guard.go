package web

import (
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"strings"
)

// policy lets a page load scripts, styles, pictures, fonts and data from this
// server alone. It has no 'unsafe-inline': text from a source file that would
// become a script on the page does not run.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guards are the headers that every response carries, errors included. Nobody changes the values.
var guards = map[string][]string{
	"Content-Security-Policy":      {policy},
	"X-Content-Type-Options":       {"nosniff"},
	"X-Frame-Options":              {"DENY"},
	"Permissions-Policy":           {"camera=(), geolocation=(), microphone=()"},
	"Referrer-Policy":              {"no-referrer"},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
}

func guard(h http.Header) { maps.Copy(h, guards) }

// fileName is the file inside the edition that an address asks for. An address
// that is not written the plain way asks for nothing: a page of ours never
// links that way, so there is no one to be generous to.
func fileName(u *url.URL) (name string, ok bool) {
	name, ok = strings.CutPrefix(u.Path, "/")
	if !ok {
		return "", false
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += indexPage
	}
	// No "..", no ".", no empty element, no slash in front.
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00") {
		return "", false
	}
	if strings.Contains(strings.ToLower(u.EscapedPath()), "%2f") { // a slash in disguise
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") { // hidden: an edition in the making, an editor's copy
			return "", false
		}
	}
	return name, true
}

const notFoundPage = `<!DOCTYPE html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Finnes ikke – Not found</title>
<h1>Siden finnes ikke</h1>
<p>Adressen hører ikke til denne utgaven. <a href="/">Til forsiden</a></p>
<div lang="en">
<h1>Page not found</h1>
<p>The address is not part of this edition. <a href="/">To the front page</a></p>
</div>
</html>
`

func notFound(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNotFound)
	io.WriteString(w, notFoundPage)
}

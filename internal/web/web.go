// Package web guards and serves editions, and the pages of the service itself.
//
// What comes in is the folder of one published edition ([Handler]) or of all of
// them ([Site]), opened as an [os.Root]; what goes out is its files over HTTP.
// Nothing is computed and no figure can be asked for: only files that went
// through the publication are served. Beside them a Site tells how the service
// stands, and lets the staff start a job.
//
// Promised: no path leaves the folder, folders are never listed, every response
// carries headers that let a page load only what comes from this server, a page
// and what it loads are of one edition, and nobody gets what the table of
// [Route]s does not give their role. Who somebody is, package signin tells; where
// there is no sign-in, [Serve] answers only this machine.
//
//	root, err := os.OpenRoot("data/editions/2010-12-31-000009")
//	listener, err := net.Listen("tcp", "127.0.0.1:8080")
//	err = web.Serve(ctx, listener, web.Handler(root))
package web

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

const indexPage = "index.html"

// Handler serves the files of one edition. A folder is served as its index.html.
func Handler(root *os.Root) http.Handler {
	return &files{root: root}
}

type files struct {
	root   *os.Root
	under  string           // the address that the folder is served under, "" for /
	now    func() time.Time // nil: every file is looked at each time
	bodies bodies
}

func (h *files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	guard(w.Header())
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		onlyGet(w)
		return
	}
	name, ok := fileName(r.URL)
	if !ok {
		notFound(w)
		return
	}
	if h.now != nil {
		if body := h.bodies.fresh(name, h.now()); body != nil {
			h.send(w, r, name, body)
			return
		}
	}
	info, err := h.root.Lstat(name) // looked at before it is opened: opening a pipe would wait for its writer
	switch {
	case err == nil && info.Mode().IsRegular():
		h.serve(w, r, name, info)
	case h.isFolder(name) && h.isFile(path.Join(name, indexPage)):
		// The page's relative links need the slash. name was checked, so the address cannot lead to another server.
		http.Redirect(w, r, (&url.URL{Path: h.under + "/" + name + "/"}).String(), http.StatusFound)
	default:
		notFound(w)
	}
}

func (h *files) serve(w http.ResponseWriter, r *http.Request, name string, info fs.FileInfo) {
	body, err := h.bodies.of(name, info, kindOf(name).isText(), func() (*os.File, error) { return h.root.Open(name) })
	if err != nil {
		http.Error(w, "Filen kan ikke leses. / The file cannot be read.", http.StatusInternalServerError)
		return
	}
	if h.now != nil {
		h.bodies.look(body, h.now())
	}
	h.send(w, r, name, body)
}

func (h *files) send(w http.ResponseWriter, r *http.Request, name string, body *body) {
	kind := kindOf(name)
	header := w.Header()
	header.Set("Content-Type", kind.contentType)
	// Asked for again each time, and answered 304: the address may show the
	// next edition tomorrow, or to somebody else.
	header.Set("Cache-Control", "private, no-cache")
	if kind.download {
		header.Set("Content-Disposition", "attachment")
	}
	if body.gzip != nil || body.brotli != nil {
		header.Set("Vary", "Accept-Encoding")
	}
	accepted := r.Header.Get("Accept-Encoding")
	if r.Header.Get("Range") != "" { // of the file as it is
		accepted = ""
	}
	content, coding := body.as(accepted)
	switch {
	case coding != "":
		header.Set("ETag", `"`+body.hash+"-"+coding+`"`)
		header.Set("Content-Encoding", coding)
		sendWhole(w, r, content)
	case content != nil:
		header.Set("ETag", `"`+body.hash+`"`)
		sendWhole(w, r, content)
	default:
		h.serveFile(w, r, name, body)
	}
}

// sendWhole sends what is in memory: at once, without a buffer between, to those who ask for nothing but the whole.
func sendWhole(w http.ResponseWriter, r *http.Request, content []byte) {
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	for _, condition := range []string{"Range", "If-Match", "If-None-Match", "If-Range"} {
		if r.Header[condition] != nil || r.Method != http.MethodGet {
			http.ServeContent(w, r, "", noTime, bytes.NewReader(content))
			return
		}
	}
	w.Write(content)
}

// serveFile sends what is not kept in memory.
func (h *files) serveFile(w http.ResponseWriter, r *http.Request, name string, body *body) {
	f, err := h.root.Open(name)
	if err != nil {
		notFound(w)
		return
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() != body.size {
		notFound(w) // replaced since it was looked at
		return
	}
	w.Header().Set("ETag", `"`+body.hash+`"`)
	http.ServeContent(w, r, "", noTime, f)
}

func (h *files) isFolder(name string) bool {
	info, err := h.root.Stat(name)
	return err == nil && info.IsDir()
}

func (h *files) isFile(name string) bool {
	info, err := h.root.Lstat(name)
	return err == nil && info.Mode().IsRegular()
}

// kind is how a file is sent, by the end of its name.
type kind struct {
	contentType string
	download    bool
}

// isText tells whether a file of this kind is text, which packs well.
func (k kind) isText() bool {
	return strings.HasPrefix(k.contentType, "text/") || k.contentType == "application/json" || k.contentType == "image/svg+xml"
}

var kinds = map[string]kind{
	".html":    {contentType: "text/html; charset=utf-8"},
	".css":     {contentType: "text/css; charset=utf-8"},
	".js":      {contentType: "text/javascript; charset=utf-8"},
	".json":    {contentType: "application/json"},
	".svg":     {contentType: "image/svg+xml"},
	".png":     {contentType: "image/png"},
	".ico":     {contentType: "image/x-icon"},
	".woff2":   {contentType: "font/woff2"},
	".txt":     {contentType: "text/plain; charset=utf-8"},
	".md":      {contentType: "text/plain; charset=utf-8"},
	"":         {contentType: "text/plain; charset=utf-8"}, // LICENSE, NOTICE
	".ttl":     {contentType: "text/turtle; charset=utf-8"},
	".csv":     {contentType: "text/csv; charset=utf-8", download: true},
	".xlsx":    {contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", download: true},
	".parquet": {contentType: "application/vnd.apache.parquet", download: true},
}

// kindOf never guesses from the content: what is not known is a download.
func kindOf(name string) kind {
	if k, ok := kinds[strings.ToLower(path.Ext(name))]; ok {
		return k
	}
	return kind{contentType: "application/octet-stream", download: true}
}

package deliver

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob" // azblob://
	_ "gocloud.dev/blob/fileblob"  // file://
	_ "gocloud.dev/blob/s3blob"    // s3://
	"gocloud.dev/gcerrors"
)

// Stores are the kinds of object storage, as their addresses begin.
var Stores = []string{"file", "s3", "azblob"}

// Bucket lays the parcel in object storage. Who may write there is told by the environment, in the words of each provider:
// AWS_ACCESS_KEY_ID and its kin, AZURE_STORAGE_ACCOUNT and its kin.
type Bucket struct {
	URL    string // as s3://name?region=eu-north-1
	Prefix string // of the names, as styret/
}

// Once is true: the names are those of the edition.
func (Bucket) Once() bool { return true }

// Deliver writes the files, and last the name of what they are together. Object storage renames nothing, so whoever reads there
// begins at latest-board.txt: what it names is complete.
func (b Bucket) Deliver(ctx context.Context, p Parcel) (string, error) {
	store, err := blob.OpenBucket(ctx, b.address())
	if err != nil {
		return "", b.refused(ctx, err)
	}
	defer store.Close()
	for _, file := range p.Files {
		if err := b.put(ctx, store, path.Join(p.Name(), file.Name), file); err != nil {
			return "", b.refused(ctx, err)
		}
	}
	err = store.WriteAll(ctx, b.Prefix+"latest-"+p.Audience+".txt", []byte(p.Name()+"\n"), &blob.WriterOptions{ContentType: "text/plain; charset=utf-8"})
	return b.Prefix + p.Name(), b.refused(ctx, err)
}

// put writes one object, which is there whole or not at all: what is not what was published is given up before it is closed.
func (b Bucket) put(ctx context.Context, store *blob.Bucket, name string, file File) error {
	ctx, giveUp := context.WithCancel(ctx)
	defer giveUp()
	w, err := store.NewWriter(ctx, b.Prefix+name, &blob.WriterOptions{ContentType: contentTypes[path.Ext(name)]})
	if err != nil {
		return err
	}
	if err := file.copyTo(ctx, w); err != nil {
		giveUp()
		w.Close() // says that it was given up
		return err
	}
	return w.Close()
}

// contentTypes are those that browsers need to be told; of others the storage looks at the content.
var contentTypes = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml", ".pdf": "application/pdf", ".ttl": "text/turtle; charset=utf-8",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

// address is the URL; a folder gets no files beside what is delivered.
func (b Bucket) address() string {
	u, err := url.Parse(b.URL)
	if err != nil || u.Scheme != "file" {
		return b.URL
	}
	q := u.Query()
	q.Set("metadata", "skip")
	q.Set("no_tmp_dir", "true")
	u.RawQuery = q.Encode()
	return u.String()
}

// refused is why the storage did not take something. What it says in words is not kept: it may repeat what opens it.
func (b Bucket) refused(ctx context.Context, err error) error {
	if _, is := errors.AsType[*Fault](err); is || err == nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	scheme, rest, _ := strings.Cut(b.URL, "://")
	name, _, _ := strings.Cut(rest, "?")
	f := &Fault{Code: CodeStorage, Asked: scheme + "://" + name, Found: gcerrors.Code(err).String(), err: err}
	switch code := gcerrors.Code(err); {
	case code == gcerrors.NotFound || errors.Is(err, fs.ErrNotExist):
		f.Code, f.Found = CodeMissing, ""
	case code == gcerrors.PermissionDenied:
		f.Code, f.Final = CodeSignIn, true
	case code == gcerrors.InvalidArgument:
		f.Code, f.Final = CodeStorage, true
	}
	return f
}

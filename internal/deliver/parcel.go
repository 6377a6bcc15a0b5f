package deliver

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A Parcel is what one recipient gets of an edition: the part of their own audience, and the words that go with it.
type Parcel struct {
	Key
	Audience string
	Files    []File
	Letter   Letter
	Doubtful bool // it may have arrived before
}

// Name is what the parcel is called where it is laid: the edition and its audience.
func (p Parcel) Name() string { return p.Edition + "-" + p.Audience }

// File is a file of a parcel.
type File struct {
	Name   string // in the parcel, with slashes
	Path   string // where it lies
	SHA256 string // what was published; "": the file is not part of the edition, and is taken as it is
}

// isDocument tells what people open by itself: a workbook, or what was printed of it.
func (f File) isDocument() bool {
	return strings.HasSuffix(f.Name, ".xlsx") || strings.HasSuffix(f.Name, ".pdf")
}

// copyTo copies the file, and fails when it is not what was published.
func (f File) copyTo(ctx context.Context, w io.Writer) error {
	file, err := os.Open(f.Path)
	if err != nil {
		return damaged(f.Name, err)
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(w, io.TeeReader(&stoppable{ctx, file}, sum)); err != nil {
		return err
	}
	if f.SHA256 != "" && hex.EncodeToString(sum.Sum(nil)) != f.SHA256 {
		return damaged(f.Name, nil)
	}
	return nil
}

func damaged(name string, err error) error {
	return &Fault{Code: CodeDamaged, Asked: name, Final: true, err: err}
}

// stoppable is a reader that ends when somebody asks the program to stop.
type stoppable struct {
	ctx context.Context
	io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}

// Target is a way to deliver.
type Target interface {
	// Deliver delivers the parcel and returns a receipt. An error is a [Fault], or that of the context.
	Deliver(context.Context, Parcel) (receipt string, err error)
	// Once tells that what is delivered twice lies there once.
	Once() bool
}

// messageID is the same for every attempt at one delivery, so that a mail server or a reader knows it again.
func (p Parcel) messageID(from string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n", p.Edition, p.Target, p.Recipient))
	return hex.EncodeToString(sum[:16]) + "@" + domainOf(from)
}

func domainOf(address string) string {
	_, domain, _ := strings.Cut(address, "@")
	return domain
}

// local is the name with the separators of this system.
func (f File) local() string { return filepath.FromSlash(f.Name) }

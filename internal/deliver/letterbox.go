package deliver

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// Letterbox lays each message in a folder as a file .eml, which people open in their mail program, or another program sends.
type Letterbox struct {
	Envelope
	Path string
}

// Once is true: a message has the name of its delivery.
func (Letterbox) Once() bool { return true }

// Deliver writes the message beside, and renames it.
func (b Letterbox) Deliver(ctx context.Context, p Parcel) (string, error) {
	if _, err := os.Stat(b.Path); err != nil {
		return "", disk(b.Path, err)
	}
	var message bytes.Buffer
	if err := b.write(ctx, p, &message); err != nil {
		return "", err
	}
	name := p.Name() + "-" + p.Recipient + ".eml"
	err := renameio.WriteFile(filepath.Join(b.Path, name), message.Bytes(), 0o640, renameio.WithTempDir(b.Path))
	return name, disk(b.Path, errors.Join(err, flush(b.Path)))
}

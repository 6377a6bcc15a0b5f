package deliver

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
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
	err := replace(filepath.Join(b.Path, name), func(w io.Writer) error {
		_, err := message.WriteTo(w)
		return err
	})
	return name, disk(b.Path, err)
}

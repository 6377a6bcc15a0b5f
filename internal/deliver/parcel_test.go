package deliver_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bolyst/internal/deliver"
)

func now() time.Time { return time.Date(2026, 11, 24, 6, 0, 0, 0, time.UTC) }

// aParcel is a parcel of the board with files that lie on the disk, and are in it as they were published.
func aParcel(t *testing.T) deliver.Parcel {
	t.Helper()
	folder := t.TempDir()
	p := deliver.Parcel{Key: deliver.Key{Edition: "2010-12-31-b0025-12ec25e5", Target: "post", Recipient: "styreleder"}, Audience: "board",
		Letter: deliver.Letter{Language: "nn", Subject: "Ny utgåve: tal for styret", Lead: []string{"Det er komen ei ny utgåve."},
			Figures: []deliver.Line{{Name: "Fekk jobbtilbod", Value: "17 av 30 (57 %)"}},
			Link:    deliver.Link{Text: "Les utgåva", Address: "https://tal.example/editions/2010-12-31-b0025-12ec25e5/board/"},
			Foot:    []string{"Sendt av Bolyst."}, Again: "Denne meldinga kan vere send før."}}
	for name, content := range map[string]string{"index.html": "<title>KOM</title>", "nn/bolyst.xlsx": "PK\x03\x04 ein arbeidsbok", "data/figures.csv": ""} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(content))
		p.Files = append(p.Files, deliver.File{Name: name, Path: path, SHA256: hex.EncodeToString(sum[:])})
	}
	return p
}

// faultOf is the fault that a delivery ended with.
func faultOf(t *testing.T, err error) deliver.Fault {
	t.Helper()
	f, is := errors.AsType[*deliver.Fault](err)
	if !is {
		t.Fatalf("got %v, want a fault", err)
	}
	return *f
}

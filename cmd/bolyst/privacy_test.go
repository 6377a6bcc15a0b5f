package main

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// TestNoPersonIsFoundUnderTheDataFolder takes every name, e-mail address, telephone number, identity number and remark
// that stands in the example's files, and looks for it in every byte under the data folder: as it is, unzipped where it is a
// workbook, and read out where it is Parquet.
func TestNoPersonIsFoundUnderTheDataFolder(t *testing.T) {
	folder, screen := demo()
	personal := personalTexts(t, filepath.Join(folder, "filer"))
	if len(personal) < 1500 {
		t.Fatalf("only %d personal texts found in the example's files", len(personal))
	}
	bytesOf := everyByte(t, filepath.Join(folder, "data"))
	bytesOf["the screen"] = []byte(screen)
	// Proof that the search can find: what is public is there.
	if !slices.ContainsFunc(mapValues(bytesOf), func(content []byte) bool { return bytes.Contains(content, []byte("well_qualified")) }) {
		t.Fatal("the search does not see into the batches")
	}
	search := searchFor(personal)
	for name, content := range bytesOf {
		for text := range search.in(content) {
			t.Errorf("%s holds %q", name, text)
		}
	}
	if found := search.in([]byte("x" + personal[0] + personal[1])); !found[personal[0]] || !found[personal[1]] {
		t.Error("the search does not find what is there")
	}
}

// searchedTexts are looked for all at once: each stands under its first two bytes.
type searchedTexts [1 << 16][]string

func searchFor(texts []string) *searchedTexts {
	var s searchedTexts
	for _, text := range texts {
		i := int(text[0])<<8 | int(text[1])
		s[i] = append(s[i], text)
	}
	return &s
}

// in returns which of the texts stand in the content.
func (s *searchedTexts) in(content []byte) map[string]bool {
	found := map[string]bool{}
	for i := range max(len(content)-1, 0) {
		for _, text := range s[int(content[i])<<8|int(content[i+1])] {
			if len(text) <= len(content)-i && string(content[i:i+len(text)]) == text {
				found[text] = true
			}
		}
	}
	return found
}

func mapValues(m map[string][]byte) (values [][]byte) {
	for _, v := range m {
		values = append(values, v)
	}
	return values
}

var (
	personalHeader = regexp.MustCompile(`(?i)^(navn|e-post|e-postadresse|mobil|telefon|kommentar|merknad|kontakt.*)$`)
	identity       = regexp.MustCompile(`\b\d{6}[ .-]?\d{5}\b`)
	email          = regexp.MustCompile(`[\w.+-]+@[\w.-]+`)
)

// public are the files whose names and remarks are not about persons: companies, and figures published elsewhere.
var public = map[string]bool{"bedrifter.xlsx": true, "publisert.csv": true}

// personalTexts lists what the files of the example say of persons, as UTF-8.
func personalTexts(t *testing.T, folder string) []string {
	t.Helper()
	found := map[string]bool{}
	take := func(file string, rows [][]string) {
		personal := map[int]bool{}
		for _, row := range rows {
			for i, cell := range row {
				if personalHeader.MatchString(strings.TrimSpace(cell)) && !public[file] {
					personal[i] = true
				} else if cell = strings.TrimSpace(cell); personal[i] && len(cell) > 5 {
					found[cell] = true
				}
				for _, text := range append(identity.FindAllString(cell, -1), email.FindAllString(cell, -1)...) {
					found[text] = true
				}
			}
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		if filepath.Ext(path) == ".xlsx" {
			book, err := excelize.OpenFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, sheet := range book.GetSheetList() {
				rows, err := book.GetRows(sheet)
				if err != nil {
					t.Fatal(err)
				}
				take(entry.Name(), rows)
			}
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, err := charmap.Windows1252.NewDecoder().Bytes(content)
		if err != nil {
			t.Fatal(err)
		}
		reader := csv.NewReader(bytes.NewReader(text))
		reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes = ';', -1, true
		rows, err := reader.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		take(entry.Name(), rows)
	}
	var texts []string
	for text := range found {
		texts = append(texts, text)
	}
	return texts
}

// everyByte reads every file under the folder, and what is packed inside it.
func everyByte(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all[path] = append([]byte(path), content...)
		switch filepath.Ext(path) {
		case ".xlsx":
			return unzip(path, content, all)
		case ".parquet":
			all[path+" rows"] = parquetRows(t, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func unzip(path string, content []byte, into map[string][]byte) error {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return err
	}
	for _, part := range archive.File {
		reader, err := part.Open()
		if err != nil {
			return err
		}
		if into[path+" "+part.Name], err = io.ReadAll(reader); err != nil {
			return err
		}
	}
	return nil
}

func parquetRows(t *testing.T, path string) []byte {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT CAST(r AS VARCHAR) FROM read_parquet('" + strings.ReplaceAll(path, "'", "''") + "') AS r")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var text bytes.Buffer
	for rows.Next() {
		var row string
		if err := rows.Scan(&row); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&text, row)
	}
	return text.Bytes()
}

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzLoadConfig holds that whatever stands in the file, each mistake is one line that names a line of it.
func FuzzLoadConfig(f *testing.F) {
	for _, pattern := range []string{"testdata/config/good/*.yaml", "testdata/config/bad/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(content))
		}
	}
	for _, odd := range []string{"? {a: b}\n: c\n", "a: &a [*a]\n", "name: *name\n", "[]", "{}", "- - -", "name: {{}: {}}\n", "!!binary x", "%YAML 1.2\n---\nname: a\n", "sources: [[[]]]\n"} {
		f.Add(odd)
	}
	file := filepath.Join(f.TempDir(), "bolyst.yaml")
	f.Fuzz(func(t *testing.T, content string) {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, mistakes := loadConfig(file, "", someIndicators)
		lines := strings.Count(lineEnds.ReplaceAllString(content, "\n"), "\n") + 1
		for _, m := range mistakes {
			if m.Line < 1 || m.Line > lines {
				t.Errorf("got line %d of %d: %s", m.Line, lines, m.Say(English))
			}
			for _, l := range Languages() {
				said := m.Say(l)
				if strings.ContainsAny(said, "\n\r\x1b") || strings.Contains(said, "%!") || strings.Contains(said, "⟨") {
					t.Errorf("got %q", said)
				}
			}
		}
	})
}

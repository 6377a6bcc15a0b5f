package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A secret that is written into the configuration, wherever it stands, is a mistake and is never repeated.
func TestSecretInTheConfigurationIsNeverRepeated(t *testing.T) {
	good, err := os.ReadFile("testdata/config/bad/secret-place.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const dsn = "postgres://leser:hunter2@db.example.no/rekruttering"
	before, after, _ := strings.Cut(string(good), "    postgres:\n")
	_, after, _ = strings.Cut(after, "SELECT * FROM soknader\n")
	for _, origin := range []string{
		"    postgres: " + dsn + "\n",
		"    postgres: [" + dsn + "]\n",
		"    postgres: {\"" + dsn + "\": dsn}\n",
		"    postgres:\n      dsn: " + dsn + "\n      query: SELECT 1\n",
		"    postgres:\n      dsn: host=db user=leser password=hunter2\n      query: SELECT 1\n",
		"    postgres:\n      dsn: {\"" + dsn + "\": env}\n      query: SELECT 1\n",
		"    postgres:\n      dsn: {env: \"" + dsn + "\"}\n      query: SELECT 1\n",
		"    postgres:\n      dsn: {file: \"" + dsn + "\"}\n      query: SELECT 1\n",
		"    postgres:\n      dsn: {env: {hunter2: \"\"}}\n      query: SELECT 1\n",
		"    postgres:\n      dsn: {value: \"" + dsn + "\"}\n      query: SELECT 1\n",
		"    postgres:\n      dsn: {hunter2: a, hunter2: b}\n      query: SELECT 1\n",
		"    postgres:\n      dsn: [hunter2]\n      query: SELECT 1\n",
		"    postgres:\n      dsn: *hunter2\n      query: SELECT 1\n",
		"    postgres:\n      dsn: !hunter2 x\n      query: SELECT 1\n",
		"    postgres:\n      dns: " + dsn + "\n      query: SELECT 1\n",
		"    teamtailor: hunter2\n",
		"    teamtailor: {token: hunter2}\n",
		"    teamtailor: {token: {env: \"hunter2!\"}}\n",
		"    teamtailor: {hunter2: token}\n",
		"    url: https://eksempel.example/a.csv\n    token: hunter2\n",
		"    url: https://leser:hunter2@eksempel.example/a.csv\n",
		"    url: http://eksempel.example/a.csv?token=hunter2\n",
		"    path: " + dsn + "\n",
		"    " + dsn + "\n",
	} {
		file := filepath.Join(t.TempDir(), "bolyst.yaml")
		if err := os.WriteFile(file, []byte(before+origin+after), 0o600); err != nil {
			t.Fatal(err)
		}
		_, mistakes := loadConfig(file, "", someIndicators)
		if len(mistakes) == 0 {
			t.Errorf("%s: got no mistake", origin)
		}
		for _, m := range mistakes {
			if said := m.Say(Norwegian); strings.Contains(said, "hunter2") {
				t.Errorf("%s: said %s", origin, said)
			}
		}
	}
}

func TestSecretThatIsNotThereIsToldWithoutItsName(t *testing.T) {
	c := defaults()
	for _, s := range []Secret{{Env: "hunter2"}, {File: "hunter2"}} {
		_, err := c.reveal("soknader", s, Norwegian)
		if err == nil || strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), "soknader") {
			t.Errorf("%v: got %v, want an error that names the source alone", s, err)
		}
	}
}

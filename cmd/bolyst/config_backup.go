package main

import (
	"path/filepath"
	"reflect"
)

// Backup is where the installation is copied to, when, and for how long the copies are kept.
type Backup struct {
	To       string `key:"to,required"`
	Schedule string `key:"schedule"`
	Keep     Keep   `key:"keep"`
}

// Keep is how many days and months have a backup: the last one of each.
type Keep struct {
	Days   *int `key:"days"`   // nil: usualKeep
	Months *int `key:"months"` // nil: usualKeep
}

const (
	usualBackup = "0 2 * * *" // at night, when nobody is at work
	usualDays   = 14
	usualMonths = 12
)

// checkBackup checks that the backups go elsewhere: one in the data folder would be lost with it, and copied into the next.
func (c *Config) checkBackup(found *findings) {
	if c.Backup == nil {
		return
	}
	c.checkPath(found, "$.backup.to", c.Backup.To)
	if to := c.Path(c.Backup.To); c.Backup.To != "" && (within(c.DataFolder(), to) || within(to, c.DataFolder())) {
		found.wrong("$.backup.to", Mistake{Code: "config.backup.inside", Args: []any{c.Data}})
	}
	c.checkSchedule(found, "$.backup.schedule", c.Backup.Schedule)
	for at, number := range map[string]*int{"$.backup.keep.days": c.Backup.Keep.Days, "$.backup.keep.months": c.Backup.Keep.Months} {
		if number != nil && *number < 0 {
			found.wrong(at, Mistake{Code: "config.number.least", Args: []any{*number, 0}})
		}
	}
}

// BackupFolder is the absolute path of the folder with the backups, or "".
func (c *Config) BackupFolder() string {
	if c.Backup == nil {
		return ""
	}
	return c.Path(c.Backup.To)
}

// secretFiles are the files of the configuration that hold secrets, as they are written there: they are kept elsewhere.
func (c *Config) secretFiles() []string {
	files := []string{c.KeyFile}
	if c.Server.TLS != nil {
		files = append(files, c.Server.TLS.Key)
	}
	if c.SignIn != nil && c.SignIn.Users != "" {
		files = append(files, c.SignIn.Users)
	}
	return append(files, secretsIn(reflect.ValueOf(*c))...)
}

// secretsIn finds the files of the secrets in a part of the configuration.
func secretsIn(v reflect.Value) (files []string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return secretsIn(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			files = append(files, secretsIn(v.Index(i))...)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Secret]() {
			if file := v.FieldByName("File").String(); file != "" {
				files = append(files, file)
			}
			return files
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				files = append(files, secretsIn(v.Field(i))...)
			}
		}
	}
	return files
}

// isSecret says whether a file holds a secret.
func (c *Config) isSecret(file string) bool {
	for _, secret := range c.secretFiles() {
		if c.Path(secret) == filepath.Clean(file) {
			return true
		}
	}
	return false
}

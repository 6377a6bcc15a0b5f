package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/google/renameio/v2"

	"bolyst/metrics"
)

// longestPrint is how long the office program may take for one workbook.
const longestPrint = 3 * time.Minute

// printed are the workbooks that are read on paper.
var printed = []string{"board", "annual"}

// errNoOffice is the error of a machine without an office program.
var errNoOffice = errors.New("no office program")

// pdfs prints the edition's workbooks for boards and annual meetings, and returns the folder. They lie beside the editions, not in
// them: the office program writes other bytes each time, and an edition never changes.
func (in *installation) pdfs(ctx context.Context, folder string) (string, error) {
	office, err := officeProgram()
	if err != nil {
		return "", err
	}
	to := in.printedFolder(filepath.Base(folder))
	type print struct {
		path     string
		language metrics.Language
	}
	var prints []print
	languages := in.languages()
	for _, audience := range audienceNames() {
		for _, language := range languages {
			door := door{audience, language, languages[0]}
			for _, b := range door.workbooks() {
				if slices.Contains(printed, b.name) {
					prints = append(prints, print{filepath.Join(filepath.FromSlash(door.folder()), b.file(language)), language})
				}
			}
		}
	}
	work := in.steps(in.language.Say("progress.pdf"), len(prints))
	defer work.end()
	for _, p := range prints {
		if err := printWorkbook(ctx, office, p.language, filepath.Join(folder, p.path), filepath.Dir(filepath.Join(to, p.path))); err != nil {
			return "", err
		}
		work.step()
	}
	return to, nil
}

// printedFolder is where the workbooks of an edition lie printed.
func (in *installation) printedFolder(name string) string {
	return filepath.Join(in.config.DataFolder(), "pdf", name)
}

// printedOf lists what of an edition has been printed, which may be nothing.
func (in *installation) printedOf(name string) ([]string, error) {
	var printed []string
	err := fs.WalkDir(os.DirFS(in.printedFolder(name)), ".", func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && strings.HasSuffix(path, ".pdf") {
			printed = append(printed, path)
		}
		return err
	})
	return printed, err
}

// officeProgram is where LibreOffice is.
func officeProgram() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoOffice
}

// printWorkbook prints the workbook into the folder, under its own name. The office program has a profile of its own, so that a
// window that is open elsewhere neither takes the work over nor is disturbed, and everything that it has started ends with it.
func printWorkbook(ctx context.Context, office string, language metrics.Language, workbook, folder string) error {
	scratch, err := os.MkdirTemp("", "bolyst-pdf-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	if err := writeOfficeProfile(filepath.Join(scratch, "profile"), language); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, longestPrint)
	defer cancel()
	cmd := exec.CommandContext(limited, office, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(scratch, "profile")),
		"--headless", "--norestore", "--convert-to", "pdf:calc_pdf_Export", "--outdir", scratch, workbook)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // it starts others
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	name := strings.TrimSuffix(filepath.Base(workbook), ".xlsx") + ".pdf"
	made := filepath.Join(scratch, name)
	if _, missing := os.Stat(made); err != nil || errors.Is(missing, fs.ErrNotExist) {
		return printFailure{filepath.Base(workbook), limited.Err() != nil, printable(string(bytes.TrimSpace(said)))}
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	content, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	return renameio.WriteFile(filepath.Join(folder, name), content, 0o640)
}

// officeLocales are where numbers are written as a workbook in the language has them.
var officeLocales = map[metrics.Language]string{metrics.Norwegian: "nb-NO", metrics.Nynorsk: "nn-NO", metrics.English: "en-GB"}

// writeOfficeProfile has the office program write numbers as the language does, whatever the machine speaks.
func writeOfficeProfile(profile string, language metrics.Language) error {
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o700); err != nil {
		return err
	}
	settings := `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">` +
		`<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>` + officeLocales[language] + `</value></prop></item></oor:items>`
	return os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings), 0o600)
}

// printFailure is what the office program could not do, and why as far as it says.
type printFailure struct {
	workbook string
	late     bool
	said     string
}

func (f printFailure) Error() string { return f.workbook + ": " + f.said }

// publishPDFs prints what was published and says where, or in a sentence why it is not printed: the edition stands all the same.
func (in *installation) publishPDFs(ctx context.Context, folder string) error {
	to, err := in.pdfs(ctx, folder)
	var failed printFailure
	switch {
	case errors.Is(err, errNoOffice):
		return told(in.language.Say("pdf.no_office"))
	case errors.As(err, &failed) && failed.late:
		return told(in.language.Say("pdf.late", failed.workbook, int(longestPrint/time.Minute)))
	case errors.As(err, &failed):
		return told(in.language.Say("pdf.failed", failed.workbook, failed.said))
	case err != nil:
		return err
	}
	fmt.Fprintln(in.err, in.language.Say("pdf.done", to))
	return nil
}

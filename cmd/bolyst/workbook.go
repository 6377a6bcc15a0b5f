package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"bolyst/metrics"
	"bolyst/reports"
)

// workbookCommand writes one workbook, whenever somebody asks for it. No edition is made, and none is changed.
type workbookCommand struct {
	momentFlags
	Workbook     string `arg:"" optional:"" name:"workbook" help:"${workbook_name_help}"`
	Audience     string `placeholder:"board|centre|staff" help:"${workbook_audience_help}"`
	Out          string `short:"o" placeholder:"FILE" help:"${workbook_out_help}"`
	PasswordFile string `placeholder:"FILE" help:"${workbook_password_help}"`
	Template     string `placeholder:"FILE" help:"${workbook_template_help}"`
	Names        bool   `help:"${workbook_names_help}"`
}

func (cmd *workbookCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		book, err := cmd.asked(in)
		if err != nil {
			return err
		}
		if cmd.Out == "" {
			cmd.Out = book.file(metrics.Language(in.language))
		}
		password, err := cmd.password(in)
		if err != nil {
			return err
		}
		if _, err := os.Stat(cmd.Out); err == nil && !cmd.Names { // said before anything is counted
			return told(in.language.Say("file.exists", cmd.Out))
		}
		table, err := cmd.table(ctx, in, book)
		if err != nil {
			return err
		}
		if cmd.Names {
			return in.sayNames(table)
		}
		work := in.steps(in.language.Say("progress.workbook"), 1)
		defer work.end()
		write := func(w io.Writer) error { return book.write(w, table, metrics.Language(in.language)) }
		if cmd.Template != "" {
			filled, err := in.fill(cmd.Template, table)
			if err != nil {
				return err
			}
			write = func(w io.Writer) error { _, err := w.Write(filled); return err }
		}
		if err := newFile(cmd.Out, in.language, locked(write, password)); err != nil {
			return err
		}
		fmt.Fprintln(in.err, in.language.Say("workbook.done", cmd.Out, metrics.Language(in.language).Say("audience_"+table.Audience.Name)))
		return nil
	})
}

// asked is the workbook that the words of the command line mean.
func (cmd *workbookCommand) asked(in *installation) (workbook, error) {
	i := slices.IndexFunc(workbooks, func(b workbook) bool { return b.name == cmd.Workbook })
	switch {
	case i >= 0 && cmd.Template == "" && !cmd.Names:
		return workbooks[i], nil
	case cmd.Workbook != "" && i < 0:
		var names []string
		for _, b := range workbooks {
			names = append(names, b.name)
		}
		return workbook{}, misused{in.language.Say("use.workbook", cmd.Workbook, in.language.List(names))}
	case cmd.Workbook != "", cmd.Template == "" && !cmd.Names, cmd.Template != "" && cmd.Out == "" && !cmd.Names:
		return workbook{}, misused{in.language.Say("use.workbook_what")}
	}
	return workbooks[0], nil // whose readers a template has, unless others are named
}

// table is what the audience may see of the figures, as an edition of the same moment would show it.
func (cmd *workbookCommand) table(ctx context.Context, in *installation, book workbook) (metrics.Table, error) {
	if cmd.Audience == "" {
		cmd.Audience = book.audiences[0]
	}
	audience, err := in.audience(cmd.Audience)
	if err != nil {
		return metrics.Table{}, err
	}
	m, err := in.asked(cmd.momentFlags)
	if err != nil {
		return metrics.Table{}, err
	}
	draft, err := in.draft(ctx, m)
	if err != nil {
		return metrics.Table{}, err
	}
	r, err := in.guard(draft)
	if err != nil {
		return metrics.Table{}, err
	}
	if err := in.since(ctx, r); err != nil {
		return metrics.Table{}, err
	}
	i := slices.IndexFunc(r.tables, func(t metrics.Table) bool { return t.Audience.Name == audience.Name })
	return r.tables[i], nil
}

// mostOfPassword is how many characters office programs ask for.
const mostOfPassword = 255

// password reads the first line of the file with the password, "" when none is wanted.
func (cmd *workbookCommand) password(in *installation) (string, error) {
	if cmd.PasswordFile == "" {
		return "", nil
	}
	content, err := os.ReadFile(cmd.PasswordFile)
	if err != nil {
		return "", err
	}
	password, rest, _ := strings.Cut(strings.TrimPrefix(string(content), "\ufeff"), "\n")
	password = strings.TrimSuffix(password, "\r")
	if n := len([]rune(password)); n == 0 || n > mostOfPassword || strings.TrimSpace(rest) != "" {
		return "", told(in.language.Say("workbook.password", cmd.PasswordFile, mostOfPassword))
	}
	return password, nil
}

// locked is the content under the password, where there is one.
func locked(content func(io.Writer) error, password string) func(io.Writer) error {
	if password == "" {
		return content
	}
	return func(w io.Writer) error {
		var open bytes.Buffer
		if err := content(&open); err != nil {
			return err
		}
		return reports.Lock(w, open.Bytes(), password)
	}
}

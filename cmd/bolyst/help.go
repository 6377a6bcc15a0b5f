package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"bolyst/metrics"
)

// helpTexts gives the tags of the command line their words: ${demo_help} is the text cli.demo.
func helpTexts(l Language) kong.Vars {
	vars := kong.Vars{}
	for key := range sayings[metrics.Language(l)] {
		if name, ok := strings.CutPrefix(key, "cli."); ok {
			vars[strings.ReplaceAll(name, ".", "_")+"_help"] = l.Say(key)
		}
	}
	return vars
}

// explain prints the help: what kong knows of the command, then examples of use and the exit codes.
func explain(l Language) kong.HelpPrinter {
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
			return err
		}
		if command := ctx.Selected(); command != nil {
			return writeExamples(ctx.Stdout, l, command.Name)
		}
		return writeExamples(ctx.Stdout, l, "program")
	}
}

func writeExamples(w io.Writer, l Language, command string) error {
	_, err := fmt.Fprintf(w, "\n%s\n%s\n%s\n%s\n", l.Say("help.examples"), indent(l.Say("help.example."+command)),
		l.Say("help.exits"), indent(l.Say("help.exit")))
	return err
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n  ")
}

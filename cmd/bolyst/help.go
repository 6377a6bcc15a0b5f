package main

import (
	"bytes"
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
		out := ctx.Stdout
		var known bytes.Buffer
		ctx.Stdout = &known
		err := kong.DefaultHelpPrinter(options, ctx)
		ctx.Stdout = out
		if err != nil {
			return err
		}
		if _, err := io.WriteString(out, headed(l, known.String())); err != nil {
			return err
		}
		if command := ctx.Selected(); command != nil {
			return writeExamples(out, l, command.Name)
		}
		return writeExamples(out, l, "program")
	}
}

// headed puts the words that kong knows in English alone, each of which begins a line, into the language. How to ask for more is
// left to the examples.
func headed(l Language, help string) string {
	first, rest, _ := strings.Cut(help, "\n")
	first = strings.NewReplacer("Usage:", l.Say("help.usage"), "<command>", l.Say("help.command"), "[flags]", l.Say("help.options")).Replace(first)
	return first + strings.NewReplacer("\nFlags:\n", "\n"+l.Say("help.flags")+"\n", "\nCommands:\n", "\n"+l.Say("help.commands")+"\n",
		"\nArguments:\n", "\n"+l.Say("help.arguments")+"\n", "\n\nRun \"bolyst <command> --help\" for more information on a command.\n", "\n").Replace("\n"+rest)
}

func writeExamples(w io.Writer, l Language, command string) error {
	_, err := fmt.Fprintf(w, "\n%s\n%s\n\n%s\n%s\n", l.Say("help.examples"), indent(l.Say("help.example."+command)),
		l.Say("help.exits"), indent(l.Say("help.exit")))
	return err
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n  ")
}

// Command bolyst turns the files of a regional trainee programme into figures that can be trusted, and publishes them.
//
// The story of a figure is pipeline.go; each command has a file of its own. The exit codes are those of exit.go.
package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
)

func main() { os.Exit(untilStopped(time.Now)) }

// untilStopped runs the program as it was called, until it is done or Ctrl-C stops it. It returns the exit code.
func untilStopped(now func() time.Time) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, os.Args[1:], os.Stdout, os.Stderr, now)
}

// cli is the command line.
type cli struct {
	Config string `short:"c" default:"bolyst.yaml" placeholder:"FILE" help:"${config_help}"`
	Lang   string `placeholder:"nb|nn|en" help:"${lang_help}"`

	Demo       demoCommand       `cmd:"" help:"${demo_help}"`
	Init       initCommand       `cmd:"" help:"${init_help}"`
	Validate   validateCommand   `cmd:"" help:"${validate_help}"`
	Ingest     ingestCommand     `cmd:"" help:"${ingest_help}"`
	Inspect    inspectCommand    `cmd:"" help:"${inspect_help}"`
	Template   templateCommand   `cmd:"" help:"${template_help}"`
	Kommuner   kommunerCommand   `cmd:"" help:"${kommuner_help}"`
	Figures    figuresCommand    `cmd:"" help:"${figures_help}"`
	Catalogue  catalogueCommand  `cmd:"" help:"${catalogue_help}"`
	Trace      traceCommand      `cmd:"" help:"${trace_help}"`
	Publish    publishCommand    `cmd:"" help:"${publish_help}"`
	Workbook   workbookCommand   `cmd:"" help:"${workbook_help}"`
	Diff       diffCommand       `cmd:"" help:"${diff_help}"`
	Serve      serveCommand      `cmd:"" help:"${serve_help}"`
	Jobs       jobsCommand       `cmd:"" help:"${jobs_help}"`
	Run        runCommand        `cmd:"" help:"${run_help}"`
	Approve    approveCommand    `cmd:"" help:"${approve_help}"`
	Deliveries deliveriesCommand `cmd:"" help:"${deliveries_help}"`
	User       userCommand       `cmd:"" help:"${user_help}"`
	Audit      auditCommand      `cmd:"" help:"${audit_help}"`
	Doctor     doctorCommand     `cmd:"" help:"${doctor_help}"`
	Backup     backupCommand     `cmd:"" help:"${backup_help}"`
	Restore    restoreCommand    `cmd:"" help:"${restore_help}"`
	Verify     verifyCommand     `cmd:"" help:"${verify_help}"`
	Erase      eraseCommand      `cmd:"" help:"${erase_help}"`
	Retention  retentionCommand  `cmd:"" help:"${retention_help}"`
	Rebuild    rebuildCommand    `cmd:"" help:"${rebuild_help}"`
	Rejects    rejectsCommand    `cmd:"" help:"${rejects_help}"`
	Replay     replayCommand     `cmd:"" help:"${replay_help}"`
	Version    versionCommand    `cmd:"" help:"${version_help}"`
}

// console is what a command has of the world outside: where it speaks, in which language, and what time it is.
type console struct {
	out, err io.Writer
	language Language // asked for on the command line, or ""
	said     Language // what the configuration says, or ""
	config   string
	now      func() time.Time
}

// speaks is the language asked for, or the configuration's, or that of the surroundings, or Norwegian.
func (c console) speaks() Language {
	for _, l := range []Language{c.language, c.said, Language(os.Getenv("BOLYST_LANG"))} {
		if l.Known() {
			return l
		}
	}
	return Norwegian
}

// run is the program: tests start it as main does. It returns the exit code.
func run(ctx context.Context, args []string, out, errs io.Writer, now func() time.Time) int {
	language := askedLanguage(args)
	var line cli
	exited := -1
	parser, err := kong.New(&line, kong.Name("bolyst"), kong.Description(language.Say("cli.description")),
		helpTexts(language), kong.Help(explain(language)), kong.Writers(out, errs), kong.UsageOnError(),
		kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}))
	if err != nil {
		panic(err) // the grammar above is wrong
	}
	parser.Model.HelpFlag.Help = language.Say("help.this")
	parsed, err := parser.Parse(args)
	if exited >= 0 { // help was asked for and given
		return exited
	}
	if err != nil {
		return wrongUse(errs, language, err)
	}
	world := &console{out: out, err: errs, language: Language(line.Lang), said: configLanguage(line.Config), config: line.Config, now: now}
	parsed.BindTo(ctx, (*context.Context)(nil))
	return exitCode(parsed.Run(world), world)
}

// askedLanguage finds the language before the command line is understood, since the help must be in it.
func askedLanguage(args []string) Language {
	file := cmp.Or(valueOf(args, "--config"), valueOf(args, "-c"), "bolyst.yaml")
	return console{language: Language(valueOf(args, "--lang")), said: configLanguage(file)}.speaks()
}

// valueOf is what is given with the flag, or "".
func valueOf(args []string, flag string) (value string) {
	for i, arg := range args {
		if said, ok := strings.CutPrefix(arg, flag+"="); ok {
			value = said
		} else if arg == flag && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

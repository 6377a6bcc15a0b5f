package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"bolyst/examples"
	"bolyst/internal/web"
	"bolyst/metrics"
)

// demoAsOf is the date of the evaluation that the examples' totals come from.
var demoAsOf = time.Date(2010, time.December, 31, 0, 0, 0, 0, time.UTC)

// demoPort is tried first; another process may have it, and then any free port will do.
const demoPort = 8420

// demoFolders is where each example is unpacked unless another folder is asked for.
var demoFolders = map[string]string{"kom": "bolyst-demo", "nine": "bolyst-demo-nine"}

// demoCommand shows the whole way with programmes of made-up people.
type demoCommand struct {
	Example string `default:"kom" placeholder:"kom|nine" help:"${demo_example_help}"`
	Dir     string `placeholder:"${dir_word_help}" help:"${demo_dir_help}"`
	NoServe bool   `help:"${demo_no_serve_help}"`
	Port    int    `placeholder:"N" help:"${demo_port_help}"`
}

func (cmd *demoCommand) Run(ctx context.Context, c *console) error {
	if !slices.Contains(examples.Names(), cmd.Example) {
		return misused{c.speaks().Say("use.example", cmd.Example, c.speaks().List(examples.Names()))}
	}
	cmd.Dir = cmp.Or(cmd.Dir, demoFolders[cmd.Example])
	if err := cmd.unpack(c); err != nil {
		return err
	}
	c.config = filepath.Join(cmd.Dir, "bolyst.yaml")
	var folder string
	err := c.with(ctx, func(in *installation) (err error) {
		folder, err = cmd.show(ctx, in)
		return err
	})
	if cmd.NoServe || err != nil && !errors.Is(err, errRejected) {
		return err
	}
	return errors.Join(cmd.serve(ctx, c, folder), err)
}

// unpack writes the example and a key of its own where there is none yet. Files that somebody has changed stay as they are.
func (cmd *demoCommand) unpack(c *console) error {
	entries, err := os.ReadDir(cmd.Dir)
	if err == nil && len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(cmd.Dir, "bolyst.yaml")); err != nil {
			return told(c.speaks().Say("demo.folder_taken", cmd.Dir))
		}
		return makeSecret(filepath.Join(cmd.Dir, "secrets", "pseudonym.key"))
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return errors.Join(os.CopyFS(cmd.Dir, examples.Named(cmd.Example)), backdate(cmd.Dir), makeSecret(filepath.Join(cmd.Dir, "secrets", "pseudonym.key")))
}

// backdate makes the example's files as old as its figures, so that nothing waits for them to lie still.
func backdate(folder string) error {
	return filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return os.Chtimes(path, demoAsOf, demoAsOf)
	})
}

// show ingests, publishes and prints, and returns the edition's folder.
func (cmd *demoCommand) show(ctx context.Context, in *installation) (string, error) {
	loads, err := in.ingest(ctx, in.config.Sources, true)
	if err != nil {
		return "", err
	}
	limit := in.overLimit(in.config.Sources, loads)
	draft, err := in.draft(ctx, in.moment(demoAsOf, 0))
	if err != nil {
		return "", err
	}
	fmt.Fprintln(in.out)
	if err := in.headlines(draft.For(metrics.Audience{Name: "staff", Floor: 1}), false); err != nil {
		return "", err
	}
	fmt.Fprintln(in.out)
	folder, err := in.publishAndSay(ctx, draft)
	if err != nil {
		return "", err
	}
	fmt.Fprintln(in.out, folder)
	return folder, limit
}

// serve shows the edition to the browser of this machine until the program is stopped.
func (cmd *demoCommand) serve(ctx context.Context, c *console, folder string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	listener, err := cmd.listen(c)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, c.speaks().Say("demo.serving", "http://"+listener.Addr().String()+"/"))
	return web.Serve(ctx, listener, web.Handler(root))
}

func (cmd *demoCommand) listen(c *console) (net.Listener, error) {
	if cmd.Port != 0 {
		listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(cmd.Port)))
		if err != nil {
			return nil, told(c.speaks().Say("demo.port_taken", cmd.Port))
		}
		return listener, nil
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(demoPort)))
	if err != nil {
		return net.Listen("tcp", "127.0.0.1:0")
	}
	return listener, nil
}

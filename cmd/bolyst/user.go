package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	terminal "golang.org/x/term"

	"bolyst/internal/audit"
	"bolyst/internal/signin"
)

// userCommand keeps the file of those who sign in with a password.
type userCommand struct {
	Add    userAddCommand    `cmd:"" help:"${user_add_help}"`
	List   userListCommand   `cmd:"" help:"${user_list_help}"`
	Remove userRemoveCommand `cmd:"" help:"${user_remove_help}"`
	Key    userKeyCommand    `cmd:"" help:"${user_key_help}"`
}

type userAddCommand struct {
	Name       string   `arg:"" help:"${user_name_help}"`
	Role       string   `required:"" placeholder:"board|centre|staff|admin" help:"${user_role_help}"`
	Programmes []string `placeholder:"ID,…" help:"${user_programmes_help}"`
}

func (cmd *userAddCommand) Run(ctx context.Context, c *console) error {
	in, file, err := c.usersFile(ctx)
	if err != nil {
		return err
	}
	l, role := in.language, signin.Role(cmd.Role)
	switch {
	case !role.Known():
		return misused{l.Say("use.role", cmd.Role, l.List(roleNames()))}
	case len(cmd.Programmes) > 0 && role != signin.Centre:
		return misused{l.Say("use.scope", cmd.Role)}
	}
	for _, id := range cmd.Programmes {
		if _, known := in.config.Programme(id); !known {
			return misused{l.Say("use.programme", "--programmes", id, l.List(in.config.ProgrammeIDs()))}
		}
	}
	password, err := in.askPassword()
	if err != nil {
		return err
	}
	err = signin.AddUser(file, signin.Person{Name: cmd.Name, Role: role, Programmes: cmd.Programmes}, password)
	switch {
	case errors.Is(err, signin.ErrName):
		return misused{l.Say("user.name", cmd.Name)}
	case errors.Is(err, signin.ErrExists):
		return told(l.Say("user.exists", cmd.Name))
	case errors.Is(err, signin.ErrPassword):
		return told(l.Say("user.password", signin.ShortestPassword))
	case err != nil:
		return in.usersFault(err)
	}
	name := strings.ToLower(cmd.Name)
	if err := in.logs(audit.Added, name+" "+cmd.Role); err != nil {
		return errors.Join(err, signin.RemoveUser(file, name)) // nobody gets in unseen
	}
	fmt.Fprintln(in.out, l.Say("user.added", name, term("door.role."+cmd.Role)))
	return nil
}

type userListCommand struct{}

func (*userListCommand) Run(ctx context.Context, c *console) error {
	in, file, err := c.usersFile(ctx)
	if err != nil {
		return err
	}
	users, err := signin.ReadUsers(file)
	if err != nil {
		return in.usersFault(err)
	}
	var rows [][]string
	for _, u := range users {
		rows = append(rows, []string{u.Name, in.language.Say("door.role." + string(u.Role)), in.language.List(u.Programmes)})
	}
	return in.table(rows)
}

type userRemoveCommand struct {
	Name string `arg:"" help:"${user_name_help}"`
}

func (cmd *userRemoveCommand) Run(ctx context.Context, c *console) error {
	in, file, err := c.usersFile(ctx)
	if err != nil {
		return err
	}
	err = signin.RemoveUser(file, cmd.Name)
	if errors.Is(err, signin.ErrUnknown) {
		return told(in.language.Say("user.unknown", cmd.Name))
	}
	if err != nil {
		return in.usersFault(err)
	}
	fmt.Fprintln(in.out, in.language.Say("user.removed", strings.ToLower(cmd.Name)))
	return in.logs(audit.Removed, strings.ToLower(cmd.Name))
}

type userKeyCommand struct{}

func (*userKeyCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	if in.config.SignIn == nil || in.config.SignIn.Key.File == "" {
		return told(in.language.Say("user.no_key_file"))
	}
	file := in.config.SignIn.Key.File
	if _, err := os.Stat(in.config.Path(file)); err == nil {
		return told(in.language.Say("user.key_exists", file))
	}
	if err := makeSecret(in.config.Path(file)); err != nil {
		return err
	}
	fmt.Fprintln(in.out, in.language.Say("user.key_made", file))
	return nil
}

// usersFile is the installation and where its users stand.
func (c *console) usersFile(ctx context.Context) (*installation, string, error) {
	in, err := c.configured(ctx)
	if err != nil {
		return nil, "", err
	}
	if in.config.SignIn == nil || in.config.SignIn.Users == "" {
		return nil, "", told(in.language.Say("user.no_file"))
	}
	return in, in.config.Path(in.config.SignIn.Users), nil
}

// usersFault says where the users' file cannot be read: it is edited by hand, too.
func (in *installation) usersFault(err error) error {
	if broken, ok := errors.AsType[*signin.UsersError](err); ok {
		return told(in.language.Say("user.broken", in.config.SignIn.Users, broken.Line))
	}
	return err
}

// logs adds what was done by whoever runs the program to the audit log.
func (in *installation) logs(did, what string) error {
	return audit.Open(in.config.DataFolder()).Add(audit.Entry{At: in.now(), Did: did, What: what})
}

// askPassword reads a password: twice and unseen from a terminal, else the first line.
func (in *installation) askPassword() (string, error) {
	if stdin := int(os.Stdin.Fd()); terminal.IsTerminal(stdin) {
		var typed [2]string
		for i, question := range []string{"user.ask", "user.ask_again"} {
			fmt.Fprint(in.err, in.language.Say(question), " ")
			line, err := terminal.ReadPassword(stdin)
			fmt.Fprintln(in.err)
			if err != nil {
				return "", err
			}
			typed[i] = string(line)
		}
		if typed[0] != typed[1] {
			return "", told(in.language.Say("user.differ"))
		}
		return typed[0], nil
	}
	line, err := bufio.NewReader(io.LimitReader(os.Stdin, 4<<10)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

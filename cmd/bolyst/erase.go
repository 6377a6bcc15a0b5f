package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"bolyst/internal/audit"
	"bolyst/internal/batch"
	"bolyst/internal/edition"
	"bolyst/internal/store"
)

// eraseCommand takes a person out of the record. The id is said to nobody: no log, no error and no file has it afterwards.
type eraseCommand struct {
	ID        string `arg:"" optional:"" name:"id" help:"${erase_id_help}"`
	Programme string `placeholder:"${id_word_help}" help:"${erase_programme_help}"`
	As        string `placeholder:"applicant|trainee" help:"${erase_as_help}"`
	Yes       bool   `help:"${erase_yes_help}"`
}

func (cmd *eraseCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		id := strings.TrimSpace(cmd.ID)
		if id == "" {
			fmt.Fprint(in.err, in.language.Say("erase.ask"))
			line, err := bufio.NewReader(os.Stdin).ReadString('\n')
			if errors.Is(err, io.EOF) {
				err = nil // there is no more than the line
			}
			if id = strings.TrimSpace(line); id == "" {
				return errors.Join(misused{in.language.Say("erase.no_id")}, err)
			}
		}
		person, err := in.person(ctx, id, cmd.Programme, cmd.As)
		if err != nil {
			return err
		}
		rows, batches := 0, 0
		for _, n := range person.rows {
			rows, batches = rows+n, batches+1
		}
		switch {
		case rows == 0 && person.gone:
			return in.afterErasure() // of one that was cut short, perhaps
		case rows == 0:
			return told(in.language.Say("erase.unknown"))
		case !cmd.Yes:
			fmt.Fprintln(in.out, in.language.Say("erase.would", in.language.Many(rows, "count.rows"), in.language.Many(batches, "count.batches")))
			return nil
		}
		if err := in.takeOut(ctx, audit.Erased, person.hashes, batch.Scope{}); err != nil {
			return err
		}
		fmt.Fprintln(in.out, in.language.Say("erase.done", in.language.Many(rows, "count.rows"), in.language.Many(batches, "count.batches")))
		return in.afterErasure()
	})
}

// takeOut erases persons as far as the scope reaches. What is logged names nobody, and comes first: what was not logged did not
// happen.
func (in *installation) takeOut(ctx context.Context, deed string, people []string, scope batch.Scope) error {
	number := len(in.store.Ledger().Erasures()) + 1
	if err := in.logs(deed, fmt.Sprint(number)); err != nil {
		return err
	}
	_, err := in.store.Erase(ctx, people, scope, in.now())
	return err
}

// erasable is a person as the record knows her.
type erasable struct {
	hashes []string
	rows   map[int]int // by batch
	gone   bool        // she has been erased
}

// person finds who has the id, as an applicant or as a trainee, of a programme or of any. An id that several persons have must
// be told apart.
func (in *installation) person(ctx context.Context, id, programme, as string) (found erasable, err error) {
	kinds, programmes := []string{"applicant", "trainee"}, in.config.ProgrammeIDs()
	if as != "" && !slices.Contains(kinds, as) {
		return found, misused{in.language.Say("erase.as", as, in.language.List(kinds))}
	}
	if programme != "" && !slices.Contains(programmes, programme) {
		return found, misused{in.language.Say("erase.programme", programme, in.language.List(programmes))}
	}
	var persons []string // what tells them apart
	for _, p := range programmes {
		for _, kind := range kinds {
			if as != "" && as != kind || programme != "" && programme != p {
				continue
			}
			kin, err := in.store.Kin(ctx, []string{in.key.Pseudonym(p, kind, id)})
			if err != nil {
				return found, err
			}
			one := erasable{hashes: store.Hashes(kin)}
			if one.rows, err = in.store.RowsOf(ctx, one.hashes, batch.Scope{}); err != nil {
				return found, err
			}
			for _, e := range in.store.Ledger().Erasures() {
				found.gone = found.gone || e.Source == "" && slices.Contains(e.People, one.hashes[0]) && len(one.rows) == 0
			}
			if len(one.rows) == 0 || slices.Equal(one.hashes, found.hashes) {
				continue
			}
			if persons = append(persons, "--programme "+p+" --as "+kind); len(persons) > 1 {
				return found, misused{in.language.Say("erase.several", in.language.List(persons))}
			}
			one.gone = found.gone
			found = one
		}
	}
	return found, nil
}

// afterErasure tells the backups of it, and says which editions were made before.
func (in *installation) afterErasure() error {
	switch to := in.config.BackupFolder(); {
	case to == "":
		fmt.Fprintln(in.err, in.language.Say("erase.no_backup"))
	default:
		if err := in.tellBackups(to); err != nil {
			return errors.Join(told(in.language.Say("erase.backup_untold", to)), err)
		}
		fmt.Fprintln(in.out, in.language.Say("erase.backup", to))
	}
	editions, err := edition.List(in.editions())
	if err != nil || len(editions) == 0 {
		return err
	}
	fmt.Fprintln(in.out, in.language.Say("erase.editions"))
	for _, name := range editions {
		fmt.Fprintln(in.out, "  "+name)
	}
	return nil
}

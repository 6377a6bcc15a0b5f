package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"bolyst/internal/audit"
	"bolyst/internal/deliver"
	"bolyst/internal/edition"
	"bolyst/internal/signin"
)

// approveCommand approves an edition for an audience, or rejects it. It may run beside the service, which sees it at once.
type approveCommand struct {
	Edition  string  `arg:"" placeholder:"${edition_word_help}" help:"${approve_edition_help}"`
	Audience string  `required:"" placeholder:"board|centre" help:"${approve_audience_help}"`
	By       string  `placeholder:"${name_word_help}" help:"${approve_by_help}"`
	Reject   *string `placeholder:"${reason_word_help}" help:"${approve_reject_help}"`
}

func (cmd *approveCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	name, err := in.editionNamed(cmd.Edition)
	if err != nil {
		return err
	}
	switch needed := in.config.Editions.SignOff.Audiences(); {
	case len(needed) == 0:
		return misused{in.language.Say("approve.nobody")}
	case !slices.Contains(needed, cmd.Audience):
		return misused{in.language.Say("approve.not_needed", cmd.Audience, in.language.List(needed))}
	}
	who, err := in.approver(cmd.By, cmd.Audience)
	if err != nil {
		return err
	}
	a := edition.Approval{Edition: name, Audience: cmd.Audience, Approved: cmd.Reject == nil, Who: who}
	if cmd.Reject != nil {
		a.Reason = *cmd.Reject // an empty one is no approval: what a script left unset must release nothing
	}
	if err := in.decide(a); err != nil {
		return err
	}
	fmt.Fprintln(in.out, in.language.sayApproval(a))
	if a.Approved {
		return nil
	}
	return in.sayGone(a)
}

// approver is the name of whoever approves for the audience, as it is written down. Where the users stand in a file, it is one
// of them who may.
func (in *installation) approver(by, audience string) (string, error) {
	switch role := in.config.Editions.SignOff.By(audience); {
	case by == "":
		return "", misused{in.language.Say("approve.by")}
	case !signin.IsName(by):
		return "", misused{in.language.Say("user.name", printable(by))}
	case in.config.SignIn == nil || in.config.SignIn.Users == "":
		return by, nil
	default:
		user, there, err := signin.FindUser(in.config.Path(in.config.SignIn.Users), by)
		if err == nil && (!there || user.Role != role && user.Role != signin.Admin) {
			err = misused{in.language.Say("approve.not_theirs", by, term("letter.audience."+audience), in.language.List(may(role)))}
		}
		return user.Name, err
	}
}

// may are the roles that approve what is given to one of them.
func may(role signin.Role) []string {
	if role == signin.Admin {
		return []string{string(role)}
	}
	return []string{string(role), string(signin.Admin)}
}

// sayGone says where an edition that was rejected has been delivered already, for nothing calls it back from there.
func (in *installation) sayGone(a edition.Approval) error {
	ledger, err := deliver.Open(in.config.DataFolder())
	if err != nil {
		return err
	}
	var to []string
	for _, e := range ledger.Entries() {
		if e.Edition == a.Edition && e.Audience == a.Audience && e.State == deliver.Delivered {
			to = append(to, destination(e))
		}
	}
	if slices.Sort(to); len(to) > 0 {
		fmt.Fprintln(in.out, in.language.Say("approve.gone", in.language.List(to)))
	}
	return nil
}

// longestReason is what the reason of a rejection may be in letters.
const longestReason = 500

// decide writes down who did it, and then what they did.
func (in *installation) decide(a edition.Approval) error {
	if a.Reason = strings.Join(strings.Fields(a.Reason), " "); !a.Approved && a.Reason == "" {
		return misused{in.language.Say("approve.reason")}
	}
	if n := utf8.RuneCountInString(a.Reason); n > longestReason {
		return misused{in.language.Say("approve.long", n, longestReason)}
	}
	did := audit.Approved
	if !a.Approved {
		did = audit.Rejected
	}
	a.At = in.now()
	if err := audit.Open(in.config.DataFolder()).Add(audit.Entry{At: a.At, Who: a.Who, Did: did, What: a.Edition + "/" + a.Audience}); err != nil {
		return err
	}
	return edition.Decide(in.editions(), a)
}

func (l Language) sayApproval(a edition.Approval) string {
	audience := l.Say("letter.audience." + a.Audience)
	if a.Approved {
		return l.Say("approve.done", a.Edition, audience)
	}
	return l.Say("approve.rejected", a.Edition, audience, printable(a.Reason))
}

// newestFor is the edition that the audience is shown: the newest, or of those that must be approved the newest that is.
func (in *installation) newestFor(audience string) (string, error) {
	if in.config.Editions.SignOff.By(audience) == "" {
		return edition.Latest(in.editions())
	}
	return edition.LatestApproved(in.editions(), audience)
}

// isShown tells whether an edition may be shown to the audience.
func (in *installation) isShown(name, audience string) bool {
	if in.config.Editions.SignOff.By(audience) == "" {
		return true
	}
	all, err := edition.ReadApprovals(in.editions())
	last, _ := all.Of(name, audience)
	return err == nil && last.Approved
}

// draftFor are the audiences for whom the newest edition has neither been approved nor rejected.
func (in *installation) draftFor() (name string, audiences []string, err error) {
	name, err = edition.Latest(in.editions())
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil, nil
	}
	if err != nil {
		return "", nil, err
	}
	all, err := edition.ReadApprovals(in.editions())
	for _, audience := range in.config.Editions.SignOff.Audiences() {
		if _, said := all.Of(name, audience); !said {
			audiences = append(audiences, audience)
		}
	}
	return name, audiences, err
}

// sayDrafts says for whom what was published is a draft.
func (in *installation) sayDrafts() error {
	name, audiences, err := in.draftFor()
	for _, audience := range audiences {
		fmt.Fprintln(in.err, in.language.Say("approve.draft", name, in.language.Say("letter.audience."+audience), audience))
	}
	return err
}

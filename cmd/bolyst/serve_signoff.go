package main

import (
	"errors"

	"bolyst/internal/edition"
	"bolyst/internal/signin"
	"bolyst/internal/web"
)

// signOff does what somebody asks for on the page of jobs, one at a time: of two who press the button, the second is told of the
// first. What stands already is only undone on the command line.
func (s *service) signOff(name, audience, reason string, approved bool, who signin.Person) (web.Verdict, error) {
	s.deciding.Lock()
	defer s.deciding.Unlock()
	in := s.seen().in
	if by := in.config.Editions.SignOff.By(audience); by == "" || who.Role != by && who.Role != signin.Admin {
		return web.Verdict{Became: web.NotTheirs}, nil
	}
	all, err := edition.ReadApprovals(in.editions())
	if err != nil {
		return web.Verdict{}, err
	}
	switch last, said := all.Of(name, audience); {
	case said && last.Approved:
		return web.Verdict{Became: web.AlreadyApproved, Who: last.Who}, nil
	case said:
		return web.Verdict{Became: web.AlreadyRejected, Who: last.Who}, nil
	}
	if newest, _, err := in.draftFor(); err != nil || newest != name {
		return web.Verdict{Became: web.Superseded}, err
	}
	err = in.decide(edition.Approval{Edition: name, Audience: audience, Approved: approved, Reason: reason, Who: who.Name})
	var use misused
	if errors.As(err, &use) {
		return web.Verdict{Became: web.WithoutReason}, nil
	}
	if err != nil {
		s.log.Error("the approval cannot be written", "error", printable(err.Error()))
	}
	return web.Verdict{Became: web.Written}, err
}

// sayDecided says what stands of the edition already, and by whom.
func (l Language) sayDecided(name, audience string, v web.Verdict) web.Said {
	said := web.Said{Title: l.Say("door.approved"), Text: l.Say("door.decided.text", name, term("letter.audience."+audience))}
	switch rejected := v.Became == web.AlreadyRejected; {
	case rejected && v.Who != "":
		said.Title = l.Say("door.rejected.by", v.Who)
	case rejected:
		said.Title = l.Say("door.rejected")
	case v.Who != "":
		said.Title = l.Say("door.approved.by", v.Who)
	}
	return said
}

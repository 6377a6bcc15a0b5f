package main

import "bolyst/internal/signin"

// SignOffs say whose editions must be approved before they are shown or delivered, and by which role.
type SignOffs struct {
	Board  *SignOff `key:"board"`
	Centre *SignOff `key:"centre"`
}

// SignOff is the approval of an edition for one audience.
type SignOff struct {
	Role string `key:"role,required"`
}

// approvers are the roles that may be given the approval; they are those who work with the service.
func approvers() []string { return []string{string(signin.Staff), string(signin.Admin)} }

// By is the role that approves editions for the audience, "" where they need no approval.
func (s SignOffs) By(audience string) signin.Role {
	of := map[string]*SignOff{"board": s.Board, "centre": s.Centre}[audience]
	if of == nil {
		return ""
	}
	return signin.Role(of.Role)
}

// Audiences are those whose editions must be approved.
func (s SignOffs) Audiences() (names []string) {
	for _, name := range audienceNames() {
		if s.By(name) != "" {
			names = append(names, name)
		}
	}
	return names
}

func (c *Config) checkSignOffs(found *findings) {
	for _, audience := range c.Editions.SignOff.Audiences() {
		found.oneOf("$.editions.sign_off."+audience+".role", string(c.Editions.SignOff.By(audience)), "config.unknown.approver", approvers())
	}
}

package signin

import "slices"

// A Role is what somebody may see and do.
type Role string

// The roles. The first three are named after the audience whose edition they read; what else each may do stands in the table
// of routes of package web.
const (
	Board  Role = "board"
	Centre Role = "centre"
	Staff  Role = "staff"
	Admin  Role = "admin"
)

// Roles lists the roles.
func Roles() []Role { return []Role{Board, Centre, Staff, Admin} }

// Known says whether there is such a role.
func (r Role) Known() bool { return slices.Contains(Roles(), r) }

// Person is somebody who has signed in.
type Person struct {
	Name       string   `json:"name"`
	Role       Role     `json:"role"`
	Programmes []string `json:"programmes,omitempty"` // that a reader of the centre is let in for; none: all
}

// Covers says whether the person is let in for all of these programmes.
func (p Person) Covers(programmes []string) bool {
	if len(p.Programmes) == 0 {
		return true
	}
	return !slices.ContainsFunc(programmes, func(id string) bool { return !slices.Contains(p.Programmes, id) })
}

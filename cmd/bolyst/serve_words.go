package main

import "bolyst/internal/web"

// words are what the pages of the service say, in the first of the languages that is spoken, or that of the installation.
func (in *installation) words(languages []string) web.Words {
	l := in.language
	for _, asked := range languages {
		if asked == "no" {
			asked = string(Norwegian)
		}
		if Language(asked).Known() {
			l = Language(asked)
			break
		}
	}
	w := web.Words{Language: string(l), Service: in.config.Name,
		Title: l.Say("door.title"), Lead: l.Say("door.lead"), Name: l.Say("door.name"), Password: l.Say("door.password"),
		SignIn: l.Say("door.button"), Or: l.Say("door.or"), SignedIn: l.Say("door.signed_in"), SignOut: l.Say("door.sign_out"), Front: l.Say("door.front"),
		Edition: l.Say("jobs.back"), Jobs: l.Say("jobs.title"), Data: l.Say("data.title"),
		Wrong: l.Say("door.wrong"), Busy: l.Say("door.busy"), Unreachable: l.Say("door.unreachable"), Refused: l.Say("door.refused"),
		Forbidden:       web.Said{Title: l.Say("door.forbidden"), Text: l.Say("door.forbidden.text")},
		Unknown:         web.Said{Title: l.Say("door.unknown"), Text: l.Say("door.unknown.text")},
		OtherProgrammes: web.Said{Title: l.Say("door.other_programmes"), Text: l.Say("door.other_programmes.text")},
		NoRole:          web.Said{Title: l.Say("door.no_role"), Text: l.Say("door.no_role.text")},
		NoEdition:       web.Said{Title: l.Say("door.no_edition"), Text: l.Say("door.no_edition.text")},
		Unapproved:      web.Said{Title: l.Say("door.unapproved"), Text: l.Say("door.unapproved.text")},
		Unwritten:       web.Said{Title: l.Say("door.unwritten"), Text: l.Say("door.unwritten.text")},
		Crossed:         web.Said{Title: l.Say("door.crossed"), Text: l.Say("door.crossed.text")},
		NoReason:        web.Said{Title: l.Say("door.no_reason"), Text: l.Say("door.no_reason.text", longestReason)},
		Superseded:      web.Said{Title: l.Say("door.superseded"), Text: l.Say("door.superseded.text")},
		Decided:         l.sayDecided,
		Roles:           map[string]string{}, Others: l.others()}
	for _, role := range roleNames() {
		w.Roles[role] = l.Say("door.role." + role)
	}
	w.Provider = l.Say("door.provider")
	if s := in.config.SignIn; s != nil && s.OIDC != nil && s.OIDC.Label != nil {
		w.Provider = s.OIDC.Label.In(l)
	}
	return w
}

// others are the languages that a page can be read in besides this one, each by its own name.
func (l Language) others() (others []web.Language) {
	for _, other := range Languages() {
		if other != l {
			others = append(others, web.Language{Code: string(other), Name: other.Say("language." + string(other))})
		}
	}
	return others
}

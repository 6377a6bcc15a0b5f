package main

import (
	"slices"
	"time"
)

// spoil puts a few honest faults into the lists, as every real list has them, each on a row of its own. All are second entries of
// something that is already there and right, so that the totals stay as published whether the row is mended or left out. One more,
// an answer that is no answer, stands with the offers in jobs.go.
func (s *scheme) spoil() {
	s.spoilApplication(2007, 60, &blemish{Rule: "kommune.unknown", Header: "Bosted", Text: "Kr.stad"})
	s.spoilApplication(2008, 40, &blemish{Rule: "superseded"})
	s.spoilApplication(2009, 90, &blemish{Rule: "type.date", Header: "Søkt dato", Text: "31.02.2009"})
	s.spoilApplication(2010, 120, &blemish{Rule: "identity_number", Header: "Kommentar",
		Text: "Ringte. Oppga fødselsnr. " + syntheticIdentityNumber(15, 3, 1984, 412) + " på telefon."})

	// The fish farm was entered twice: first with the last digit of its organisation number mistyped.
	i := slices.IndexFunc(s.members, func(c company) bool { return c.Name == "Blåskjellflua Sjømat AS" })
	typo := s.members[i]
	last := typo.OrgNo[8]
	typo.Blemish = &blemish{Rule: "orgno", Header: "Org.nr", Text: spaced(typo.OrgNo[:8] + string('0'+(last-'0'+3)%10))}
	s.members = slices.Insert(s.members, i, typo)
}

// spoilApplication enters one of the year's applicants, the nth, once more. A row that is superseded has the same number as the later
// and complete one; the others have a number of their own, at the end of the list.
func (s *scheme) spoilApplication(year, nth int, b *blemish) {
	var ofYear []int
	for i, a := range s.applications {
		if a.Year == year {
			ofYear = append(ofYear, i)
		}
	}
	from := ofYear[nth]
	for s.applications[from].Trainee != nil {
		from++
	}
	a := s.applications[from]
	a.Blemish, a.Comment = b, ""
	if b.Rule == "superseded" {
		a.Assessment, a.Outcome, a.Decided = "", "", time.Time{}
		s.applications = slices.Insert(s.applications, from, a)
		return
	}
	end := ofYear[len(ofYear)-1]
	a.Number, a.Submitted = numbered(year, len(ofYear)+1), s.applications[end].Submitted
	s.applications = slices.Insert(s.applications, end+1, a)
}

package main

import (
	"fmt"
	"time"
)

// company is an employer. The names are invented, and no real organisation number begins with 3: those that do are issued for
// tests only. The last digit is the right one (modulus 11), so that the check passes.
type company struct {
	OrgNo    string
	Name     string
	Sector   string
	Kommune  string
	Joined   time.Time // zero: never a member
	Left     time.Time // zero: still a member
	Contact  *person
	Remark   string
	Blemish  *blemish
	isMember bool
}

// newMembers is the membership list: 14 companies in the first year, 16 at the end of 2010. One has left, three have joined.
func newMembers(people *population) []company {
	members := []company{
		{Name: "Skarvneset Verft AS", Sector: "Verft og mekanisk industri", Kommune: "Kristiansund"},
		{Name: "Tindvåg Sparebank", Sector: "Bank og finans", Kommune: "Kristiansund"},
		{Name: "Havlyd Subsea AS", Sector: "Olje og gass", Kommune: "Kristiansund"},
		{Name: "Grøtvær Kraftlag SA", Sector: "Energi", Kommune: "Kristiansund"},
		{Name: "Lyngholmen Havbruk AS", Sector: "Havbruk", Kommune: "Smøla"},
		{Name: "Brattskjeret Metall AS", Sector: "Prosessindustri", Kommune: "Sunndal"},
		{Name: "Kvitfluneset Engineering AS", Sector: "Rådgivende ingeniører", Kommune: "Kristiansund"},
		{Name: "Fossmyra Revisjon AS", Sector: "Regnskap og revisjon", Kommune: "Kristiansund"},
		{Name: "Storlyngen IKT AS", Sector: "IKT", Kommune: "Kristiansund"},
		{Name: "Trollværet Rederi AS", Sector: "Sjøtransport", Kommune: "Averøy"},
		{Name: "Møllflua Trevare AS", Sector: "Industri", Kommune: "Surnadal"},
		{Name: "Nordskjeret Helse AS", Sector: "Helse", Kommune: "Kristiansund"},
		{Name: "Havglytt Reklamebyrå AS", Sector: "Kommunikasjon", Kommune: "Kristiansund", Left: day(2008, 6, 30),
			Remark: "Sagt opp medlemskapet våren 2008"},
		{Name: "Tangvassgjelet Entreprenør AS", Sector: "Bygg og anlegg", Kommune: "Tingvoll"},
		{Name: "Ytterfloen Gassbehandling AS", Sector: "Olje og gass", Kommune: "Aure", Joined: day(2007, 1, 1)},
		{Name: "Blåskjellflua Sjømat AS", Sector: "Havbruk", Kommune: "Averøy", Joined: day(2009, 1, 1)},
		{Name: "Vardeskjeret Vind AS", Sector: "Energi", Kommune: "Smøla", Joined: day(2010, 1, 1)},
	}
	for i := range members {
		c := &members[i]
		c.OrgNo = orgNo(31000010 + 7*i)
		c.isMember = true
		if c.Joined.IsZero() {
			c.Joined = firstDay
		}
		c.Contact = people.next([]string{"Kvinne", "Mann"}[i%2], 0)
	}
	return members
}

// Employers that were never members. The first four are in the region, the others are not.
var (
	kompetansesenter = company{OrgNo: orgNo(31000500), Name: "Skoddehaugen Kompetansesenter AS", Kommune: "Kristiansund"}
	oljeservice      = company{OrgNo: orgNo(31000510), Name: "Oterstein Oljeservice AS", Kommune: "Averøy"}
	regnskap         = company{OrgNo: orgNo(31000520), Name: "Uværsholmen Regnskap AS", Kommune: "Sunndal"}
	egetFirma        = company{OrgNo: orgNo(31000530), Name: "Terneholmen Akvakonsult ENK", Kommune: "Smøla"}
	trondheimsfirma  = company{OrgNo: orgNo(31000600), Name: "Rognfoss Programvare AS", Kommune: "Trondheim"}
	moldefirma       = company{OrgNo: orgNo(31000610), Name: "Hegretjern Maskin AS", Kommune: "Molde"}
	oslofirma        = company{OrgNo: orgNo(31000620), Name: "Gråsteins Rådgivning AS", Kommune: "Oslo"}
)

// memberOn says whether the company was a member on the date.
func (c company) memberOn(date time.Time) bool {
	return c.isMember && !date.Before(c.Joined) && (c.Left.IsZero() || date.Before(c.Left))
}

// orgNo completes eight digits with their check digit; where there is none (10), the next eight digits that have one.
func orgNo(eight int) string {
	sum := 0
	for i, w := range []int{3, 2, 7, 6, 5, 4, 3, 2} {
		sum += w * int(fmt.Sprintf("%08d", eight)[i]-'0')
	}
	check := (11 - sum%11) % 11
	if check == 10 {
		return orgNo(eight + 1)
	}
	return fmt.Sprintf("%08d%d", eight, check)
}

// spaced writes an organisation number as letterheads do: 310 000 101.
func spaced(orgNo string) string { return orgNo[:3] + " " + orgNo[3:6] + " " + orgNo[6:] }

func memberTable(members []company) table {
	t := table{
		sheet:  "Medlemmer",
		title:  []string{"KOM Trainee – medlemsbedrifter", "Oppdatert 15.12.2010. Bedriftene og organisasjonsnumrene er oppdiktet."},
		header: []string{"Org.nr", "Bedrift", "Bransje", "Kommune", "Medlem fra", "Medlem til", "Kontaktperson", "E-post kontakt", "Merknad"},
		widths: []float64{13, 32, 26, 15, 12, 12, 27, 40, 32},
	}
	for _, c := range members {
		t.rows = append(t.rows, row{blemish: c.Blemish, cells: []any{spaced(c.OrgNo), c.Name, c.Sector, c.Kommune, c.Joined, c.Left,
			c.Contact.Name, c.Contact.Email, c.Remark}})
	}
	return t
}

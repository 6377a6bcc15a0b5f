package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// person is someone who once applied. Nobody here exists: the surnames are put together from two pieces of landscape, the e-mail
// addresses are in domains that are reserved for examples, and no Norwegian telephone number begins with 000.
type person struct {
	Candidate int // the recruitment system's number: the same in every year the person applies
	Name      string
	Email     string
	Mobile    string
	Gender    string // Kvinne, Mann, or empty
	Born      int
}

var (
	women = strings.Fields(`Ane Astrid Birgitte Cecilie Eli Elin Eva Frida Gro Guro Hanne Hege Heidi Helga Hilde Ida Ingeborg
		Ingrid Ingvild Jorunn Kari Kjersti Kristin Liv Mari Marit Marte Nina Oda Ragnhild Randi Ranveig Sigrid Silje Siri Solveig
		Synnøve Tone Trine Turid Unni Vigdis Åse Åshild`)
	men = strings.Fields(`Anders Arne Asbjørn Bjørn Brage Dag Eirik Espen Even Finn Frode Geir Gunnar Halvor Harald Henning Håkon
		Ivar Jens Jørgen Kjell Knut Kåre Lars Leif Magnus Morten Nils Odd Ola Olav Oddvar Per Rune Sindre Sigurd Steinar Stian
		Svein Tarjei Terje Tor Trond Øyvind`)
	heads = strings.Fields(`Brattskjer Havglytt Lyngtind Skarvflu Fossmyr Kvitskjer Tangvær Ljåfoss Havguls Svabergs Måsklett
		Trollgjel Gråsteins Ytterfloen Terneholm Hegretjern Storlyng Vardeflu Brenntang Blåskjell Oterstein Uværs Skodde Rognfoss`)
	tails = strings.Fields(`haug vik nes dal mo voll bakk eid tun lund rud sand`)
)

// population hands out invented people, no name twice.
type population struct {
	r     *rand.Rand
	taken map[string]bool
}

func newPopulation(programme string) *population {
	return &population{r: chance(strings.TrimSpace("people " + programme)), taken: map[string]bool{}}
}

// next is a person of the given gender and year of birth.
func (p *population) next(gender string, born int) *person {
	first := women
	if gender == "Mann" || gender == "" && one(p.r, 2) {
		first = men
	}
	for {
		name := pick(p.r, first...) + " " + pick(p.r, heads...) + pick(p.r, tails...)
		if p.taken[name] {
			continue
		}
		p.taken[name] = true
		return &person{
			Name:   name,
			Email:  address(name) + "@" + pick(p.r, "example.com", "example.net", "example.org"),
			Mobile: fmt.Sprintf("000 %02d %03d", p.r.IntN(100), p.r.IntN(1000)),
			Gender: gender,
			Born:   born,
		}
	}
}

// address is the part of an e-mail address before the @: small letters a to z.
func address(name string) string {
	plain := strings.NewReplacer(" ", ".", "æ", "ae", "ø", "o", "å", "aa")
	return plain.Replace(strings.ToLower(name))
}

// syntheticIdentityNumber makes a fødselsnummer of the kind that is reserved for tests: the month is 80 higher than a month can
// be, and the check digits are right, so that a reader who looks for identity numbers must find it and nobody can own it.
func syntheticIdentityNumber(day, month, year, serial int) string {
	digits := []int{}
	for _, c := range fmt.Sprintf("%02d%02d%02d%03d", day, month+80, year%100, serial) {
		digits = append(digits, int(c-'0'))
	}
	for _, weights := range [][]int{{3, 7, 6, 1, 8, 9, 4, 5, 2}, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}} {
		sum := 0
		for i, w := range weights {
			sum += w * digits[i]
		}
		check := (11 - sum%11) % 11
		if check == 10 {
			return syntheticIdentityNumber(day, month, year, serial+1)
		}
		digits = append(digits, check)
	}
	var b strings.Builder
	for _, d := range digits {
		fmt.Fprint(&b, d)
	}
	return b.String()
}

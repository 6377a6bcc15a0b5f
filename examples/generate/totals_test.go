package main

import (
	"testing"
	"time"
)

// The published totals of KOM Trainee, counted in the rows that will be accepted. Each count is written as the indicator defines it,
// and without the program that the files are for.
func TestTotalsAreThePublishedOnes(t *testing.T) {
	s := newScheme()
	for _, c := range []struct {
		figure    string
		got, want int
	}{
		{"applicants 2006-2010", s.applicants(0, ""), 750},
		{"applicants 2009", s.applicants(2009, ""), 180},
		{"applicants 2009 without assessment", s.applicants(2009, "none"), 0},
		{"applicants 2009 well qualified", s.applicants(2009, "Godt kvalifisert"), 130},
		{"trainees", len(s.trainees), 30},
		{"trainees 2006", s.cohort(2006), 7},
		{"trainees 2007", s.cohort(2007), 7},
		{"trainees 2008", s.cohort(2008), 7},
		{"trainees 2009", s.cohort(2009), 5},
		{"trainees 2010", s.cohort(2010), 4},
		{"completed", s.count(2006, 2010, (*trainee).completed), 21},
		{"completed with an offer that counts", s.count(2006, 2010, s.offered), 18},
		{"with an offer, 2006", s.count(2006, 2006, s.offered), 6},
		{"with an offer, 2007", s.count(2007, 2007, s.offered), 6},
		{"with an offer, 2008", s.count(2008, 2008, s.offered), 6},
		{"live and work in the region", s.count(2006, 2010, s.livesAndWorks), 17},
		{"live and work in the region, 2006", s.count(2006, 2006, s.livesAndWorks), 6},
		{"live and work in the region, 2007", s.count(2007, 2007, s.livesAndWorks), 5},
		{"live and work in the region, 2008", s.count(2008, 2008, s.livesAndWorks), 6},
		{"members 2006", s.membersOn(day(2006, 12, 31)), 14},
		{"members 2010", s.membersOn(day(2010, 12, 31)), 16},
		{"fees 2009", s.amount(2009, "Medlemsavgift"), s.membersOn(day(2009, 12, 31)) * 69500},
		{"fees 2010", s.amount(2010, "Medlemsavgift"), 1112000},
		{"public funds 2009", s.amount(2009, "Offentlig tilskudd"), 0},
		{"public funds 2010", s.amount(2010, "Offentlig tilskudd"), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %d, want %d", c.figure, c.got, c.want)
		}
	}
	for year := 2006; year <= 2008; year++ {
		if s.amount(year, "Offentlig tilskudd") == 0 {
			t.Errorf("public funds %d: got 0, want some: it was a start-up year", year)
		}
	}
}

func TestTwelvePeopleApplyInTwoYearsAndNobodyTwiceInOne(t *testing.T) {
	applied := map[*person]map[int]int{}
	for _, a := range newScheme().applications {
		if a.Blemish != nil {
			continue
		}
		if applied[a.Person] == nil {
			applied[a.Person] = map[int]int{}
		}
		applied[a.Person][a.Year]++
	}
	twice := 0
	for p, years := range applied {
		if len(years) == 2 {
			twice++
		}
		for year, n := range years {
			if n > 1 {
				t.Errorf("candidate %d has %d applications in %d, want 1", p.Candidate, n, year)
			}
		}
	}
	if twice != 12 {
		t.Errorf("got %d people with applications in two years, want 12", twice)
	}
}

func TestEveryTraineeAppliedAndWasAccepted(t *testing.T) {
	s := newScheme()
	accepted := map[int]int{}
	for _, a := range s.applications {
		if a.Outcome == "Ansatt som trainee" && a.Blemish == nil {
			accepted[a.Person.Candidate] = a.Year
		}
	}
	if len(accepted) != len(s.trainees) {
		t.Errorf("got %d accepted applications, want %d", len(accepted), len(s.trainees))
	}
	for _, trainee := range s.trainees {
		if got := accepted[trainee.Person.Candidate]; got != trainee.Cohort {
			t.Errorf("%s: accepted in %d, want %d", trainee.No, got, trainee.Cohort)
		}
	}
}

func TestWhoCompletedHadThreeHostsAndFiveSeminars(t *testing.T) {
	s := newScheme()
	hosts, seminars, talks := map[string]map[string]bool{}, map[string]int{}, map[string]int{}
	for _, p := range s.placements {
		if hosts[p.Trainee.No] == nil {
			hosts[p.Trainee.No] = map[string]bool{}
		}
		hosts[p.Trainee.No][p.Company.OrgNo] = true
		if !p.Company.memberOn(p.Started) || !p.Company.memberOn(p.Ended) {
			t.Errorf("%s module %d: %s was not a member all the while", p.Trainee.No, p.Module, p.Company.Name)
		}
	}
	for _, session := range s.sessions {
		if session.Kind == "Seminar" {
			seminars[session.Trainee]++
		} else {
			talks[session.Trainee]++
		}
	}
	for _, trainee := range s.trainees {
		if !trainee.completed() {
			continue
		}
		if n := len(hosts[trainee.No]); n != 3 {
			t.Errorf("%s: %d hosts, want 3", trainee.No, n)
		}
		if n := seminars[trainee.No]; n != 5 {
			t.Errorf("%s: %d seminars, want 5", trainee.No, n)
		}
		if n := talks[trainee.No]; n != 3 {
			t.Errorf("%s: %d talks with the coach, want one in each of 3 modules", trainee.No, n)
		}
	}
}

// applicants counts the people, not the applications; of all years when the year is 0, of all assessments when it is empty.
func (s scheme) applicants(year int, assessment string) int {
	people := map[*person]bool{}
	for _, a := range s.applications {
		if a.Blemish != nil || year != 0 && a.Year != year {
			continue
		}
		if assessment == "" || a.Assessment == assessment || assessment == "none" && a.Assessment == "" {
			people[a.Person] = true
		}
	}
	return len(people)
}

func (s scheme) cohort(year int) int {
	return s.count(year, year, func(*trainee) bool { return true })
}

func (s scheme) count(from, to int, is func(*trainee) bool) int {
	n := 0
	for _, t := range s.trainees {
		if t.Cohort >= from && t.Cohort <= to && is(t) {
			n++
		}
	}
	return n
}

// offered: completed, and at least one offer from a member company or from an employer in the region.
func (s scheme) offered(t *trainee) bool {
	for _, o := range s.offers {
		if o.Trainee == t.No && o.Blemish == nil && t.completed() && (o.Company.memberOn(o.Offered) || s.programme.holds(o.Kommune)) {
			return true
		}
	}
	return false
}

// livesAndWorks: by the newest that anyone knew on the as-of date.
func (s scheme) livesAndWorks(t *trainee) bool {
	var newest time.Time
	lives := false
	for _, a := range s.answers {
		if a.Trainee == t.No && a.Finished.After(newest) {
			newest, lives = a.Finished, s.programme.holds(a.Kommune) && a.Works
		}
	}
	for _, n := range s.notes {
		if n.Trainee == t.No && n.Seen.After(newest) {
			newest, lives = n.Seen, n.Status == "Bosatt" && s.programme.holds(n.Kommune) && n.Works == "Ja"
		}
	}
	return lives && t.completed()
}

func (s scheme) membersOn(date time.Time) int {
	n := 0
	for _, c := range s.members {
		if c.Blemish == nil && c.memberOn(date) {
			n++
		}
	}
	return n
}

func (s scheme) amount(year int, item string) int {
	for _, a := range s.accounts {
		if a.Year == year && a.Item == item {
			return a.Amount
		}
	}
	return -1
}

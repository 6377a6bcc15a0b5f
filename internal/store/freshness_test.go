package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// The last day that counts is the date itself; what nobody has dated, or has dated later, makes nothing new. Of a period that has
// an end the end counts, and a feed of which nothing is known of the moment is left out.
func TestFreshnessIsTheNewestDayUpToTheDate(t *testing.T) {
	c := indicatorCase{archive: txtar.Parse([]byte(`
-- moment --
as_of    2010-12-31
known_at 1
-- fact_activities --
programme activity_id kind   held_on
kom       a1          advert 2010-12-31
kom       a2          advert 2011-01-01
kom       a3          advert -
-- fact_companies --
programme org_no joined_on  left_on
kom       c1     2006-01-01 2009-06-30
salten    c2     2008-01-01 -
-- fact_trainees --
programme trainee_id cohort started_on ended_on
kom       t1         2008   2008-09-01 2011-08-31
-- fact_sessions --
programme trainee_id kind    held_on
kom       t1         seminar 2011-01-01
-- fact_surveys --
programme respondent_id answered_on role
kom       r1            -           trainee
-- fact_offers --
programme offer_id trainee_id offered_on batch
kom       o1       t1         2010-05-01 1
kom       o2       t1         2010-06-01 2
`))}
	newest, err := c.ask(t, open(t, t.TempDir())).Freshness(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range newest {
		got[f.Feed] = f.Newest.Format("2006-01-02")
	}
	want := map[string]string{"activities": "2010-12-31", "companies": "2009-06-30", "trainees": "2008-09-01", "offers": "2010-05-01"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

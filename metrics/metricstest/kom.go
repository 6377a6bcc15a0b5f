// Package metricstest gives the tests of the writers a draft to write: the published totals of KOM Trainee, without the
// rows behind them. Only tests import it.
package metricstest

import (
	"fmt"
	"time"

	"bolyst/metrics"
)

// KOM returns a draft with every kind of figure: counts, rates, a share and a ratio, totals and cohorts, cells where nobody
// counts yet, small cohorts that must be hidden from a board, one target, and figures published elsewhere.
func KOM() metrics.Draft {
	day := time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC)
	d := metrics.Draft{
		Edition: "2010-12-31-b0013-0a1b2c3d", Name: "KOM Trainee", Program: "0.1.0", AsOf: day, KnownAt: 13,
		Run: metrics.Run{Config: "c0ffee", Sources: []metrics.SourceFile{
			{Source: "soknader", Feed: "applications", File: "soknader-2009.csv", SHA256: "a1b2c3", Batch: 4},
			{Source: "traineer", Feed: "trainees", File: "traineeliste.xlsx", SHA256: "d4e5f6", Batch: 6},
		}},
		Programmes: []metrics.Programme{{ID: "kom", Name: "KOM Trainee", Started: 2006, Facts: []metrics.Fact{
			{Name: metrics.Words{"nb": "Varighet", "en": "Duration"}, Text: metrics.Words{"nb": "24 måneder", "en": "24 months"}},
			{Name: metrics.Words{"nb": "Finansiering", "en": "Funding"}, Text: metrics.Words{"nb": "bare medlemsavgift siden 2009", "en": "member fees only since 2009"}},
		}}},
		Goals: []metrics.Goal{
			{ID: "recruit", Title: metrics.Words{"nb": "Rekruttere", "en": "Recruit"}, Text: metrics.Words{"nb": "Rekruttere personer med minst tre års høyere utdanning til partnerbedriftene.", "en": "Recruit people with at least three years of higher education to the partner companies."}},
			{ID: "access", Title: metrics.Words{"nb": "Tilgang", "en": "Access"}, Text: metrics.Words{"nb": "Bedre tilgang på arbeidskraft med høy og riktig kompetanse.", "en": "Better access to labour with high and right competence."}},
			{ID: "visible", Title: metrics.Words{"nb": "Synliggjøre", "en": "Make visible"}, Text: metrics.Words{"nb": "Synliggjøre at regionens arbeidsgivere har attraktive jobber for høyt utdannede.", "en": "Make visible that the region's employers have attractive jobs for the highly educated."}},
			{ID: "market", Title: metrics.Words{"nb": "Markedsføre", "en": "Market"}, Text: metrics.Words{"nb": "Markedsføre regionen og partnerbedriftene overfor målgruppen.", "en": "Market the region and the partner companies to the target group."}},
		},
		Targets: []metrics.Target{{Indicator: "job_offer_rate", Programme: "kom", Period: "all", Value: 0.9, Owner: "Styreleder", DecidedOn: time.Date(2010, 3, 15, 0, 0, 0, 0, time.UTC)}},
		Comments: []metrics.Comment{
			{Kind: metrics.Decision, Indicator: "job_offer_rate", Programme: "kom", Period: "all", Author: "Styret", Date: time.Date(2011, 1, 20, 0, 0, 0, 0, time.UTC),
				Text: metrics.Words{"nb": "Måltallet står fast.", "en": "The target stands."}},
			{Kind: metrics.Remark, Indicator: "applicants", Programme: "kom", Period: "2009", Author: "Programleder", Date: time.Date(2010, 2, 1, 0, 0, 0, 0, time.UTC),
				Text: metrics.Words{"nb": "Flere annonser enn før.", "en": "More adverts than before."}},
		},
		Reported: []metrics.Reported{
			{Indicator: "job_offer_rate", Programme: "kom", Period: "all", Source: "Distriktssenteret, prosjektdatabasen", Value: metrics.Of(0.86), AsOf: day},
			{Indicator: "retained_of_hired", Programme: "kom", Period: "all", Source: "Distriktssenteret, prosjektdatabasen", Numerator: metrics.Of(17), Denominator: metrics.Of(30), AsOf: day},
		},
		Loads: []metrics.Load{
			{Source: "soknader", Feed: "applications", File: "soknader-2009.csv", Batch: 4, Read: 184, Loaded: 181, Superseded: 1, Rejected: 2},
			{Source: "traineer", Feed: "trainees", File: "traineeliste.xlsx", Batch: 6, Read: 30, Loaded: 30},
		},
		Freshness: []metrics.Freshness{
			{Feed: "applications", Newest: time.Date(2010, 3, 12, 0, 0, 0, 0, time.UTC), Batch: 4},
			{Feed: "trainees", Newest: time.Date(2010, 8, 16, 0, 0, 0, 0, time.UTC), Batch: 6},
		},
	}
	define := func(id string, kind metrics.Kind, unit, goal, period, total, nb, en string, protected bool) {
		d.Definitions = append(d.Definitions, metrics.Definition{
			ID: id, Version: 1, Kind: kind, Unit: unit, Goal: goal, Direction: "up", Period: period, Total: total, Protected: protected,
			Title:     metrics.Words{"nb": nb, "en": en},
			Meaning:   metrics.Words{"nb": nb + ": hvem som teller, og hva som ble av dem.", "en": en + ": who counts, and what became of them."},
			Audiences: []string{"board", "centre", "staff"}, Rank: 10 * (len(d.Definitions) + 1),
		})
	}
	define("applicants", metrics.Count, "applicant", "access", "cohort", "pooled", "Søkere", "Applicants", false)
	define("qualified_applicant_rate", metrics.Rate, "applicant", "access", "cohort", "pooled", "Andel godt kvalifiserte søkere", "Share of well-qualified applicants", true)
	define("trainees_hired", metrics.Count, "trainee", "recruit", "cohort", "pooled", "Traineer tatt inn", "Trainees taken on", false)
	define("job_offer_rate", metrics.Rate, "trainee", "recruit", "cohort", "pooled", "Andel med jobbtilbud", "Job-offer rate", true)
	define("retained_of_hired", metrics.Rate, "trainee", "access", "cohort", "pooled", "Bor og arbeider i regionen, av alle tatt inn", "Live and work in the region, of all taken on", true)
	define("regional_retention_now", metrics.Rate, "trainee", "access", "cohort", "pooled", "Bor og arbeider i regionen, av fullførte", "Live and work in the region, of completed", true)
	define("member_companies", metrics.Count, "company", "visible", "year", "latest", "Medlemsbedrifter", "Member companies", false)
	define("member_funded_share", metrics.Share, "NOK", "visible", "year", "pooled", "Medlemsfinansiert andel", "Member-funded share", false)
	define("fee_per_member", metrics.Ratio, "NOK", "visible", "year", "latest", "Avgift per medlem", "Fee per member", false)

	tally := func(id, period string, numerator, denominator, unknown, immature float64) {
		for _, programme := range []string{"all", "kom"} {
			d.Tallies = append(d.Tallies, metrics.Tally{Indicator: id, Programme: programme, Period: period,
				Numerator: numerator, Denominator: denominator, Unknown: unknown, Immature: immature})
		}
	}
	tally("applicants", "all", 750, 750, 0, 0)
	tally("qualified_applicant_rate", "all", 452, 640, 110, 0)
	tally("trainees_hired", "all", 30, 30, 0, 0)
	tally("job_offer_rate", "all", 18, 21, 0, 9)
	tally("retained_of_hired", "all", 17, 30, 0, 0)
	tally("regional_retention_now", "all", 17, 21, 0, 9)
	tally("member_funded_share", "all", 4_500_000, 5_400_000, 0, 0)
	for i, n := range []float64{7, 7, 7, 5, 4} {
		cohort := fmt.Sprint(2006 + i)
		applicants := []float64{110, 130, 165, 180, 177}[i]
		tally("applicants", cohort, applicants, applicants, 0, 0)
		assessed := []float64{80, 100, 140, 180, 140}[i]
		tally("qualified_applicant_rate", cohort, []float64{52, 68, 98, 130, 104}[i], assessed, applicants-assessed, 0)
		tally("trainees_hired", cohort, n, n, 0, 0)
		members := []float64{14, 14, 15, 16, 16}[i]
		tally("member_companies", cohort, members, members, 0, 0)
		tally("member_funded_share", cohort, 69_500*members, []float64{1_400_000, 1_300_000, 1_250_000, 1_112_000, 1_112_000}[i], 0, 0)
		tally("fee_per_member", cohort, 69_500*members, members, 0, 0)
		if i < 3 {
			tally("job_offer_rate", cohort, 6, n, 0, 0)
			tally("retained_of_hired", cohort, []float64{6, 5, 6}[i], n, 0, 0)
			tally("regional_retention_now", cohort, []float64{6, 5, 6}[i], n, 0, 0)
		} else {
			tally("job_offer_rate", cohort, 0, 0, 0, n)
			tally("retained_of_hired", cohort, 0, n, 0, 0)
			tally("regional_retention_now", cohort, 0, 0, 0, n)
		}
	}
	return d
}

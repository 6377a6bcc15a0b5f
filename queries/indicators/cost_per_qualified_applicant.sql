-- What do the activities of a year cost for each well-qualified applicant of that year's cohort?
-- One row per activity (the outcome is its cost, weight 0) and one per well-qualified applicant (outcome 0, weight 1): the
-- sum of the outcomes divided by the sum of the weights. A cost that is not stated is unknown. Only years for which
-- applications and at least one cost are known, or a year without accounts would look like a year without costs.
/*---
id: cost_per_qualified_applicant
version: 1
rank: 27
kind: ratio
unit: NOK
goal: market
direction: down
period: year
total: pooled
protected: true
needs: [applications, activities]
audiences: [staff]
title:
  nb: Aktivitetskostnad per godt kvalifisert søker
  nn: Aktivitetskostnad per godt kvalifisert søkjar
  en: Activity cost per well-qualified applicant
short:
  nb: Kostnad per kvalifisert
  nn: Kostnad per kvalifisert
  en: Cost per qualified
meaning:
  nb: Kostnadene til aktivitetene i året, delt på antall godt kvalifiserte søkere til kullet samme år. Aktiviteter uten oppgitt kostnad er ukjente og regnes som null kroner.
  nn: Kostnadene til aktivitetane i året, delte på talet på godt kvalifiserte søkjarar til kullet same år. Aktivitetar utan oppgitt kostnad er ukjende og blir rekna som null kroner.
  en: The cost of the year's activities, divided by the number of well-qualified applicants to the cohort of the same year. Activities without a stated cost are unknown and count as zero kroner.
---*/
WITH told AS ( -- the years of which both are known
	SELECT DISTINCT v.programme, v.year
	FROM activities AS v
	JOIN applications AS a ON a.programme = v.programme AND a.cohort = v.year
	WHERE v.cost_nok IS NOT NULL
)
SELECT v.programme, v.year AS period, v.activity_id AS subject, v.cost_nok AS outcome, 0 AS weight, TRUE AS mature
FROM activities AS v
JOIN told AS t ON t.programme = v.programme AND t.year = v.year
UNION ALL
SELECT DISTINCT a.programme, a.cohort AS period, a.applicant_id AS subject, 0 AS outcome, 1 AS weight, TRUE AS mature
FROM applications AS a
JOIN told AS t ON t.programme = a.programme AND t.year = a.cohort
WHERE a.assessment = 'well_qualified'

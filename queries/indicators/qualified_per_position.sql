-- How many well-qualified applicants are there for each trainee position?
-- One row per applicant and cohort (outcome 1 for the well qualified, weight 0) and one per trainee taken on (outcome 0, weight
-- 1): the sum of the outcomes divided by the sum of the weights. An applicant who was not assessed is unknown. A position is
-- a trainee taken on, since nothing says how many positions were advertised.
/*---
id: qualified_per_position
version: 1
rank: 22
kind: ratio
unit: applicant
goal: access
direction: up
period: cohort
total: pooled
protected: true
same_outcome: qualified_applicant_rate
needs: [applications, trainees]
audiences: [board, staff]
title:
  nb: Godt kvalifiserte søkere per traineeplass
  nn: Godt kvalifiserte søkjarar per traineeplass
  en: Well-qualified applicants per trainee position
short:
  nb: Kvalifiserte per plass
  nn: Kvalifiserte per plass
  en: Qualified per position
meaning:
  nb: Søkere som er vurdert som godt kvalifiserte, delt på antall traineer som er tatt inn i kullet. Søkere uten vurdering er ukjente.
  nn: Søkjarar som er vurderte som godt kvalifiserte, delte på talet på traineear som er tekne inn i kullet. Søkjarar utan vurdering er ukjende.
  en: Applicants assessed as well qualified, divided by the number of trainees taken on in the cohort. Applicants without an assessment are unknown.
---*/
SELECT
	programme,
	cohort AS period,
	applicant_id AS subject,
	CASE WHEN assessment = 'well_qualified' THEN 1 WHEN assessment IS NOT NULL THEN 0 END AS outcome,
	0 AS weight,
	TRUE AS mature
FROM applications
UNION ALL
SELECT programme, cohort AS period, trainee_id AS subject, 0 AS outcome, 1 AS weight, TRUE AS mature
FROM trainees

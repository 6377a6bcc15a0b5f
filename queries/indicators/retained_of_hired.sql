-- Of all trainees ever taken on, how many have completed and now live and work in the region?
-- One row per trainee. Those still under way count and do not have the outcome: it is the reading behind the published
-- "17 of 30", kept so that the figure can be compared; regional_retention_now asks the completed alone. A cohort still under
-- way is none of so many by definition, so only the staff are shown the cohorts.
/*---
id: retained_of_hired
version: 1
rank: 60
kind: rate
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
protected: true
detail: staff
same_outcome: regional_retention_now
needs: [trainees, residency]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Bor og arbeider i regionen, av alle tatt inn
  nn: Bur og arbeider i regionen, av alle tekne inn
  en: Live and work in the region, of all taken on
short:
  nb: Blitt, av alle tatt inn
  nn: Blitt, av alle tekne inn
  en: Stayed, of all taken on
meaning:
  nb: Av alle som er tatt inn som trainee, andelen som har fullført og som bor og arbeider i regionen per dato. De som fortsatt er traineer, er med i nevneren.
  nn: Av alle som er tekne inn som trainee, delen som har fullført og som bur og arbeider i regionen per dato. Dei som framleis er traineear, er med i nemnaren.
  en: Of all taken on as a trainee, the share who have completed and who live and work in the region as of the date. Those who are still trainees are in the denominator.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	CASE WHEN t.completed THEN r.lives_and_works ELSE FALSE END AS outcome,
	1 AS weight,
	TRUE AS mature
FROM trainees AS t
LEFT JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id

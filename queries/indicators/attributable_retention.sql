-- Of the trainees who completed the programme, how many live in the region and say that the programme mattered for it?
-- One row per trainee who completed or is still under way. Who lives elsewhere, or lives there and says that it did not
-- matter, has not the outcome. Unknown: where they live, or what it meant to those who live there.
/*---
id: attributable_retention
version: 1
rank: 57
kind: rate
unit: trainee
direction: up
period: cohort
total: pooled
protected: true
detail: staff
same_outcome: programme_importance
needs: [trainees, residency, surveys]
audiences: [centre]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Bor i regionen, og programmet hadde betydning
  nn: Bur i regionen, og programmet hadde noko å seie for det
  en: Live in the region, and the programme mattered
short:
  nb: Blitt, og det betydde noe
  nn: Blitt, og det betydde noko
  en: Stayed, and it mattered
meaning:
  nb: Av traineene som har fullført, andelen som bor i regionen per dato, og som sier at programmet har hatt avgjørende eller en viss betydning for det. De som bor der, men ikke har svart, er ukjente.
  nn: Av traineeane som har fullført, delen som bur i regionen per dato, og som seier at programmet har hatt avgjerande eller noko å seie for det. Dei som bur der, men ikkje har svart, er ukjende.
  en: Of the trainees who have completed, the share who live in the region as of the date and say that the programme has been decisive or has mattered somewhat for it. Those who live there but have not answered are unknown.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	r.in_region AND i.importance IN ('decisive', 'some') AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id
LEFT JOIN importance AS i ON i.programme = t.programme AND i.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

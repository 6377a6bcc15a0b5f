-- Of the former trainees who live in the region and have answered, how many say that the programme mattered for it?
-- One row per completed trainee who is known to live in the region as of the date and has answered a survey since completing;
-- the newest answer that says it counts. Who answered and left this question open is unknown.
/*---
id: programme_importance
version: 1
rank: 58
kind: rate
unit: respondent
direction: up
period: cohort
total: pooled
protected: true
detail: staff
needs: [trainees, residency, surveys]
audiences: [centre]
title:
  nb: Programmets betydning for å bli boende
  nn: Kva programmet har å seie for å bli buande
  en: The programme's importance for staying
short:
  nb: Programmets betydning
  nn: Kva programmet har å seie
  en: Programme importance
meaning:
  nb: Av de tidligere traineene som bor i regionen per dato og har svart på undersøkelsen, andelen som sier at programmet har hatt avgjørende eller en viss betydning for at de bor der.
  nn: Av dei tidlegare traineeane som bur i regionen per dato og har svart på undersøkinga, delen som seier at programmet har hatt avgjerande eller noko å seie for at dei bur der.
  en: Of the former trainees who live in the region as of the date and have answered the survey, the share who say that the programme has been decisive or has mattered somewhat for their living there.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	i.importance IN ('decisive', 'some') AS outcome,
	1 AS weight,
	TRUE AS mature
FROM trainees AS t
JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id
JOIN importance AS i ON i.programme = t.programme AND i.trainee_id = t.trainee_id
WHERE t.completed AND r.in_region

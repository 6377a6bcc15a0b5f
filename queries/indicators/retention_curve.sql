-- For how long do former trainees live in the region?
-- One row per trainee who completed or is still under way. The outcome is the number of months from the last day as a
-- trainee; the weight is 1 for those who have left the region then, and 0 for those who still lived there when last heard
-- of. Unknown: nobody has seen where they live since. The spells are made in known/spells.sql.
/*---
id: retention_curve
version: 1
rank: 56
kind: curve
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, residency]
audiences: [centre]
breakdowns: [gender, education, mobility]
any_region: true
title:
  nb: Hvor lenge de blir boende
  nn: Kor lenge dei blir buande
  en: How long they stay
meaning:
  nb: Andelen av traineene som har fullført, som fortsatt bor i regionen etter så mange måneder, anslått med Kaplan–Meier. De som bor der fortsatt, eller som det ikke finnes nyere opplysninger om, er med fram til siste opplysning.
  nn: Delen av traineeane som har fullført, som framleis bur i regionen etter så mange månader, rekna ut med Kaplan–Meier. Dei som bur der framleis, eller som det ikkje finst nyare opplysningar om, er med fram til siste opplysning.
  en: The share of the trainees who have completed who still live in the region after so many months, estimated by Kaplan–Meier. Those who still live there, or of whom there is no newer information, are included up to the newest information.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	s.months AS outcome,
	CASE WHEN s.has_left THEN 1 ELSE 0 END AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN spells AS s ON s.programme = t.programme AND s.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

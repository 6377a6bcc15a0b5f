-- Of the trainees who completed the programme, how many live and work in the region now?
-- One row per trainee who completed or is still under way. Not known: nobody has observed where they live within 18 months,
-- or it is not known whether they work in the region.
/*---
id: regional_retention_now
version: 1
rank: 50
kind: rate
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, residency]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Bor og arbeider i regionen, av fullførte
  nn: Bur og arbeider i regionen, av dei som har fullført
  en: Live and work in the region, of completed
short:
  nb: Blitt, av fullførte
  nn: Blitt, av fullførte
  en: Stayed, of completed
meaning:
  nb: Av traineene som har fullført, andelen som bor og arbeider i regionen per dato. Bosted som ikke er observert de siste 18 månedene, er ukjent.
  nn: Av traineeane som har fullført, delen som bur og arbeider i regionen per dato. Bustad som ikkje er observert dei siste 18 månadene, er ukjend.
  en: Of the trainees who have completed, the share who live and work in the region as of the date. Residence not observed in the last 18 months is unknown.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	r.lives_and_works AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

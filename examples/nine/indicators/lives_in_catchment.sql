-- Of the trainees who completed, who lives in the programme's catchment now, wherever they work?
-- One row per trainee who completed or is still under way. It is what the evaluation of 2011 asked, and what its 67 per cent is
-- of. Not known: nobody has observed where they live within 18 months.
/*---
id: lives_in_catchment
version: 1
rank: 49
kind: rate
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
protected: true
detail: staff
holds: [regional_retention_now, attributable_retention]
needs: [trainees, residency]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Bor i nedslagsfeltet, av fullførte
  nn: Bur i nedslagsfeltet, av fullførte
  en: Live in the catchment, of completed
short:
  nb: Bor der, av fullførte
  nn: Bur der, av fullførte
  en: Live there, of completed
meaning:
  nb: Av traineene som har fullført, andelen som bor i programmets nedslagsfelt per dato, enten de arbeider der eller ikke. Bosted som ikke er observert de siste 18 månedene, er ukjent.
  nn: Av traineane som har fullført, delen som bur i nedslagsfeltet til programmet per dato, anten dei arbeider der eller ikkje. Bustad som ikkje er observert dei siste 18 månadene, er ukjend.
  en: Of the trainees who have completed, the share who live in the programme's catchment as of the date, whether they work there or not. Residence not observed in the last 18 months is unknown.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	r.in_region AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

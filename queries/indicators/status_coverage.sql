-- Of the trainees who completed the programme, of how many is it known where they live?
-- One row per trainee who completed or is still under way. Known: sighted within 18 months of the date, in a municipality or
-- abroad. A protected address is not known, and nobody's home is known who has died.
/*---
id: status_coverage
version: 1
rank: 59
kind: rate
unit: trainee
direction: up
period: cohort
total: pooled
protected: false
detail: staff
needs: [trainees]
audiences: [centre, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Andel med kjent bosted
  nn: Del med kjend bustad
  en: Share whose residence is known
short:
  nb: Kjent bosted
  nn: Kjend bustad
  en: Known residence
meaning:
  nb: Av traineene som har fullført, andelen med kjent bosted, etter opplysninger fra de siste 18 månedene før datoen. Viser hvor mye bostedstallene bygger på.
  nn: Av traineeane som har fullført, delen med kjend bustad, etter opplysningar frå dei siste 18 månadene før datoen. Viser kor mykje bustadtala byggjer på.
  en: Of the trainees who have completed, the share whose residence is known, from information of the last 18 months before the date. Shows how much the figures on residence rest on.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	r.in_region IS NOT NULL AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

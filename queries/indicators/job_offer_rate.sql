-- Of the trainees who completed the programme, who was offered a job by a member company or elsewhere in the region?
-- One row per trainee who completed or is still under way. One offer is enough, several count once, and an offer from
-- outside the region by another employer does not count.
/*---
id: job_offer_rate
version: 1
rank: 40
kind: rate
unit: trainee
goal: recruit
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, offers]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Andel med jobbtilbud
  nn: Del med jobbtilbod
  en: Job-offer rate
meaning:
  nb: Av traineene som har fullført, andelen som har fått minst ett jobbtilbud fra en medlemsbedrift eller en annen arbeidsgiver i regionen.
  nn: Av traineeane som har fullført, delen som har fått minst eitt jobbtilbod frå ei medlemsbedrift eller ein annan arbeidsgivar i regionen.
  en: Of the trainees who have completed, the share who have had at least one job offer from a member company or another employer in the region.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	o.trainee_id IS NOT NULL AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN (
	SELECT DISTINCT programme, trainee_id FROM offers WHERE member_company OR in_region
) AS o ON o.programme = t.programme AND o.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

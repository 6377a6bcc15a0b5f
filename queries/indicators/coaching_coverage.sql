-- Of the placements that have begun, how many had a talk with the coach?
-- One row per placement. A talk counts that the trainee came to, in the module that it is recorded for or, where none is
-- recorded, within its dates. In a programme that has recorded no talks at all, all are unknown.
/*---
id: coaching_coverage
version: 1
rank: 100
kind: rate
unit: placement
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, placements, sessions]
audiences: [board, staff]
breakdowns: [host_sector, centrality]
title:
  nb: Moduler med coaching
  nn: Modular med coaching
  en: Placements with coaching
meaning:
  nb: Av modulene som har begynt, andelen der traineen har hatt minst én samtale med coachen. Har programmet ikke registrert noen samtaler, er alle ukjente.
  nn: Av modulane som har begynt, delen der traineen har hatt minst éin samtale med coachen. Har programmet ikkje registrert nokon samtalar, er alle ukjende.
  en: Of the placements that have begun, the share in which the trainee has had at least one talk with the coach. Where the programme has recorded no talks, all are unknown.
---*/
WITH talk AS (
	SELECT programme, trainee_id, module, held_on, attended FROM sessions WHERE kind = 'coaching'
)
SELECT
	p.programme,
	t.cohort AS period,
	p.placement_id AS subject,
	CASE WHEN EXISTS (SELECT 1 FROM talk AS c WHERE c.programme = p.programme) THEN EXISTS (
		SELECT 1 FROM talk AS c
		WHERE c.programme = p.programme AND c.trainee_id = p.trainee_id AND c.attended
			AND (c.module = p.module OR c.module IS NULL AND c.held_on >= p.started_on
				AND (p.ended_on IS NULL OR c.held_on <= p.ended_on))
	) END AS outcome,
	1 AS weight,
	TRUE AS mature
FROM placements AS p
JOIN trainees AS t ON t.programme = p.programme AND t.trainee_id = p.trainee_id

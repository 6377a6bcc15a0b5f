-- What do the trainees think of their placements?
-- One row per placement; the outcome is the score, 1 to 6. Unknown: the placement is over and was not evaluated. Immature:
-- it is not over yet, and has no score.
/*---
id: placement_evaluation
version: 1
rank: 120
kind: mean
unit: placement
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, placements]
audiences: [staff]
breakdowns: [host_sector, centrality]
title:
  nb: Traineenes vurdering av modulene
  nn: Korleis traineeane vurderer modulane
  en: The trainees' evaluation of their placements
short:
  nb: Vurdering av modulene
  nn: Vurdering av modulane
  en: Evaluation of placements
meaning:
  nb: Gjennomsnittet av traineenes vurdering av modulene de har vært i, fra 1 til 6, der 6 er best. Moduler som er over uten å være vurdert, er ukjente.
  nn: Gjennomsnittet av vurderingane traineeane har gitt modulane dei har vore i, frå 1 til 6, der 6 er best. Modular som er over utan å vere vurderte, er ukjende.
  en: The mean of the trainees' evaluation of the placements they have had, from 1 to 6, where 6 is best. Placements that are over without having been evaluated are unknown.
---*/
SELECT
	p.programme,
	t.cohort AS period,
	p.placement_id AS subject,
	p.evaluation AS outcome,
	1 AS weight,
	p.evaluation IS NOT NULL OR p.ended_on IS NOT NULL OR NOT t.under_way AS mature
FROM placements AS p
JOIN trainees AS t ON t.programme = p.programme AND t.trainee_id = p.trainee_id

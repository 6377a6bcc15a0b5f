-- Of the trainees whose time was planned to be over, how many completed the programme?
-- One row per trainee. Immature: the planned end is still to come, also for those who have left already, or those who leave
-- would be counted before those who stay; or the time was prolonged and is not over. Unknown: the end has passed, and nobody
-- has recorded how it ended.
/*---
id: completion_rate
version: 1
rank: 34
kind: rate
unit: trainee
goal: recruit
direction: up
period: cohort
total: pooled
protected: false
needs: [trainees]
audiences: [board, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Andel som fullfører
  nn: Del som fullfører
  en: Completion rate
meaning:
  nb: Av traineene som etter planen skulle vært ferdige, andelen som har fullført programmet. Traineer som fortsatt er underveis, regnes ikke med, og de som sluttet før tiden, regnes med først når den planlagte tiden er ute.
  nn: Av traineeane som etter planen skulle ha vore ferdige, delen som har fullført programmet. Traineear som framleis er undervegs, blir ikkje rekna med, og dei som slutta før tida, blir rekna med først når den planlagde tida er ute.
  en: Of the trainees whose planned time is over, the share who have completed the programme. Trainees still under way are not counted, and those who left early are counted only once their planned time is over.
---*/
SELECT
	programme,
	cohort AS period,
	trainee_id AS subject,
	exit_reason = 'completed' AS outcome,
	1 AS weight,
	t.planned_end_on <= m.as_of AND NOT t.under_way AS mature
FROM trainees AS t
CROSS JOIN moment AS m

-- Of the trainees who completed the programme, who works in the region, wherever they live?
-- One row per trainee who completed.
/*---
id: works_there
version: 1
rank: 54
kind: rate
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
needs: [trainees, employments]
audiences: [board, centre]
breakdowns: [gender]
programmes: [kom]
replaces: regional_retention_now
title:
  nb: Arbeider i regionen
meaning:
  nb: Av traineene som har fullført, andelen som er ansatt i regionen.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	e.trainee_id IS NOT NULL AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN (
	SELECT DISTINCT j.programme, j.trainee_id
	FROM employments AS j
	JOIN region AS r ON r.programme = j.programme AND r.kommune = j.kommune
	WHERE j.ended_on IS NULL
) AS e ON e.programme = t.programme AND e.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

-- Of the trainees who completed the programme, who was employed by a member company afterwards?
-- One row per trainee who completed or is still under way. A job counts that lasted beyond the last day as a trainee, also
-- one that has ended since. Unknown: no job afterwards has been recorded at all.
/*---
id: member_hire_rate
version: 1
rank: 45
kind: rate
unit: trainee
goal: recruit
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, employments]
audiences: [board]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
title:
  nb: Andel ansatt i en medlemsbedrift
  nn: Del tilsette i ei medlemsbedrift
  en: Share employed by a member company
short:
  nb: Ansatt i medlemsbedrift
  nn: Tilsett i medlemsbedrift
  en: Employed by a member
meaning:
  nb: Av traineene som har fullført, andelen som etterpå har vært ansatt i en medlemsbedrift. De som det ikke er registrert noen jobb for, er ukjente.
  nn: Av traineeane som har fullført, delen som etterpå har vore tilsette i ei medlemsbedrift. Dei som det ikkje er registrert nokon jobb for, er ukjende.
  en: Of the trainees who have completed, the share who have been employed by a member company afterwards. Those for whom no job is recorded are unknown.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	j.by_member = 1 AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN (
	SELECT t.programme, t.trainee_id, max(CASE WHEN e.member_company THEN 1 ELSE 0 END) AS by_member
	FROM trainees AS t
	JOIN employments AS e ON e.programme = t.programme AND e.trainee_id = t.trainee_id
	WHERE e.ended_on IS NULL OR e.ended_on > t.ended_on
	GROUP BY t.programme, t.trainee_id
) AS j ON j.programme = t.programme AND j.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

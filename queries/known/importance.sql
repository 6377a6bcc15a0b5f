-- How much has the programme meant for where each former trainee lives, in their own words?
-- One row per completed trainee who has answered: the newest answer that says it, or nothing where none does. An answer is
-- a trainee's when its code is the trainee's number.
SELECT programme, trainee_id, importance, answered_on
FROM (
	SELECT
		t.programme, t.trainee_id, s.importance, s.answered_on,
		row_number() OVER (
			PARTITION BY t.programme, t.trainee_id
			ORDER BY CASE WHEN s.importance IS NULL THEN 1 ELSE 0 END NULLS LAST, s.answered_on DESC NULLS LAST
		) AS place
	FROM trainees AS t
	JOIN surveys AS s ON s.programme = t.programme AND s.respondent_id = t.trainee_id AND s.role = 'ex_trainee'
	WHERE t.completed
) AS answer
WHERE place = 1

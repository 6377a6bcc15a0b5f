-- Who had been taken on by the date, and how far had they come?
-- One row per trainee. completed: the time is over as planned. under_way: it is not over yet. Neither: left early, or the
-- planned end has passed without anyone recording how it ended.
SELECT
	f.programme, f.trainee_id, f.applicant_id, CAST(f.cohort AS VARCHAR) AS cohort, f.started_on, f.planned_end_on,
	f.education_level, f.education_years, f.field, f.home_kommune, f.tie, f.gender, f.birth_year,
	CASE WHEN f.ended_on <= m.as_of THEN f.ended_on END AS ended_on,
	COALESCE(f.exit_reason = 'completed' AND f.ended_on <= m.as_of, FALSE) AS completed,
	COALESCE(f.ended_on, f.planned_end_on) > m.as_of AS under_way
FROM fact_trainees AS f
JOIN (
	SELECT programme, trainee_id, max(batch) AS batch
	FROM fact_trainees CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, trainee_id
) AS newest ON newest.programme = f.programme AND newest.trainee_id = f.trainee_id AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND f.started_on <= m.as_of

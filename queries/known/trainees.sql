-- Who had been taken on by the date, and how far had they come?
-- One row per trainee. completed: the time is over as planned. under_way: it is not over yet. Neither: left early, or the
-- planned end has passed without anyone recording how it ended. What the list of trainees leaves out is taken from the
-- trainee's own application. mobility is told in known/applicants.sql.
SELECT
	t.*,
	CASE
		WHEN t.home_in_region OR t.tie = 'grew_up' THEN CASE WHEN NOT t.lived_in_region THEN 'moved_back' ELSE 'grew_up' END
		WHEN t.home_in_region IS NOT NULL OR t.tie IS NOT NULL THEN 'newcomer'
	END AS mobility
FROM (
	SELECT
		f.programme, f.trainee_id, f.applicant_id, CAST(f.cohort AS VARCHAR) AS cohort, f.started_on, f.planned_end_on,
		CASE WHEN f.ended_on <= m.as_of THEN f.ended_on END AS ended_on,
		CASE WHEN COALESCE(f.ended_on, f.planned_end_on) <= m.as_of THEN f.exit_reason END AS exit_reason,
		COALESCE(f.exit_reason = 'completed' AND f.ended_on <= m.as_of, FALSE) AS completed,
		COALESCE(f.ended_on, f.planned_end_on) > m.as_of AS under_way,
		COALESCE(f.education_level, a.education_level) AS education_level,
		COALESCE(f.education_years, a.education_years) AS education_years,
		COALESCE(f.field, a.field) AS field,
		COALESCE(f.gender, a.gender) AS gender,
		COALESCE(f.birth_year, a.birth_year) AS birth_year,
		COALESCE(f.home_kommune, a.home_kommune) AS home_kommune,
		COALESCE(f.tie, a.tie) AS tie,
		a.lives_in_region AS lived_in_region,
		CASE WHEN COALESCE(f.home_kommune, a.home_kommune) IS NOT NULL THEN r.kommune IS NOT NULL END AS home_in_region
	FROM fact_trainees AS f
	CROSS JOIN moment AS m
	LEFT JOIN fact_trainees AS newer ON newer.programme = f.programme AND newer.trainee_id = f.trainee_id
		AND newer.batch > f.batch AND newer.batch <= m.known_at
	LEFT JOIN applicants AS a ON a.programme = f.programme AND a.applicant_id = f.applicant_id
	LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = COALESCE(f.home_kommune, a.home_kommune)
		AND r.valid_from <= f.started_on AND f.started_on < r.valid_to
	WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.started_on <= m.as_of
) AS t

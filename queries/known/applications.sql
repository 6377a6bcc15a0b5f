-- Which applications were known, and what had been decided on them by the date?
-- One row per application, in the newest version known. An outcome decided after the date has not happened yet.
SELECT
	f.programme, f.application_id, f.applicant_id, CAST(f.cohort AS VARCHAR) AS cohort, f.submitted_on, f.birth_year,
	f.gender, f.education_level, f.education_years, f.field, f.home_kommune, f.kommune, f.tie, f.channel, f.assessment,
	CASE WHEN f.decided_on IS NULL OR f.decided_on <= m.as_of THEN f.outcome END AS outcome
FROM fact_applications AS f
JOIN (
	SELECT programme, application_id, max(batch) AS batch
	FROM fact_applications CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, application_id
) AS newest ON newest.programme = f.programme AND newest.application_id = f.application_id AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND f.submitted_on <= m.as_of

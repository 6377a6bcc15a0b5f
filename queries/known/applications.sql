-- Which applications were known, and what had been decided on them by the date?
-- One row per application, in the newest version known. An outcome decided after the date has not happened yet. Whether a
-- municipality lay in the region is asked of the day of the application; not known where no municipality is given.
SELECT
	f.programme, f.application_id, f.applicant_id, CAST(f.cohort AS VARCHAR) AS cohort, f.submitted_on, f.birth_year,
	f.gender, f.education_level, f.education_years, f.field, f.home_kommune, f.kommune, f.tie, f.channel, f.assessment,
	CASE WHEN f.decided_on IS NULL OR f.decided_on <= m.as_of THEN f.outcome END AS outcome,
	CASE WHEN f.home_kommune IS NOT NULL THEN h.kommune IS NOT NULL END AS home_in_region,
	CASE WHEN f.kommune IS NOT NULL THEN r.kommune IS NOT NULL END AS lives_in_region
FROM fact_applications AS f
CROSS JOIN moment AS m
LEFT JOIN fact_applications AS newer ON newer.programme = f.programme AND newer.application_id = f.application_id
	AND newer.batch > f.batch AND newer.batch <= m.known_at
LEFT JOIN region AS h ON h.programme = f.programme AND h.kommune = f.home_kommune
	AND h.valid_from <= f.submitted_on AND f.submitted_on < h.valid_to
LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = f.kommune
	AND r.valid_from <= f.submitted_on AND f.submitted_on < r.valid_to
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.submitted_on <= m.as_of

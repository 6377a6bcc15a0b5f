-- What does each subject bring to an indicator whose outcome is a score?
-- One row per cell and what became of a number of persons.
SELECT
	programme, period, pooled, subject, breakdown, category, persons,
	COALESCE(outcome, 0) AS numerator,
	CASE WHEN outcome IS NOT NULL THEN 1 ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	CAST(NULL AS VARCHAR) AS said
FROM cell

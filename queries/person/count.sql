-- What does each subject bring to an indicator whose outcome is yes or no?
-- One row per cell and what became of a number of persons. said is nothing: the outcome says itself.
SELECT
	programme, period, pooled, subject, breakdown, category, persons,
	CASE WHEN outcome = 1 THEN weight ELSE 0 END AS numerator,
	CASE WHEN outcome IS NOT NULL THEN weight ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN weight ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN weight ELSE 0 END AS immature,
	CAST(NULL AS VARCHAR) AS said
FROM cell

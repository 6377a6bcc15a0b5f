-- What does each subject bring to an indicator that divides one amount by another?
-- One row per cell and what became of a number of persons. The outcome is an amount, the weight what it is divided by.
SELECT
	programme, period, pooled, subject, breakdown, category, persons,
	COALESCE(outcome, 0) AS numerator,
	weight AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	CAST(NULL AS VARCHAR) AS said
FROM cell

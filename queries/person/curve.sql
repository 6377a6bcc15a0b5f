-- For how many months was each subject followed, and had it left then?
-- One row per cell and what became of a number of persons: periods are not told apart, so the period is 'all'. The outcome is
-- the number of months, the weight is 1 for those who left and 0 for those who were still there when last heard of. Nobody has
-- an outcome that could be counted, so the numerator is nothing; said is the number of months.
SELECT
	programme, period, pooled, subject, breakdown, category, persons,
	0 AS numerator,
	CASE WHEN outcome IS NOT NULL THEN 1 ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	CAST(outcome AS VARCHAR) AS said,
	outcome AS months, weight AS has_left
FROM cell
WHERE period = 'all'

-- Of which sort is each subject of an indicator whose outcome is the name of a sort?
-- One row per cell and what became of a number of persons; said is the sort.
SELECT
	programme, period, pooled, subject, breakdown, category, persons,
	CASE WHEN outcome IS NOT NULL THEN 1 ELSE 0 END AS numerator,
	CASE WHEN outcome IS NOT NULL THEN 1 ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	outcome AS said
FROM cell

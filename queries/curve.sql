-- How many were followed for how many months, and how many of them left then, by programme and in all?
-- One row per programme, number of months and whether they left, and per category where they are told apart: what a survival
-- curve needs. The row without months holds those of whom nothing is known and those who are not ready to be counted.
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, pooled, breakdown, category, months, has_left,
	CAST(sum(denominator * persons) AS DOUBLE PRECISION) AS persons,
	CAST(sum(unknown * persons) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature * persons) AS DOUBLE PRECISION) AS immature
FROM person
GROUP BY GROUPING SETS (
	(programme, period, pooled, breakdown, category, months, has_left),
	(period, pooled, breakdown, category, months, has_left)
)
ORDER BY 4 NULLS LAST, 5 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST, 6 NULLS LAST, 7 NULLS LAST

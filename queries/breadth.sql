-- How many are there of each sort, by programme and period and in all?
-- One row per programme, period and sort, and per category where they are told apart. The row without a sort holds those whose
-- sort is not known and those who are not ready to be counted.
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, pooled, breakdown, category, said AS sort,
	CAST(sum(denominator * persons) AS DOUBLE PRECISION) AS persons,
	CAST(sum(unknown * persons) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature * persons) AS DOUBLE PRECISION) AS immature
FROM person
GROUP BY GROUPING SETS ((programme, period, pooled, breakdown, category, said), (period, pooled, breakdown, category, said))
ORDER BY 4 NULLS LAST, 5 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST, 6 NULLS LAST

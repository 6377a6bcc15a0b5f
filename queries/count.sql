-- Of how many, how many, or how much of how much, by programme and period and in all?
-- One row per programme and period, 'all' being the total, and per category where they are told apart: the sum of what the
-- subjects bring (person/). Programmes are added up, since nobody is in two.
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, pooled, breakdown, category,
	CAST(sum(numerator * persons) AS DOUBLE PRECISION) AS numerator,
	CAST(sum(denominator * persons) AS DOUBLE PRECISION) AS denominator,
	CAST(sum(unknown * persons) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature * persons) AS DOUBLE PRECISION) AS immature
FROM person
GROUP BY GROUPING SETS ((programme, period, pooled, breakdown, category), (period, pooled, breakdown, category))
ORDER BY 4 NULLS LAST, 5 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST

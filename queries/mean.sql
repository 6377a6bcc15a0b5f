-- How many outcomes are there, what do they sum to, and what do their squares sum to, by programme and period and in all?
-- One row per programme and period, 'all' being the total, and per category where they are told apart: what a mean and its
-- interval need.
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, pooled, breakdown, category,
	CAST(sum(denominator * persons) AS DOUBLE PRECISION) AS known,
	CAST(sum(numerator * persons) AS DOUBLE PRECISION) AS total,
	CAST(sum(numerator * numerator * persons) AS DOUBLE PRECISION) AS squares,
	CAST(sum(unknown * persons) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature * persons) AS DOUBLE PRECISION) AS immature
FROM person
GROUP BY GROUPING SETS ((programme, period, pooled, breakdown, category), (period, pooled, breakdown, category))
ORDER BY 4 NULLS LAST, 5 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST

-- How much is there of the one thing, and of the other thing that it is divided by, by programme and period and in all?
-- One row per programme and period, 'all' being the total. The outcome is an amount, the weight what it is divided by.
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
	CAST(sum(CASE WHEN mature THEN COALESCE(outcome, 0) ELSE 0 END) AS DOUBLE PRECISION) AS numerator,
	CAST(sum(CASE WHEN mature THEN weight ELSE 0 END) AS DOUBLE PRECISION) AS denominator,
	CAST(sum(CASE WHEN mature AND outcome IS NULL THEN 1 ELSE 0 END) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(CASE WHEN mature THEN 0 ELSE 1 END) AS DOUBLE PRECISION) AS immature
FROM subject
GROUP BY GROUPING SETS ((programme, period), (programme), (period), ())
HAVING count(*) > 0 -- without any row there is nothing to sum, not a sum of nothing
ORDER BY 1 NULLS LAST, 2 NULLS LAST

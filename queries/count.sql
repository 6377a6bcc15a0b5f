-- Of those who count in an indicator, how many have the outcome, by programme and period and in all?
-- One row per programme and period, 'all' being the total. A person with several rows in a cell counts once, and has the
-- outcome if any of the rows has it; so a total is counted anew from the persons and never added up from its parts.
WITH person AS (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature AND outcome THEN 1 WHEN mature AND NOT outcome THEN 0 END) AS outcome,
		max(weight) AS weight
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
)
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period,
	CAST(sum(CASE WHEN outcome = 1 THEN weight ELSE 0 END) AS DOUBLE PRECISION) AS numerator,
	CAST(sum(CASE WHEN outcome IS NOT NULL THEN weight ELSE 0 END) AS DOUBLE PRECISION) AS denominator,
	CAST(sum(CASE WHEN mature = 1 AND outcome IS NULL THEN weight ELSE 0 END) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(CASE WHEN mature = 0 THEN weight ELSE 0 END) AS DOUBLE PRECISION) AS immature
FROM person
GROUP BY GROUPING SETS ((programme, period), (period))
ORDER BY 1 NULLS LAST, 2 NULLS LAST

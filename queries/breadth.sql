-- How many are there of each sort, by programme and period and in all?
-- One row per programme, period and sort, and per category where traits are told apart. The row without a sort holds those
-- whose sort is not known and those who are not ready to be counted.
WITH cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category,
		p.said AS sort,
		sum(p.denominator) AS persons, sum(p.unknown) AS unknown, sum(p.immature) AS immature
	FROM person AS p
	LEFT JOIN trait AS t ON t.programme = p.programme AND t.subject = p.subject
	GROUP BY p.programme, p.period, t.breakdown, t.category, p.said
)
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, breakdown, category, sort,
	CAST(sum(persons) AS DOUBLE PRECISION) AS persons,
	CAST(sum(unknown) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature) AS DOUBLE PRECISION) AS immature
FROM cell
GROUP BY GROUPING SETS ((programme, period, breakdown, category, sort), (period, breakdown, category, sort))
ORDER BY 3 NULLS LAST, 4 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST, 5 NULLS LAST

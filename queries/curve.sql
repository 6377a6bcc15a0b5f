-- How many were followed for how many months, and how many of them left then, by programme and in all?
-- One row per programme, number of months and whether they left, and per category where traits are told apart: what a
-- survival curve needs. The row without months holds those of whom nothing is known and those who are not ready to be counted.
WITH cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category,
		p.months, p.has_left,
		sum(p.denominator) AS persons, sum(p.unknown) AS unknown, sum(p.immature) AS immature
	FROM person AS p
	LEFT JOIN trait AS t ON t.programme = p.programme AND t.subject = p.subject
	GROUP BY p.programme, p.period, t.breakdown, t.category, p.months, p.has_left
)
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, breakdown, category, months, has_left,
	CAST(sum(persons) AS DOUBLE PRECISION) AS persons,
	CAST(sum(unknown) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature) AS DOUBLE PRECISION) AS immature
FROM cell
GROUP BY GROUPING SETS ((programme, period, breakdown, category, months, has_left), (period, breakdown, category, months, has_left))
ORDER BY 3 NULLS LAST, 4 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST, 5 NULLS LAST, 6 NULLS LAST

-- How many were followed for how many months, and how many of them left then, by programme and in all?
-- One row per programme, number of months and whether they left, and per category where traits are told apart: what a
-- survival curve needs. The outcome is the number of months, the weight is 1 for those who left and 0 for those who were
-- still there when last heard of. The row without months holds those of whom nothing is known and those who are not ready
-- to be counted. Periods are not told apart.
WITH person AS (
	SELECT
		programme, subject, 'all' AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature THEN outcome END) AS months,
		max(CASE WHEN mature AND outcome IS NOT NULL THEN weight ELSE 0 END) AS has_left
	FROM subject
	GROUP BY programme, subject
), cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category, p.months, p.has_left,
		count(p.months) AS persons,
		sum(CASE WHEN p.mature = 1 AND p.months IS NULL THEN 1 ELSE 0 END) AS unknown,
		sum(CASE WHEN p.mature = 0 THEN 1 ELSE 0 END) AS immature
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

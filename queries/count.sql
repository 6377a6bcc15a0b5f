-- Of how many, how many, or how much of how much, by programme and period and in all?
-- One row per programme and period, 'all' being the total, and per category where traits are told apart: the sum of what the
-- subjects bring (person/). A total is counted anew from them and never added up from its parts; only programmes are, since
-- nobody is in two.
WITH cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category,
		sum(p.numerator) AS numerator, sum(p.denominator) AS denominator, sum(p.unknown) AS unknown, sum(p.immature) AS immature
	FROM person AS p
	LEFT JOIN trait AS t ON t.programme = p.programme AND t.subject = p.subject
	GROUP BY p.programme, p.period, t.breakdown, t.category
)
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, breakdown, category,
	CAST(sum(numerator) AS DOUBLE PRECISION) AS numerator,
	CAST(sum(denominator) AS DOUBLE PRECISION) AS denominator,
	CAST(sum(unknown) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature) AS DOUBLE PRECISION) AS immature
FROM cell
GROUP BY GROUPING SETS ((programme, period, breakdown, category), (period, breakdown, category))
ORDER BY 3 NULLS LAST, 4 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST

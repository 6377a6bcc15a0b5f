-- How many outcomes are there, what do they sum to, and what do their squares sum to, by programme and period and in all?
-- One row per programme and period, 'all' being the total, and per category where traits are told apart: what a mean and its
-- interval need.
WITH cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category,
		sum(p.denominator) AS known, sum(p.numerator) AS total, sum(p.numerator * p.numerator) AS squares,
		sum(p.unknown) AS unknown, sum(p.immature) AS immature
	FROM person AS p
	LEFT JOIN trait AS t ON t.programme = p.programme AND t.subject = p.subject
	GROUP BY p.programme, p.period, t.breakdown, t.category
)
SELECT
	CASE WHEN GROUPING(programme) = 1 THEN 'all' ELSE programme END AS programme,
	period, breakdown, category,
	CAST(sum(known) AS DOUBLE PRECISION) AS known,
	CAST(sum(total) AS DOUBLE PRECISION) AS total,
	CAST(sum(squares) AS DOUBLE PRECISION) AS squares,
	CAST(sum(unknown) AS DOUBLE PRECISION) AS unknown,
	CAST(sum(immature) AS DOUBLE PRECISION) AS immature
FROM cell
GROUP BY GROUPING SETS ((programme, period, breakdown, category), (period, breakdown, category))
ORDER BY 3 NULLS LAST, 4 NULLS LAST, 1 NULLS LAST, 2 NULLS LAST

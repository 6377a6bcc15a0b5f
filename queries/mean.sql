-- How many outcomes are there, what do they sum to, and what do their squares sum to, by programme and period and in all?
-- One row per programme and period, 'all' being the total, and per category where traits are told apart: what a mean and its
-- interval need. A subject with several rows in a cell counts once, with the greatest outcome. Added up as decimals, since
-- the sum of the same numbers must be the same in any order.
WITH person AS (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature THEN CAST(outcome AS DECIMAL(18, 6)) END) AS outcome
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
), cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category,
		count(p.outcome) AS known,
		sum(COALESCE(p.outcome, 0)) AS total,
		sum(COALESCE(p.outcome * p.outcome, 0)) AS squares,
		sum(CASE WHEN p.mature = 1 AND p.outcome IS NULL THEN 1 ELSE 0 END) AS unknown,
		sum(CASE WHEN p.mature = 0 THEN 1 ELSE 0 END) AS immature
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

-- Of those who count in an indicator, how many have the outcome, by programme and period and in all?
-- One row per programme and period, 'all' being the total, and per category where traits are told apart. A person with
-- several rows in a cell counts once, and has the outcome if any of the rows has it; so a total is counted anew from the
-- persons and never added up from its parts; only programmes are, since nobody is in two.
WITH person AS (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature AND outcome THEN 1 WHEN mature AND NOT outcome THEN 0 END) AS outcome,
		max(weight) AS weight
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
), cell AS (
	SELECT
		p.programme, p.period, COALESCE(t.breakdown, '') AS breakdown, COALESCE(t.category, '') AS category,
		sum(CASE WHEN p.outcome = 1 THEN p.weight ELSE 0 END) AS numerator,
		sum(CASE WHEN p.outcome IS NOT NULL THEN p.weight ELSE 0 END) AS denominator,
		sum(CASE WHEN p.mature = 1 AND p.outcome IS NULL THEN p.weight ELSE 0 END) AS unknown,
		sum(CASE WHEN p.mature = 0 THEN p.weight ELSE 0 END) AS immature
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

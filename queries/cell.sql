-- Who is alike in each cell of the figures, and how many are they?
-- One row or more per programme, period and category, where the period may be 'all', or a pool of three: 2008 is in 2006–2008,
-- 2007–2009 and 2008–2010. Whoever is in one period only is added up from there.
SELECT programme, period, 0 AS pooled, subject, breakdown, category, mature, outcome, weight, persons
FROM alike
WHERE scope IN ('only', 'period') AND category IS NOT NULL
UNION ALL
SELECT programme, 'all' AS period, 0 AS pooled, subject, breakdown, category, mature, outcome, weight, persons
FROM alike
WHERE scope IN ('only', 'all') AND category IS NOT NULL
UNION ALL
SELECT
	a.programme, p.label AS period, 1 AS pooled, a.subject, a.breakdown, a.category, a.mature, a.outcome, a.weight, a.persons
FROM alike AS a
JOIN pool AS p ON p.period = a.period
WHERE a.scope = 'only' AND a.breakdown = ''
UNION ALL
SELECT
	programme, label AS period, 1 AS pooled, '' AS subject, '' AS breakdown, '' AS category, mature, outcome, weight, persons
FROM pooled

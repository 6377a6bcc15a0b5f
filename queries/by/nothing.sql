-- How many are alike, when nothing is told apart but programmes and periods?
-- One row per programme, scope and period, and what became of them.
SELECT
	programme, scope, period, '' AS subject, '' AS breakdown, '' AS category,
	mature, outcome, weight, count(*) AS persons
FROM part
GROUP BY programme, scope, period, mature, outcome, weight

-- How many visits are alike, told apart by what is known of each?
-- One row per programme, scope and period, and what became of them; and again per category of each breakdown, which is not
-- known for one of another kind.
SELECT
	p.programme, p.scope, p.period, '' AS subject,
	CASE WHEN GROUPING(t.kind) = 0 THEN 'kind' ELSE '' END AS breakdown,
	CASE WHEN GROUPING(t.kind) = 1 THEN '' ELSE t.kind END AS category,
	p.mature, p.outcome, p.weight, count(*) AS persons
FROM part AS p
LEFT JOIN visit_trait AS t ON t.programme = p.programme AND t.subject = p.subject
GROUP BY GROUPING SETS (
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.kind),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight)
)

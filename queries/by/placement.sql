-- How many placements are alike, told apart by what is known of each?
-- One row per programme, scope and period, and what became of them; and again per category of each breakdown, which is not
-- known for one of another kind.
SELECT
	p.programme, p.scope, p.period, '' AS subject,
	CASE
		WHEN GROUPING(t.host_sector) = 0 THEN 'host_sector'
		WHEN GROUPING(t.centrality) = 0 THEN 'centrality'
		ELSE ''
	END AS breakdown,
	CASE
		WHEN GROUPING(t.host_sector) + GROUPING(t.centrality) = 2 THEN ''
		ELSE COALESCE(t.host_sector, t.centrality)
	END AS category,
	p.mature, p.outcome, p.weight, count(*) AS persons
FROM part AS p
LEFT JOIN placement_trait AS t ON t.programme = p.programme AND t.subject = p.subject
GROUP BY GROUPING SETS (
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.host_sector),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.centrality),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight)
)

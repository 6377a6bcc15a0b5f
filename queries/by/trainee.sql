-- How many trainees are alike, told apart by what is known of each?
-- One row per programme, scope and period, and what became of them; and again per category of each breakdown, which is not
-- known for one of another kind.
SELECT
	p.programme, p.scope, p.period, '' AS subject,
	CASE
		WHEN GROUPING(t.gender) = 0 THEN 'gender'
		WHEN GROUPING(t.education) = 0 THEN 'education'
		WHEN GROUPING(t.field) = 0 THEN 'field'
		WHEN GROUPING(t.mobility) = 0 THEN 'mobility'
		WHEN GROUPING(t.host_sector) = 0 THEN 'host_sector'
		WHEN GROUPING(t.centrality) = 0 THEN 'centrality'
		WHEN GROUPING(t.origin) = 0 THEN 'origin'
		WHEN GROUPING(t.residence) = 0 THEN 'residence'
		ELSE ''
	END AS breakdown,
	CASE
		WHEN GROUPING(t.gender) + GROUPING(t.education) + GROUPING(t.field) + GROUPING(t.mobility) + GROUPING(t.host_sector)
			+ GROUPING(t.centrality) + GROUPING(t.origin) + GROUPING(t.residence) = 8 THEN ''
		ELSE COALESCE(t.gender, t.education, t.field, t.mobility, t.host_sector, t.centrality, t.origin, t.residence)
	END AS category,
	p.mature, p.outcome, p.weight, count(*) AS persons
FROM part AS p
LEFT JOIN trainee_trait AS t ON t.programme = p.programme AND t.subject = p.subject
GROUP BY GROUPING SETS (
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.gender),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.education),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.field),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.mobility),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.host_sector),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.centrality),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.origin),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight, t.residence),
	(p.programme, p.scope, p.period, p.mature, p.outcome, p.weight)
)

-- Which placements had begun by the date, with whom and where?
-- One row per trainee and module. What happens after the date, the end and the evaluation, has not happened yet. sector is
-- that of the host where it is or was a member, centrality the class of the municipality of work on the first day.
SELECT
	f.programme, f.trainee_id, f.trainee_id || ' ' || CAST(f.module AS VARCHAR) AS placement_id, f.module, f.company,
	f.kommune, f.started_on,
	CASE WHEN f.ended_on <= m.as_of THEN f.ended_on END AS ended_on,
	CASE WHEN f.ended_on IS NULL OR f.ended_on <= m.as_of THEN f.evaluation END AS evaluation,
	c.sector, z.centrality
FROM fact_placements AS f
CROSS JOIN moment AS m
LEFT JOIN fact_placements AS newer ON newer.programme = f.programme AND newer.trainee_id = f.trainee_id
	AND newer.module = f.module
	AND newer.batch > f.batch AND newer.batch <= m.known_at
LEFT JOIN companies AS c ON c.programme = f.programme AND c.org_no = f.company
LEFT JOIN centrality AS z ON z.kommune = f.kommune
	AND z.valid_from <= f.started_on AND f.started_on < z.valid_to
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.started_on <= m.as_of

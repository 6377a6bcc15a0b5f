-- Which jobs had begun by the date?
-- One row per trainee, company and first day. An end after the date has not happened yet.
SELECT
	f.programme, f.trainee_id, f.company, f.started_on, f.kommune, f.member_company, f.relevant,
	CASE WHEN f.ended_on <= m.as_of THEN f.ended_on END AS ended_on
FROM fact_employments AS f
CROSS JOIN moment AS m
LEFT JOIN fact_employments AS newer ON newer.programme = f.programme AND newer.trainee_id = f.trainee_id
	AND newer.company = f.company AND newer.started_on = f.started_on
	AND newer.batch > f.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.started_on <= m.as_of

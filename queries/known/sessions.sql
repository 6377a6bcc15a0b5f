-- Which seminars and talks had been held by the date, and who came?
-- One row per trainee who was invited, kind and day.
SELECT
	f.programme, f.trainee_id, f.kind, f.held_on, f.module, f.attended,
	CAST(CAST(extract(year FROM f.held_on) AS INTEGER) AS VARCHAR) AS year
FROM fact_sessions AS f
CROSS JOIN moment AS m
LEFT JOIN fact_sessions AS newer ON newer.programme = f.programme AND newer.trainee_id = f.trainee_id
	AND newer.kind = f.kind AND newer.held_on = f.held_on
	AND newer.batch > f.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.held_on <= m.as_of

-- Which activities had been held by the date, and what did they cost?
-- One row per activity, with the calendar year in which it was held.
SELECT
	f.programme, f.activity_id, f.kind, f.held_on, f.kommune, f.reached, f.cost_nok,
	CAST(CAST(extract(year FROM f.held_on) AS INTEGER) AS VARCHAR) AS year
FROM fact_activities AS f
CROSS JOIN moment AS m
LEFT JOIN fact_activities AS newer ON newer.programme = f.programme AND newer.activity_id = f.activity_id
	AND newer.batch > f.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.held_on <= m.as_of

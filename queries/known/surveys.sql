-- What had been answered by the date?
-- One row per respondent and day.
SELECT
	f.programme, f.respondent_id, f.answered_on, f.role, f.importance, f.would_have_settled, f.would_have_filled,
	f.satisfaction, f.invited_on
FROM fact_surveys AS f
CROSS JOIN moment AS m
LEFT JOIN fact_surveys AS newer ON newer.programme = f.programme AND newer.respondent_id = f.respondent_id
	AND newer.answered_on = f.answered_on
	AND newer.batch > f.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.answered_on <= m.as_of

-- What had the programme received and spent, year by year?
-- One row per programme, year and item, up to the year of the date.
SELECT f.programme, CAST(f.year AS VARCHAR) AS year, f.item, f.amount_nok
FROM fact_finances AS f
CROSS JOIN moment AS m
LEFT JOIN fact_finances AS newer ON newer.programme = f.programme AND newer.year = f.year AND newer.item = f.item
	AND newer.batch > f.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.year <= extract(year FROM m.as_of)

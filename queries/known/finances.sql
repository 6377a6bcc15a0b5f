-- What had the programme received and spent, year by year?
-- One row per programme, year and item, up to the year of the date.
SELECT f.programme, CAST(f.year AS VARCHAR) AS year, f.item, f.amount_nok
FROM fact_finances AS f
JOIN (
	SELECT programme, year, item, max(batch) AS batch
	FROM fact_finances CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, year, item
) AS newest ON newest.programme = f.programme AND newest.year = f.year AND newest.item = f.item AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND f.year <= extract(year FROM m.as_of)

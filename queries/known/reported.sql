-- Which figures had been published elsewhere?
-- One row per programme, indicator, period and source. They stand beside the computed figures and are never pooled.
SELECT f.programme, f.indicator, f.period, f.source, f.numerator, f.denominator, f.value, f.as_of, f.note
FROM fact_reported AS f
JOIN (
	SELECT programme, indicator, period, source, max(batch) AS batch
	FROM fact_reported CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, indicator, period, source
) AS newest ON newest.programme = f.programme AND newest.indicator = f.indicator AND newest.period = f.period
	AND newest.source = f.source AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND (f.as_of IS NULL OR f.as_of <= m.as_of)

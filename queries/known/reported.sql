-- Which figures had been published elsewhere?
-- One row per programme, indicator, period and source. They stand beside the computed figures and are never pooled.
SELECT f.programme, f.indicator, f.period, f.source, f.numerator, f.denominator, f.value, f.as_of, f.note
FROM fact_reported AS f
CROSS JOIN moment AS m
LEFT JOIN fact_reported AS newer ON newer.programme = f.programme AND newer.indicator = f.indicator
	AND newer.period = f.period AND newer.source = f.source
	AND newer.batch > f.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND (f.as_of IS NULL OR f.as_of <= m.as_of)

-- On which facts does a figure rest, of all that were known at the moment?
-- One row per subject of the programme and period and fact about it: the version that counts, with its place in its source.
-- happened_on tells a sighting before the day that is asked of from one after it.
-- A subject is named by its key, or by its key and a part of it: a trainee and a module, a company and a year.
SELECT
	p.programme, p.subject, v.feed, v.part, COALESCE(v.source_sheet, '') AS source_sheet, v.source_row, v.batch,
	CAST(v.happened_on AS VARCHAR) AS happened_on
FROM person AS p
CROSS JOIN moment AS m
JOIN version AS v ON v.programme = p.programme AND v.about IN (p.subject, split_part(p.subject, ' ', 1))
LEFT JOIN version AS newer ON newer.programme = v.programme AND newer.feed = v.feed AND newer.fact = v.fact
	AND newer.batch > v.batch AND newer.batch <= m.known_at
WHERE newer.batch IS NULL AND v.batch <= m.known_at AND NOT v.removed AND v.happened_on <= m.as_of
	AND (? = 'all' OR p.programme = ?) AND p.period = ? AND p.pooled = 0
ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST, v.happened_on NULLS LAST, 7 NULLS LAST, 5 NULLS LAST, 6 NULLS LAST

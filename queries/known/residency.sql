-- What had been observed by the date of where people live?
-- One row per trainee, day and source. in_region: TRUE or FALSE for those who live in a known municipality, FALSE for the
-- emigrated, and not known for the protected, the deceased and those whom nobody found. Of a municipality of undecided nobody
-- can say whether it belongs to the region.
SELECT
	f.programme, f.trainee_id, f.observed_on, f.source, f.status, f.kommune, f.works_in_region, f.moved_on,
	CASE
		WHEN f.status = 'resident' AND r.kommune IS NOT NULL THEN TRUE
		WHEN f.status = 'resident' AND u.kommune IS NOT NULL THEN NULL
		WHEN f.status = 'resident' THEN FALSE
		WHEN f.status = 'emigrated' THEN FALSE
	END AS in_region,
	CASE f.source WHEN 'register' THEN 1 WHEN 'survey' THEN 2 WHEN 'employer' THEN 3 ELSE 4 END AS source_rank
FROM fact_residency AS f
CROSS JOIN moment AS m
LEFT JOIN fact_residency AS newer ON newer.programme = f.programme AND newer.trainee_id = f.trainee_id
	AND newer.observed_on = f.observed_on AND newer.source = f.source
	AND newer.batch > f.batch AND newer.batch <= m.known_at
LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = f.kommune
	AND r.valid_from <= f.observed_on AND f.observed_on < r.valid_to
LEFT JOIN undecided AS u ON u.kommune = f.kommune
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.observed_on <= m.as_of

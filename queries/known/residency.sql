-- What had been observed by the date of where people live?
-- One row per trainee, day and source. in_region: TRUE or FALSE for those who live in a known municipality, FALSE for the
-- emigrated, and not known for the protected, the deceased and those whom nobody found.
SELECT
	f.programme, f.trainee_id, f.observed_on, f.source, f.status, f.kommune, f.works_in_region, f.moved_on,
	CASE
		WHEN f.status = 'resident' THEN EXISTS (
			SELECT 1 FROM region AS r
			WHERE r.programme = f.programme AND r.kommune = f.kommune
				AND r.valid_from <= f.observed_on AND (r.valid_to IS NULL OR f.observed_on < r.valid_to)
		)
		WHEN f.status = 'emigrated' THEN FALSE
	END AS in_region,
	CASE f.source WHEN 'register' THEN 1 WHEN 'survey' THEN 2 WHEN 'employer' THEN 3 ELSE 4 END AS source_rank
FROM fact_residency AS f
JOIN (
	SELECT programme, trainee_id, observed_on, source, max(batch) AS batch
	FROM fact_residency CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, trainee_id, observed_on, source
) AS newest ON newest.programme = f.programme AND newest.trainee_id = f.trainee_id
	AND newest.observed_on = f.observed_on AND newest.source = f.source AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND f.observed_on <= m.as_of

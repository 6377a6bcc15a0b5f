-- Where did each trainee live at the date, as far as anyone knew?
-- One row per trainee who was ever observed: the newest observation, and of two on the same day the better source. An
-- observation older than 18 months says nothing about today: in_region and lives_and_works are then not known.
SELECT
	o.programme, o.trainee_id, o.observed_on, o.kommune, o.source,
	CASE WHEN o.fresh THEN o.in_region END AS in_region,
	CASE
		WHEN NOT o.fresh THEN NULL
		WHEN NOT o.in_region THEN FALSE
		WHEN NOT o.works_in_region THEN FALSE
		WHEN o.in_region AND o.works_in_region THEN TRUE
	END AS lives_and_works
FROM (
	SELECT
		r.programme, r.trainee_id, r.observed_on, r.kommune, r.source, r.in_region, r.works_in_region,
		CAST(r.observed_on + INTERVAL '18' MONTH AS DATE) >= m.as_of AS fresh,
		row_number() OVER (
			PARTITION BY r.programme, r.trainee_id
			ORDER BY r.observed_on DESC NULLS LAST, r.source_rank NULLS LAST, r.source NULLS LAST
		) AS place
	FROM residency AS r
	CROSS JOIN moment AS m
) AS o
WHERE o.place = 1

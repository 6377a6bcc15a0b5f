-- Where did each trainee live at the date, as far as anyone knew?
-- One row per trainee who was ever sighted: the newest sighting. One that is older than 18 months says nothing about today:
-- in_region and lives_and_works are then not known.
SELECT
	s.programme, s.trainee_id, s.observed_on, s.status, s.kommune, s.source,
	CASE WHEN s.fresh THEN s.in_region END AS in_region,
	CASE
		WHEN NOT s.fresh THEN NULL
		WHEN NOT s.in_region THEN FALSE
		WHEN NOT s.works_in_region THEN FALSE
		WHEN s.in_region AND s.works_in_region THEN TRUE
	END AS lives_and_works
FROM (
	SELECT
		s.*,
		CAST(s.observed_on + INTERVAL '18' MONTH AS DATE) >= m.as_of AS fresh,
		row_number() OVER (PARTITION BY s.programme, s.trainee_id ORDER BY s.observed_on DESC NULLS LAST) AS place
	FROM sightings AS s
	CROSS JOIN moment AS m
) AS s
WHERE s.place = 1

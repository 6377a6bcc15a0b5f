-- For how long after completing did each former trainee live in the region, and have they left?
-- One row per completed trainee. months run from the last day as a trainee to the leaving; or to the last sighting inside
-- where nobody has seen them leave; not known for those who were never sighted since. The leaving is the move that the first
-- sighting outside reports, or else lies midway between it and the last sighting inside. Who lived outside on the last day
-- as a trainee and was never sighted inside since, had left at once. Who moved back later has left all the same.
WITH done AS (
	SELECT
		programme, trainee_id, cohort, ended_on,
		CAST(372 * extract(year FROM ended_on) + 31 * extract(month FROM ended_on) + extract(day FROM ended_on) AS BIGINT) AS step
	FROM trainees
	WHERE completed
), began AS ( -- the newest word on where they lived that day, as in known/anniversaries.sql
	SELECT
		d.programme, d.trainee_id, s.in_region,
		row_number() OVER (
			PARTITION BY d.programme, d.trainee_id
			ORDER BY s.since DESC NULLS LAST, s.source_rank NULLS LAST, s.observed_on DESC NULLS LAST
		) AS place
	FROM done AS d
	JOIN sightings AS s ON s.programme = d.programme AND s.trainee_id = d.trainee_id
		AND s.since <= d.ended_on AND d.ended_on <= CAST(s.observed_on + INTERVAL '18' MONTH AS DATE)
), outside AS ( -- the first sighting outside
	SELECT
		d.programme, d.trainee_id, s.observed_step AS step, s.moved_step,
		row_number() OVER (PARTITION BY d.programme, d.trainee_id ORDER BY s.observed_on NULLS LAST) AS place
	FROM done AS d
	JOIN sightings AS s ON s.programme = d.programme AND s.trainee_id = d.trainee_id
		AND s.observed_on >= d.ended_on AND NOT s.in_region
), inside AS ( -- the last sighting inside before it
	SELECT d.programme, d.trainee_id, max(s.observed_step) AS step
	FROM done AS d
	JOIN sightings AS s ON s.programme = d.programme AND s.trainee_id = d.trainee_id
		AND s.observed_on >= d.ended_on AND s.in_region
	LEFT JOIN outside AS o ON o.programme = d.programme AND o.trainee_id = d.trainee_id AND o.place = 1
	WHERE o.step IS NULL OR s.observed_step < o.step
	GROUP BY d.programme, d.trainee_id
)
SELECT
	d.programme, d.trainee_id, d.cohort, d.ended_on, d.step AS ended_step,
	CAST(CASE
		WHEN i.step IS NULL AND NOT b.in_region THEN 0
		WHEN o.step IS NULL THEN 2 * (i.step - d.step)
		WHEN o.moved_step BETWEEN COALESCE(i.step, d.step) AND o.step THEN 2 * (o.moved_step - d.step)
		ELSE COALESCE(i.step, d.step) + o.step - 2 * d.step
	END AS DOUBLE PRECISION) / 62 AS months,
	CASE WHEN o.step IS NOT NULL OR (i.step IS NULL AND NOT b.in_region) THEN TRUE ELSE FALSE END AS has_left
FROM done AS d
LEFT JOIN began AS b ON b.programme = d.programme AND b.trainee_id = d.trainee_id AND b.place = 1
LEFT JOIN outside AS o ON o.programme = d.programme AND o.trainee_id = d.trainee_id AND o.place = 1
LEFT JOIN inside AS i ON i.programme = d.programme AND i.trainee_id = d.trainee_id

-- Did each former trainee live in the region one, two, three and five years after completing?
-- One row per trainee who completed or is still under way, and number of years; mature once the day has come. What was the
-- newest word on where they lived that day decides: a sighting of at most 18 months before, or a later one that dates the
-- move there to before the day. Without either, the first sighting within 18 months after, if it reports no move: who is
-- inside then lived there on the day. Who is outside then had left by the day, if an earlier sighting has them inside, or
-- outside already: that one is more than 18 months older than the day, so the middle of the time between the two, when they
-- are taken to have left (known/spells.sql), lies before it. Who was never sighted before is not known: they may have left
-- any day. Protected and deceased are not known.
WITH due AS (
	SELECT
		t.programme, t.trainee_id, t.cohort, y.years,
		CASE y.years
			WHEN 1 THEN CAST(t.ended_on + INTERVAL '12' MONTH AS DATE)
			WHEN 2 THEN CAST(t.ended_on + INTERVAL '24' MONTH AS DATE)
			WHEN 3 THEN CAST(t.ended_on + INTERVAL '36' MONTH AS DATE)
			WHEN 5 THEN CAST(t.ended_on + INTERVAL '60' MONTH AS DATE)
		END AS falls_on
	FROM trainees AS t
	CROSS JOIN (SELECT 1 AS years UNION ALL SELECT 2 AS years UNION ALL SELECT 3 AS years UNION ALL SELECT 5 AS years) AS y
	WHERE t.completed OR t.under_way
), come AS (
	SELECT d.* FROM due AS d CROSS JOIN moment AS m WHERE d.falls_on <= m.as_of
), word AS (
	SELECT
		c.programme, c.trainee_id, c.years, s.in_region,
		row_number() OVER (
			PARTITION BY c.programme, c.trainee_id, c.years
			ORDER BY s.since DESC NULLS LAST, s.source_rank NULLS LAST, s.observed_on DESC NULLS LAST
		) AS place
	FROM come AS c
	JOIN sightings AS s ON s.programme = c.programme AND s.trainee_id = c.trainee_id
		AND s.since <= c.falls_on AND c.falls_on <= CAST(s.observed_on + INTERVAL '18' MONTH AS DATE)
), earlier AS ( -- the newest sighting until the day, however old
	SELECT
		c.programme, c.trainee_id, c.years, s.in_region,
		row_number() OVER (
			PARTITION BY c.programme, c.trainee_id, c.years ORDER BY s.observed_on DESC NULLS LAST
		) AS place
	FROM come AS c
	JOIN sightings AS s ON s.programme = c.programme AND s.trainee_id = c.trainee_id AND s.observed_on <= c.falls_on
), later AS (
	SELECT
		c.programme, c.trainee_id, c.years, s.in_region, s.moved_on,
		row_number() OVER (
			PARTITION BY c.programme, c.trainee_id, c.years ORDER BY s.observed_on NULLS LAST
		) AS place
	FROM come AS c
	JOIN sightings AS s ON s.programme = c.programme AND s.trainee_id = c.trainee_id
		AND s.observed_on > c.falls_on AND s.observed_on <= CAST(c.falls_on + INTERVAL '18' MONTH AS DATE)
)
SELECT
	d.programme, d.trainee_id, d.cohort, d.years, d.falls_on, COALESCE(d.falls_on <= m.as_of, FALSE) AS mature,
	CASE
		WHEN w.programme IS NOT NULL THEN w.in_region
		WHEN l.moved_on IS NOT NULL THEN NULL
		WHEN l.in_region OR e.in_region IS NOT NULL THEN l.in_region
	END AS in_region
FROM due AS d
CROSS JOIN moment AS m
LEFT JOIN word AS w ON w.programme = d.programme AND w.trainee_id = d.trainee_id AND w.years = d.years AND w.place = 1
LEFT JOIN later AS l ON l.programme = d.programme AND l.trainee_id = d.trainee_id AND l.years = d.years AND l.place = 1
LEFT JOIN earlier AS e ON e.programme = d.programme AND e.trainee_id = d.trainee_id AND e.years = d.years AND e.place = 1

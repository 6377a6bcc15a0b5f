-- On which days was it observed where a trainee lived, and since when had they lived there?
-- One row per trainee and day, by the best source of the day: register, survey, employer, programme. An attempt that found
-- nobody is no sighting. since is the day of the move that the observation reports, or the day itself: from then until the
-- day of the observation they lived there. The steps number the days, 31 to a month and 372 to a year: the same day of
-- another month is a whole number of months away.
SELECT
	programme, trainee_id, observed_on, moved_on, source, source_rank, status, kommune, in_region, works_in_region,
	CASE WHEN moved_on < observed_on THEN moved_on ELSE observed_on END AS since,
	CAST(
		372 * extract(year FROM observed_on) + 31 * extract(month FROM observed_on) + extract(day FROM observed_on) AS BIGINT
	) AS observed_step,
	CAST(
		372 * extract(year FROM moved_on) + 31 * extract(month FROM moved_on) + extract(day FROM moved_on) AS BIGINT
	) AS moved_step
FROM (
	SELECT
		r.*,
		row_number() OVER (
			PARTITION BY programme, trainee_id, observed_on ORDER BY source_rank NULLS LAST, source NULLS LAST
		) AS place
	FROM residency AS r
	WHERE status <> 'unknown'
) AS r
WHERE place = 1

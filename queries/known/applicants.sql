-- Who has applied, and what does the newest application of each say?
-- One row per applicant. mobility: grew_up in the region, by municipality or tie; moved_back: grew up there and lived
-- elsewhere when applying; newcomer: grew up elsewhere. Not known where neither the municipality nor the tie is given.
SELECT
	a.programme, a.applicant_id, a.gender, a.birth_year, a.education_level, a.education_years, a.field, a.home_kommune, a.tie,
	a.channel, a.lives_in_region,
	CASE
		WHEN a.home_in_region OR a.tie = 'grew_up' THEN CASE WHEN NOT a.lives_in_region THEN 'moved_back' ELSE 'grew_up' END
		WHEN a.home_in_region IS NOT NULL OR a.tie IS NOT NULL THEN 'newcomer'
	END AS mobility
FROM applications AS a
LEFT JOIN (
	SELECT programme, application_id
	FROM (
		SELECT
			programme, application_id,
			row_number() OVER (
				PARTITION BY programme, applicant_id
				ORDER BY submitted_on DESC NULLS LAST, application_id DESC NULLS LAST
			) AS place
		FROM applications
	) AS by_day
	WHERE place > 1
) AS earlier ON earlier.programme = a.programme AND earlier.application_id = a.application_id
WHERE earlier.programme IS NULL

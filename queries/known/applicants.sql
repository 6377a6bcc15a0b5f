-- Who has applied, and what does the newest application of each say?
-- One row per applicant. mobility: grew_up in the region, by municipality or tie; moved_back: grew up there and lived
-- elsewhere when applying; newcomer: grew up elsewhere. Not known where neither the municipality nor the tie is given.
SELECT
	programme, applicant_id, gender, birth_year, education_level, education_years, field, home_kommune, tie, channel,
	lives_in_region,
	CASE
		WHEN home_in_region OR tie = 'grew_up' THEN CASE WHEN NOT lives_in_region THEN 'moved_back' ELSE 'grew_up' END
		WHEN home_in_region IS NOT NULL OR tie IS NOT NULL THEN 'newcomer'
	END AS mobility
FROM (
	SELECT
		a.*,
		row_number() OVER (
			PARTITION BY programme, applicant_id
			ORDER BY submitted_on DESC NULLS LAST, application_id DESC NULLS LAST
		) AS place
	FROM applications AS a
) AS a
WHERE place = 1

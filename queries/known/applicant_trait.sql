-- Which traits does each applicant have?
-- One row per applicant, with a column for each breakdown; the category is unknown where nothing is said. The level of
-- education is the first digit of NUS2000.
SELECT
	programme, applicant_id AS subject,
	COALESCE(gender, 'unknown') AS gender,
	CASE
		WHEN education_level <= 2 THEN 'compulsory'
		WHEN education_level <= 4 THEN 'upper_secondary'
		WHEN education_level = 5 THEN 'post_secondary'
		WHEN education_level = 6 THEN 'bachelor'
		WHEN education_level = 7 THEN 'master'
		WHEN education_level = 8 THEN 'doctorate'
		ELSE 'unknown'
	END AS education,
	COALESCE(field, 'unknown') AS field,
	COALESCE(mobility, 'unknown') AS mobility,
	COALESCE(channel, 'unknown') AS channel
FROM applicants

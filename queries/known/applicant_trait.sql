-- Which traits does each applicant have?
-- One row per applicant and breakdown; the category is unknown where nothing is said. The level of education is the first
-- digit of NUS2000.
SELECT programme, applicant_id AS subject, 'gender' AS breakdown, COALESCE(gender, 'unknown') AS category FROM applicants
UNION ALL
SELECT
	programme, applicant_id AS subject, 'education' AS breakdown,
	CASE
		WHEN education_level <= 2 THEN 'compulsory'
		WHEN education_level <= 4 THEN 'upper_secondary'
		WHEN education_level = 5 THEN 'post_secondary'
		WHEN education_level = 6 THEN 'bachelor'
		WHEN education_level = 7 THEN 'master'
		WHEN education_level = 8 THEN 'doctorate'
		ELSE 'unknown'
	END AS category
FROM applicants
UNION ALL
SELECT programme, applicant_id AS subject, 'field' AS breakdown, COALESCE(field, 'unknown') AS category FROM applicants
UNION ALL
SELECT programme, applicant_id AS subject, 'mobility' AS breakdown, COALESCE(mobility, 'unknown') AS category FROM applicants
UNION ALL
SELECT programme, applicant_id AS subject, 'channel' AS breakdown, COALESCE(channel, 'unknown') AS category FROM applicants

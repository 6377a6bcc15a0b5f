-- Which traits does each trainee have?
-- One row per trainee, breakdown and category; the category is unknown where nothing is said. Of sectors and classes of
-- centrality a trainee has as many as are known of the hosts: who was placed in two sectors counts in both.
SELECT programme, trainee_id AS subject, 'gender' AS breakdown, COALESCE(gender, 'unknown') AS category FROM trainees
UNION ALL
SELECT
	programme, trainee_id AS subject, 'education' AS breakdown,
	CASE
		WHEN education_level <= 2 THEN 'compulsory'
		WHEN education_level <= 4 THEN 'upper_secondary'
		WHEN education_level = 5 THEN 'post_secondary'
		WHEN education_level = 6 THEN 'bachelor'
		WHEN education_level = 7 THEN 'master'
		WHEN education_level = 8 THEN 'doctorate'
		ELSE 'unknown'
	END AS category
FROM trainees
UNION ALL
SELECT programme, trainee_id AS subject, 'field' AS breakdown, COALESCE(field, 'unknown') AS category FROM trainees
UNION ALL
SELECT programme, trainee_id AS subject, 'mobility' AS breakdown, COALESCE(mobility, 'unknown') AS category FROM trainees
UNION ALL
SELECT DISTINCT t.programme, t.trainee_id AS subject, 'host_sector' AS breakdown, COALESCE(p.sector, 'unknown') AS category
FROM trainees AS t
LEFT JOIN placements AS p ON p.programme = t.programme AND p.trainee_id = t.trainee_id AND p.sector IS NOT NULL
UNION ALL
SELECT DISTINCT t.programme, t.trainee_id AS subject, 'centrality' AS breakdown, COALESCE(p.centrality, 'unknown') AS category
FROM trainees AS t
LEFT JOIN placements AS p ON p.programme = t.programme AND p.trainee_id = t.trainee_id AND p.centrality IS NOT NULL

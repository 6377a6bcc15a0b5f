-- Which traits does each trainee have?
-- One row per trainee and breakdown; the category is unknown where nothing is said. The sector and the class of centrality are
-- those of the first host: what a trainee brought or met at the beginning, so that nothing that came of it chose the category,
-- and everybody is in one.
WITH host AS (
	SELECT t.programme, t.trainee_id, p.sector AS host_sector, p.centrality
	FROM trainees AS t
	LEFT JOIN (
		SELECT
			programme, trainee_id, sector, centrality,
			row_number() OVER (PARTITION BY programme, trainee_id ORDER BY started_on NULLS LAST, module NULLS LAST) AS place
		FROM placements
	) AS p ON p.programme = t.programme AND p.trainee_id = t.trainee_id AND p.place = 1
)
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
SELECT programme, trainee_id AS subject, 'host_sector' AS breakdown, COALESCE(host_sector, 'unknown') AS category FROM host
UNION ALL
SELECT programme, trainee_id AS subject, 'centrality' AS breakdown, COALESCE(centrality, 'unknown') AS category FROM host

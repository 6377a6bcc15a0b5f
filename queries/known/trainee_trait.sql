-- Which traits does each trainee have?
-- One row per trainee, with a column for each breakdown; the category is unknown where nothing is said. The sector and the
-- class of centrality are those of the first host: what a trainee brought or met at the beginning, so that nothing that came
-- of it chose the category, and everybody is in one.
SELECT
	t.programme, t.trainee_id AS subject,
	COALESCE(t.gender, 'unknown') AS gender,
	CASE
		WHEN t.education_level <= 2 THEN 'compulsory'
		WHEN t.education_level <= 4 THEN 'upper_secondary'
		WHEN t.education_level = 5 THEN 'post_secondary'
		WHEN t.education_level = 6 THEN 'bachelor'
		WHEN t.education_level = 7 THEN 'master'
		WHEN t.education_level = 8 THEN 'doctorate'
		ELSE 'unknown'
	END AS education,
	COALESCE(t.field, 'unknown') AS field,
	COALESCE(t.mobility, 'unknown') AS mobility,
	COALESCE(h.sector, 'unknown') AS host_sector,
	COALESCE(h.centrality, 'unknown') AS centrality
FROM trainees AS t
LEFT JOIN hosts AS h ON h.programme = t.programme AND h.trainee_id = t.trainee_id

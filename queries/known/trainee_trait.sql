-- Which traits does each trainee have?
-- One row per trainee, with a column for each breakdown; the category is unknown where nothing is said. The sector and the
-- class of centrality are those of the first host: what a trainee brought or met at the beginning, so that nothing that came
-- of it chose the category, and everybody is in one. origin is the municipality where they grew up. residence is the exception:
-- the municipality where they were last known to live, if that is known still; 9999 is outside the country.
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
	COALESCE(h.centrality, 'unknown') AS centrality,
	COALESCE(t.home_kommune, 'unknown') AS origin,
	CASE
		WHEN r.in_region IS NULL THEN 'unknown'
		WHEN r.status = 'emigrated' THEN '9999'
		ELSE r.kommune
	END AS residence
FROM trainees AS t
LEFT JOIN hosts AS h ON h.programme = t.programme AND h.trainee_id = t.trainee_id
LEFT JOIN residence AS r ON r.programme = t.programme AND r.trainee_id = t.trainee_id

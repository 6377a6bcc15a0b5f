-- Who was the first host of each trainee?
-- One row per trainee who has begun with one: the sector of the host, and the class of centrality of where it lies.
SELECT programme, trainee_id, sector, centrality
FROM (
	SELECT
		programme, trainee_id, sector, centrality,
		row_number() OVER (PARTITION BY programme, trainee_id ORDER BY started_on NULLS LAST, module NULLS LAST) AS place
	FROM placements
) AS p
WHERE place = 1

-- Which traits does each placement have?
-- One row per placement, with a column for each breakdown; the category is unknown where nothing is said.
SELECT
	programme, placement_id AS subject,
	COALESCE(sector, 'unknown') AS host_sector,
	COALESCE(centrality, 'unknown') AS centrality
FROM placements

-- Which traits does each placement have?
-- One row per placement and breakdown; the category is unknown where nothing is said.
SELECT programme, placement_id AS subject, 'host_sector' AS breakdown, COALESCE(sector, 'unknown') AS category FROM placements
UNION ALL
SELECT programme, placement_id AS subject, 'centrality' AS breakdown, COALESCE(centrality, 'unknown') AS category FROM placements

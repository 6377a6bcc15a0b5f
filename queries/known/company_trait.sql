-- Which traits does each company have?
-- One row per company and breakdown; the category is unknown where nothing is said.
SELECT programme, org_no AS subject, 'sector' AS breakdown, COALESCE(sector, 'unknown') AS category FROM companies
UNION ALL
SELECT programme, org_no AS subject, 'centrality' AS breakdown, COALESCE(centrality, 'unknown') AS category FROM companies

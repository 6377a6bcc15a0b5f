-- Which traits does each company have?
-- One row per company, with a column for each breakdown; the category is unknown where nothing is said.
SELECT
	programme, org_no AS subject,
	COALESCE(sector, 'unknown') AS sector,
	COALESCE(centrality, 'unknown') AS centrality
FROM companies

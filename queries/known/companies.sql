-- Which companies had joined by the date?
-- One row per company and programme. A company is a member from joined_on until the day before left_on.
SELECT f.programme, f.org_no, f.name, f.sector, f.kommune, f.joined_on, f.left_on
FROM fact_companies AS f
JOIN (
	SELECT programme, org_no, max(batch) AS batch
	FROM fact_companies CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, org_no
) AS newest ON newest.programme = f.programme AND newest.org_no = f.org_no AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND f.joined_on <= m.as_of

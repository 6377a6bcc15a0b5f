-- Which companies had joined by the date?
-- One row per company and programme. A company is a member from joined_on until the day before left_on. centrality is the
-- class of its municipality on the day it joined.
SELECT f.programme, f.org_no, f.name, f.sector, f.kommune, f.joined_on, f.left_on, z.centrality
FROM fact_companies AS f
CROSS JOIN moment AS m
LEFT JOIN fact_companies AS newer ON newer.programme = f.programme AND newer.org_no = f.org_no
	AND newer.batch > f.batch AND newer.batch <= m.known_at
LEFT JOIN centrality AS z ON z.kommune = f.kommune
	AND z.valid_from <= f.joined_on AND f.joined_on < z.valid_to
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.joined_on <= m.as_of

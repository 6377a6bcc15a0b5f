-- Which job offers had been made by the date, and were they in the region?
-- One row per offer. in_region asks whether the workplace lay in the programme's region on the day of the offer.
SELECT
	f.programme, f.offer_id, f.trainee_id, f.offered_on, f.company, f.member_company, f.terms,
	CASE WHEN f.answered_on IS NULL OR f.answered_on <= m.as_of THEN f.answer END AS answer,
	EXISTS (
		SELECT 1 FROM region AS r
		WHERE r.programme = f.programme AND r.kommune = f.kommune
			AND r.valid_from <= f.offered_on AND (r.valid_to IS NULL OR f.offered_on < r.valid_to)
	) AS in_region
FROM fact_offers AS f
JOIN (
	SELECT programme, offer_id, max(batch) AS batch
	FROM fact_offers CROSS JOIN moment
	WHERE batch <= known_at
	GROUP BY programme, offer_id
) AS newest ON newest.programme = f.programme AND newest.offer_id = f.offer_id AND newest.batch = f.batch
CROSS JOIN moment AS m
WHERE NOT f.removed AND f.offered_on <= m.as_of

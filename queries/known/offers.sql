-- Which job offers had been made by the date, and were they in the region?
-- One row per offer. in_region asks whether the workplace lay in the programme's region on the day of the offer.
SELECT
	f.programme, f.offer_id, f.trainee_id, f.offered_on, f.company, f.member_company, f.terms,
	CASE WHEN f.answered_on IS NULL OR f.answered_on <= m.as_of THEN f.answer END AS answer,
	r.kommune IS NOT NULL AS in_region
FROM fact_offers AS f
CROSS JOIN moment AS m
LEFT JOIN fact_offers AS newer ON newer.programme = f.programme AND newer.offer_id = f.offer_id
	AND newer.batch > f.batch AND newer.batch <= m.known_at
LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = f.kommune
	AND r.valid_from <= f.offered_on AND f.offered_on < r.valid_to
WHERE newer.batch IS NULL AND f.batch <= m.known_at AND NOT f.removed AND f.offered_on <= m.as_of

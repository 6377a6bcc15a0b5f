-- How new is what is known, feed by feed?
-- One row per feed that has any fact of the moment: the newest day that something in it is about, none after the date. Of a
-- period that has an end the end counts, of one that goes on its beginning. The finances tell years, and have no day.
SELECT feed, max(day) AS newest
FROM (
	SELECT 'applications' AS feed, submitted_on AS day FROM applications
	UNION ALL SELECT 'companies' AS feed, joined_on AS day FROM companies
	UNION ALL SELECT 'companies' AS feed, left_on AS day FROM companies
	UNION ALL SELECT 'activities' AS feed, held_on AS day FROM activities
	UNION ALL SELECT 'trainees' AS feed, started_on AS day FROM trainees
	UNION ALL SELECT 'trainees' AS feed, ended_on AS day FROM trainees
	UNION ALL SELECT 'placements' AS feed, started_on AS day FROM placements
	UNION ALL SELECT 'sessions' AS feed, held_on AS day FROM sessions
	UNION ALL SELECT 'offers' AS feed, offered_on AS day FROM offers
	UNION ALL SELECT 'employments' AS feed, started_on AS day FROM employments
	UNION ALL SELECT 'surveys' AS feed, answered_on AS day FROM surveys
	UNION ALL SELECT 'residency' AS feed, observed_on AS day FROM residency
	UNION ALL SELECT 'reported' AS feed, as_of AS day FROM reported
) AS d
CROSS JOIN moment AS m
WHERE d.day <= m.as_of
GROUP BY feed
ORDER BY feed

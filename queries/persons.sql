-- Who is behind each figure, and what does each bring to it?
-- One row per programme, period and subject, 'all' being the total: what person/ says of them.
SELECT
	programme, period, subject,
	CAST(numerator AS DOUBLE PRECISION) AS numerator,
	CAST(denominator AS DOUBLE PRECISION) AS denominator,
	CAST(unknown AS DOUBLE PRECISION) AS unknown,
	CAST(immature AS DOUBLE PRECISION) AS immature,
	said
FROM person
WHERE pooled = 0
ORDER BY programme NULLS LAST, period NULLS LAST, subject NULLS LAST

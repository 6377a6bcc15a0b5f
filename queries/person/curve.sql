-- For how many months was each subject followed, and had it left then?
-- One row per programme and subject: periods are not told apart. The outcome is the number of months, the weight is 1 for
-- those who left and 0 for those who were still there when last heard of. Nobody has an outcome that could be counted, so the
-- numerator is nothing; said is the number of months.
SELECT
	programme, subject, 'all' AS period,
	0 AS numerator,
	CASE WHEN months IS NOT NULL THEN 1 ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND months IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	CAST(months AS VARCHAR) AS said,
	months, has_left
FROM (
	SELECT
		programme, subject,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature THEN outcome END) AS months,
		max(CASE WHEN mature AND outcome IS NOT NULL THEN weight ELSE 0 END) AS has_left
	FROM subject
	GROUP BY programme, subject
) AS p

-- Of which sort is each subject of an indicator whose outcome is the name of a sort?
-- One row per programme, subject and period, 'all' being the total; said is the sort. A subject with several rows in a period
-- counts once.
SELECT
	programme, subject, period,
	CASE WHEN sort IS NOT NULL THEN 1 ELSE 0 END AS numerator,
	CASE WHEN sort IS NOT NULL THEN 1 ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND sort IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	sort AS said
FROM (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature THEN outcome END) AS sort
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
) AS p

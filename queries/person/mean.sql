-- What does each subject bring to an indicator whose outcome is a score?
-- One row per programme, subject and period, 'all' being the total. A subject with several rows in a period counts once, with
-- the greatest outcome. The outcome is a decimal, since the sum of the same numbers must be the same in any order.
SELECT
	programme, subject, period,
	COALESCE(outcome, 0) AS numerator,
	CASE WHEN outcome IS NOT NULL THEN 1 ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	CAST(NULL AS VARCHAR) AS said
FROM (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature THEN CAST(outcome AS DECIMAL(18, 6)) END) AS outcome
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
) AS p

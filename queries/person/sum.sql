-- What does each subject bring to an indicator that divides one amount by another?
-- One row per programme, subject and period, 'all' being the total. The outcome is an amount, the weight what it is divided
-- by; a subject with several rows in a period counts once, with the greatest. They are decimals, since the sum of the same
-- numbers must be the same in any order.
SELECT
	programme, subject, period,
	COALESCE(outcome, 0) AS numerator,
	weight AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN 1 ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN 1 ELSE 0 END AS immature,
	CAST(NULL AS VARCHAR) AS said
FROM (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature THEN CAST(outcome AS DECIMAL(18, 6)) END) AS outcome,
		max(CASE WHEN mature THEN CAST(weight AS DECIMAL(18, 6)) ELSE 0 END) AS weight
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
) AS p

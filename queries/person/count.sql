-- What does each subject bring to an indicator whose outcome is yes or no?
-- One row per programme, subject and period, 'all' being the total. A subject with several rows in a period counts once, and
-- has the outcome if any of the rows has it; the weight is the greatest. said is nothing: the outcome says itself.
SELECT
	programme, subject, period,
	CASE WHEN outcome = 1 THEN weight ELSE 0 END AS numerator,
	CASE WHEN outcome IS NOT NULL THEN weight ELSE 0 END AS denominator,
	CASE WHEN mature = 1 AND outcome IS NULL THEN weight ELSE 0 END AS unknown,
	CASE WHEN mature = 0 THEN weight ELSE 0 END AS immature,
	CAST(NULL AS VARCHAR) AS said
FROM (
	SELECT
		programme, subject,
		CASE WHEN GROUPING(period) = 1 THEN 'all' ELSE period END AS period,
		max(CASE WHEN mature THEN 1 ELSE 0 END) AS mature,
		max(CASE WHEN mature AND outcome THEN 1 WHEN mature AND NOT outcome THEN 0 END) AS outcome,
		max(weight) AS weight
	FROM subject
	GROUP BY GROUPING SETS ((programme, subject, period), (programme, subject))
) AS p

-- What became of those who count, where the outcome is the name of a sort?
-- One row per row of the indicator.
SELECT
	programme, period, subject,
	CASE WHEN mature THEN 1 ELSE 0 END AS mature,
	CASE WHEN mature THEN outcome END AS outcome,
	weight
FROM indicator

-- What became of those who count, where the outcome is yes or no?
-- One row per row of the indicator. The outcome is 1 or 0, and not known for those who are not ready to be counted.
SELECT
	programme, period, subject,
	CASE WHEN mature THEN 1 ELSE 0 END AS mature,
	CASE WHEN mature AND outcome THEN 1 WHEN mature AND NOT outcome THEN 0 END AS outcome,
	weight
FROM indicator

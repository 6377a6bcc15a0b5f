-- What became of those who count, where the outcome is an amount and the weight what it is divided by?
-- One row per row of the indicator. As decimals, since the sum of the same numbers must be the same in any order.
SELECT
	programme, period, subject,
	CASE WHEN mature THEN 1 ELSE 0 END AS mature,
	CASE WHEN mature THEN CAST(outcome AS DECIMAL(18, 6)) END AS outcome,
	CASE WHEN mature THEN CAST(weight AS DECIMAL(18, 6)) ELSE 0 END AS weight
FROM indicator

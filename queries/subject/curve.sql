-- What became of those who count, where the outcome is for how many months they were followed?
-- One row per row of the indicator. The weight is 1 for those who left and 0 for those who were still there when last heard
-- of. Periods are not told apart: a curve is of everyone.
SELECT
	programme, '' AS period, subject,
	CASE WHEN mature THEN 1 ELSE 0 END AS mature,
	CASE WHEN mature THEN outcome END AS outcome,
	CASE WHEN mature AND outcome IS NOT NULL THEN weight ELSE 0 END AS weight
FROM indicator

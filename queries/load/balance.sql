-- How many rows were staged, how many of them are superseded, and how many unchanged?
SELECT
	(SELECT count(*) FROM staged) AS staged,
	(SELECT count(*) FROM superseded) AS superseded,
	(SELECT count(*) FROM unchanged) AS unchanged

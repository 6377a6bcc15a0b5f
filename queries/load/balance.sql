-- How many rows were staged, how many keys do they have, and how many say something new?
SELECT
	(SELECT count(*) FROM staged) AS staged,
	(SELECT count(*) FROM (SELECT DISTINCT {key} FROM staged)) AS keys,
	(SELECT count(*) FROM accepted) AS accepted

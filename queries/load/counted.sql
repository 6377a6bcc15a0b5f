-- How many facts of this source count, and how many of them does its complete delivery no longer hold?
WITH newest AS (
	SELECT batch, removed
	FROM fact_{feed} JOIN (SELECT {key}, max(batch) AS batch FROM fact_{feed} GROUP BY {key}) USING ({key}, batch)
)
SELECT
	(SELECT count(*) FROM newest JOIN applied USING (batch) WHERE NOT newest.removed AND applied.source = ?) AS counted,
	(SELECT count(*) FROM removed) AS removed

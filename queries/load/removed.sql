-- Which facts of this source does a complete delivery no longer hold?
-- One row per key whose newest version came from the source and is neither among the staged rows nor among those that were
-- rejected. The key alone is kept: the version says that the fact is gone.
CREATE OR REPLACE TEMP TABLE removed AS
WITH newest AS (
	SELECT {key}, batch, removed
	FROM fact_{feed} JOIN (SELECT {key}, max(batch) AS batch FROM fact_{feed} GROUP BY {key}) USING ({key}, batch)
)
SELECT {key}
FROM newest JOIN applied USING (batch)
WHERE NOT newest.removed AND applied.source = ? AND ({key}) NOT IN (SELECT ({key}) FROM staged)
	AND ({key}) NOT IN (SELECT ({key}) FROM stays)
ORDER BY {key} NULLS LAST

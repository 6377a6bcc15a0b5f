-- Which of the remaining staged rows say what is known already?
-- One row per such row: in every field the same as the newest version of its key, which is not gone.
CREATE OR REPLACE TEMP TABLE unchanged AS
WITH newest AS (
	SELECT {fields}, removed
	FROM fact_{feed} JOIN (SELECT {key}, max(batch) AS batch FROM fact_{feed} GROUP BY {key}) USING ({key}, batch)
)
SELECT staged.rowid AS place
FROM staged JOIN newest ON {same}
WHERE NOT newest.removed AND staged.rowid NOT IN (SELECT place FROM superseded)

-- Which facts of a feed refer to a record of another feed that is not known yet?
-- One row per fact in its newest version, with the batch and the row of the file that it came from. They wait: no figure counts
-- them before the record arrives. A fact that refers to nothing is no orphan.
CREATE OR REPLACE TEMP VIEW orphan AS
WITH newest AS (
	SELECT f.*
	FROM fact_{feed} AS f JOIN (SELECT {key}, max(batch) AS batch FROM fact_{feed} GROUP BY {key}) USING ({key}, batch)
)
SELECT batch, source_sheet, source_row, {reference} AS reference
FROM newest
WHERE NOT removed AND {given} AND NOT EXISTS (SELECT 1 FROM fact_{parent} AS p WHERE {match})
